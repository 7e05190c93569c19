import '../money.css'
import { useTranslation } from 'react-i18next'
import type { Fen } from '../../../../db/domain/fen.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { AmountHeader } from '../../../parts/AmountHeader.tsx'
import { FormulaFigure } from '../../../parts/FormulaFigure.tsx'
import type { FormulaPart } from '../../../parts/FormulaTable.tsx'
import { BrokenLimit } from './BrokenLimit.tsx'
import type { ShownBooks } from './shownBooks.ts'
import { Unclassified } from './Unclassified.tsx'

/** Where each book's figure comes from. */
export interface BookOrigins {
  readonly budget?: string
  readonly contract?: string
  readonly pending?: string
  readonly drawn?: string
  readonly done?: string
  readonly paid?: string
}

/** Books of which something stands under 未分科目: a 科目 without a figure of its own is then not known to be zero. */
export type Unsplit = Readonly<Record<'contract' | 'done' | 'paid', boolean>>

export function BookHeads({ first }: { readonly first: string }) {
  const { t } = useTranslation('money')
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {(['budgetFen', 'contractFen', 'doneFen', 'paidFen', 'balanceFen', 'unpaidFen'] as const).map(
          (book) => (
            <th key={book} scope="col" className="is-figure" title={t(`bookWhy.${book}`)}>
              <AmountHeader label={t(`book.${book}`)} />
            </th>
          ),
        )}
      </tr>
    </thead>
  )
}

interface BookCellsProps {
  readonly books: ShownBooks & { readonly drawnFen?: Fen; readonly lineId?: string | null }
  readonly origins?: BookOrigins
  readonly unsplit?: Unsplit
  /** Of a sum over projects: what each of them adds to it. */
  readonly budgetParts?: readonly FormulaPart[]
}

/** The six figures of a row; what nobody recorded is grey words, never 0. */
export function BookCells({ books, origins = {}, unsplit = noneUnsplit, budgetParts }: BookCellsProps) {
  const { t } = useTranslation('money')
  const { isOverBudget, isOverContract } = limitsBroken(books)
  const loose = {
    contract: unsplit.contract && books.contractFen === 0,
    done: unsplit.done && books.doneFen === 0,
    paid: unsplit.paid && books.paidFen === 0,
  }
  const cell = (isBroken: boolean) => (isBroken ? 'is-figure is-broken' : 'is-figure')
  return (
    <>
      <td className="is-figure">
        <Budget books={books} to={origins.budget} parts={budgetParts} />
        <Beside
          fen={books.drawnFen ?? 0}
          to={origins.drawn}
          words={t('drawnBeside')}
          name={t('origin.drawn')}
        />
      </td>
      <td className={cell(isOverBudget)}>
        {loose.contract ? (
          <Unclassified />
        ) : (
          <BookFigure fen={books.contractFen} to={origins.contract} name={t('origin.contract')} />
        )}
        <Beside
          fen={books.pendingFen ?? 0}
          to={origins.pending}
          words={t('pendingBeside')}
          name={t('origin.pending')}
        />
      </td>
      <td className="is-figure">
        {loose.done ? (
          <Unclassified />
        ) : (
          <BookFigure fen={books.doneFen} to={origins.done} name={t('origin.done')} />
        )}
      </td>
      <td className={cell(isOverContract)}>
        {loose.paid ? (
          <Unclassified />
        ) : (
          <BookFigure fen={books.paidFen} to={origins.paid} name={t('origin.paid')} />
        )}
      </td>
      <td className={cell(isOverBudget)}>
        {loose.contract && books.balanceFen !== null ? (
          <Unclassified />
        ) : (
          <Balance books={books} origins={origins} />
        )}
      </td>
      <td className={cell(isOverContract)}>
        {(loose.contract || loose.paid) && books.unpaidFen !== null ? (
          <Unclassified />
        ) : (
          <Unpaid books={books} origins={origins} />
        )}
      </td>
    </>
  )
}

/** 未分科目 is no line of the 概算: none can be granted it. */
export function NoBudget() {
  const { t } = useTranslation('money')
  return (
    <span className="grey" title={t('noBudgetWhy')}>
      —
    </span>
  )
}

function Budget({
  books: { lineId, budgetFen: fen },
  to,
  parts,
}: {
  readonly books: BookCellsProps['books']
  readonly to: string | undefined
  readonly parts: readonly FormulaPart[] | undefined
}) {
  const { t } = useTranslation('money')
  if (lineId === null) return <NoBudget />
  if (parts === undefined) return <BookFigure fen={fen} to={to} name={t('origin.budget')} />
  return <FormulaFigure label={t('book.budgetFen')} fen={fen} parts={parts} />
}

type ReckonedProps = Required<Pick<BookCellsProps, 'books' | 'origins'>>

function Balance({ books, origins }: ReckonedProps) {
  const { t } = useTranslation('money')
  const { drawnFen = 0 } = books
  const drawn = { name: t('drawn'), sign: '+', fen: drawnFen, to: origins.drawn } as const
  return (
    <FormulaFigure
      label={t('book.balanceFen')}
      fen={books.balanceFen}
      parts={[
        { name: t('book.budgetFen'), sign: '+', fen: books.budgetFen ?? 0, to: origins.budget },
        ...(drawnFen === 0 ? [] : [drawn]),
        { name: t('book.contractFen'), sign: '−', fen: books.contractFen ?? 0, to: origins.contract },
      ]}
    />
  )
}

function Unpaid({ books, origins }: ReckonedProps) {
  const { t } = useTranslation('money')
  return (
    <FormulaFigure
      label={t('book.unpaidFen')}
      fen={books.unpaidFen}
      parts={[
        { name: t('book.contractFen'), sign: '+', fen: books.contractFen ?? 0, to: origins.contract },
        { name: t('book.paidFen'), sign: '−', fen: books.paidFen ?? 0, to: origins.paid },
      ]}
    />
  )
}

interface BesideProps extends BookFigureProps {
  readonly fen: Fen
  readonly words: string
}

/** A lesser figure under the one it belongs to; nothing where it is zero. */
function Beside({ fen, to, words, name }: BesideProps) {
  if (fen === 0) return null
  return (
    <div className="book-beside">
      {words} <BookFigure fen={fen} to={to} name={name} />
    </div>
  )
}

interface BookFigureProps {
  readonly fen: Fen | null
  readonly to: string | undefined
  readonly name: string
}

function BookFigure({ fen, to, name }: BookFigureProps) {
  return (
    <Amount
      fen={fen}
      unknown="notEntered"
      {...(to === undefined ? {} : { origin: { to }, originName: name })}
    />
  )
}

/** Says in words which limit a row breaks, and by which rule. */
export function BrokenLimits({ books }: { readonly books: ShownBooks }) {
  const { isOverBudget, isOverContract } = limitsBroken(books)
  return (
    <>
      {isOverBudget && <BrokenLimit code="overBudget" />}{' '}
      {isOverContract && <BrokenLimit code="overContract" />}
    </>
  )
}

function limitsBroken(books: ShownBooks & { readonly lineId?: string | null }) {
  const { balanceFen, unpaidFen, contractFen } = books
  return {
    // 未分科目 has no limit of its own.
    isOverBudget: books.lineId !== null && balanceFen !== null && balanceFen < 0,
    // Without a contract there is no price to pass.
    isOverContract: unpaidFen !== null && unpaidFen < 0 && contractFen !== null && contractFen !== 0,
  }
}

const noneUnsplit: Unsplit = { contract: false, done: false, paid: false }
