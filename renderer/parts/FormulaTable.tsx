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
  /** It was typed into the record that is shown: there is nothing behind it. */
  readonly isEntered?: boolean
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
  return parts.map((part, place) => (
    <Fragment key={`${String(place)} ${part.name}`}>
      <tr className={depth === 0 ? '' : 'formula-below'}>
        <td>{depth === 0 ? part.sign : ''}</td>
        <th scope="row">
          {depth > 0 && `${part.sign} `}
          {part.name}
        </th>
        <td className="is-figure">
          <Amount fen={part.fen} unit="yuan" origin={originOf(part)} originName={t('origin.entries')} />
        </td>
      </tr>
      <FormulaRows parts={part.parts ?? []} depth={depth + 1} />
    </Fragment>
  ))
}

function originOf({ to, open, isEntered = false, parts = [] }: FormulaPart): FigureOrigin | undefined {
  if (to !== undefined) return { to }
  if (open !== undefined) return { open }
  if (parts.length > 0) return 'listed'
  return isEntered ? 'entered' : undefined
}
