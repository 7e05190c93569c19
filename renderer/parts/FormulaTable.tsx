import './formula.css'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fen } from '../../db/domain/fen.ts'
import { Amount, type FigureOrigin } from './Amount.tsx'

export interface FormulaPart {
  readonly name: string
  readonly sign: '+' | '−'
  readonly fen: Fen
  readonly to?: string | undefined
  /** In place of an address: what it opens here. */
  readonly open?: (() => void) | undefined
  /** Where it is reckoned itself. */
  readonly parts?: readonly FormulaPart[]
}

interface FormulaTableProps {
  readonly label: string
  readonly fen: Fen
  readonly parts: readonly FormulaPart[]
  /** What else is to be said of the sum: how many entries it has. */
  readonly note?: string | undefined
  /** Why the parts do not add up to it, where they do not. */
  readonly unequalWhy?: string | undefined
}

/** A reckoning: each part opens its own entries; what the parts leave out is said. */
export function FormulaTable({ label, fen, parts, note, unequalWhy }: FormulaTableProps) {
  const { t } = useTranslation('money')
  const sum = parts.reduce((total, part) => total + (part.sign === '+' ? part.fen : -part.fen), 0)
  return (
    <>
      <table className="formula">
        <tbody>
          <FormulaRows parts={parts} />
          <tr className="book-total">
            <td>=</td>
            <th scope="row">{label}</th>
            <td className="is-figure">
              <Amount fen={fen} unit="yuan" origin="listed" />
            </td>
          </tr>
        </tbody>
      </table>
      {note !== undefined && <p className="grey">{note}</p>}
      {sum !== fen && <p className="grey">{unequalWhy ?? t('formulaPartial')}</p>}
    </>
  )
}

function FormulaRows({
  parts,
  depth = 0,
}: {
  readonly parts: readonly FormulaPart[]
  readonly depth?: number
}) {
  const { t } = useTranslation('money')
  return parts.map(({ name, sign, fen, to, open, parts: below = [] }, place) => (
    <Fragment key={`${String(place)} ${name}`}>
      <tr className={depth === 0 ? '' : 'formula-below'}>
        <td>{depth === 0 ? sign : ''}</td>
        <th scope="row">
          {depth > 0 && `${sign} `}
          {name}
        </th>
        <td className="is-figure">
          <Amount fen={fen} unit="yuan" origin={originOf(to, open, below)} originName={t('origin.entries')} />
        </td>
      </tr>
      <FormulaRows parts={below} depth={depth + 1} />
    </Fragment>
  ))
}

function originOf(
  to: string | undefined,
  open: (() => void) | undefined,
  below: readonly FormulaPart[],
): FigureOrigin | undefined {
  if (to !== undefined) return { to }
  if (open !== undefined) return { open }
  return below.length > 0 ? 'listed' : undefined
}
