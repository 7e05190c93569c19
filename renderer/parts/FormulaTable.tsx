import { useTranslation } from 'react-i18next'
import type { Fen } from '../../db/domain/fen.ts'
import { Amount } from './Amount.tsx'

export interface FormulaPart {
  readonly name: string
  readonly sign: '+' | '−'
  readonly fen: Fen
  readonly to?: string | undefined
  /** In place of an address: what it opens here. */
  readonly open?: (() => void) | undefined
}

interface FormulaTableProps {
  readonly label: string
  readonly fen: Fen
  readonly parts: readonly FormulaPart[]
  /** What else is to be said of the sum: how many entries it has. */
  readonly note?: string | undefined
}

/** A reckoning: each part opens its own entries; what the parts leave out is said. */
export function FormulaTable({ label, fen, parts, note }: FormulaTableProps) {
  const { t } = useTranslation('money')
  const sum = parts.reduce((total, part) => total + (part.sign === '+' ? part.fen : -part.fen), 0)
  return (
    <>
      <table className="formula">
        <tbody>
          {parts.map(({ name, sign, fen: part, to, open }, place) => (
            <tr key={`${String(place)} ${name}`}>
              <td>{sign}</td>
              <th scope="row">{name}</th>
              <td className="is-figure">
                <Amount
                  fen={part}
                  unit="yuan"
                  origin={to !== undefined ? { to } : open !== undefined ? { open } : undefined}
                  originName={t('origin.entries')}
                />
              </td>
            </tr>
          ))}
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
      {sum !== fen && <p className="grey">{t('formulaPartial')}</p>}
    </>
  )
}
