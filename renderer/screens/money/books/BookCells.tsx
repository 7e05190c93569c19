import { useTranslation } from 'react-i18next'
import type { Books } from '../../../../db/domain/books.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { AmountHeader } from '../../../parts/AmountHeader.tsx'
import { StatusTag } from '../../../parts/StatusTag.tsx'

/** Where each book's figure comes from; left out where nothing lists exactly what adds up to it. */
export interface BookOrigins {
  readonly budget?: string
  readonly contract?: string
  readonly done?: string
  readonly paid?: string
}

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

/** The six figures of a row; what nobody recorded is grey words, never 0. */
export function BookCells({
  books,
  origins = {},
}: {
  readonly books: Books
  readonly origins?: BookOrigins
}) {
  const { t } = useTranslation('money')
  const { isOverBudget, isOverContract } = limitsBroken(books)
  const figure = (fen: number | null, to: string | undefined, name: string, isBroken = false) => (
    <td className={isBroken ? 'is-figure is-broken' : 'is-figure'}>
      <Amount
        fen={fen}
        unknown="notEntered"
        {...(to === undefined ? {} : { origin: { to }, originName: name })}
      />
    </td>
  )
  return (
    <>
      {figure(books.budgetFen, origins.budget, t('origin.budget'))}
      {figure(books.contractFen, origins.contract, t('origin.contract'), isOverBudget)}
      {figure(books.doneFen, origins.done, t('origin.done'))}
      {figure(books.paidFen, origins.paid, t('origin.paid'), isOverContract)}
      {figure(books.balanceFen, undefined, '')}
      {figure(books.unpaidFen, undefined, '')}
    </>
  )
}

/** Says in words which limit a row breaks. */
export function BrokenLimits({ books }: { readonly books: Books }) {
  const { t } = useTranslation('money')
  const { isOverBudget, isOverContract } = limitsBroken(books)
  return (
    <>
      {isOverBudget && <StatusTag tone="red">{t('overBudget')}</StatusTag>}{' '}
      {isOverContract && <StatusTag tone="red">{t('overContract')}</StatusTag>}
    </>
  )
}

function limitsBroken({ balanceFen, unpaidFen, contractFen }: Books) {
  return {
    isOverBudget: balanceFen !== null && balanceFen < 0,
    // Without a contract there is no price to pass.
    isOverContract: unpaidFen !== null && unpaidFen < 0 && contractFen !== null && contractFen !== 0,
  }
}
