import './formula.css'
import { useTranslation } from 'react-i18next'
import type { Fen } from '../../db/domain/fen.ts'
import { Amount } from './Amount.tsx'
import { ReckoningPopover } from './ReckoningPopover.tsx'

interface RatioSide {
  readonly name: string
  readonly fen: Fen
  readonly to: string
}

interface RatioFigureProps {
  readonly label: string
  /** Null: there is nothing to be a part of. */
  readonly pct: number | null
  readonly part: RatioSide
  readonly whole: RatioSide
}

/** One amount as a percentage of another: it opens both, and each its entries. */
export function RatioFigure({ label, pct, part, whole }: RatioFigureProps) {
  const { t } = useTranslation('money')
  if (pct === null) return <span className="grey">{t('notApplicable')}</span>
  const text = `${String(pct)}%`
  return (
    <ReckoningPopover
      title={label}
      content={
        <table className="formula">
          <tbody>
            <Side sign="" side={part} />
            <Side sign="÷" side={whole} />
            <tr className="book-total">
              <td>=</td>
              <th scope="row">{label}</th>
              <td className="is-figure">{text}</td>
            </tr>
          </tbody>
        </table>
      }
    >
      <button type="button" className="figure-origin" aria-label={`${text}，${t('origin.formula')}`}>
        {text}
      </button>
    </ReckoningPopover>
  )
}

function Side({ sign, side }: { readonly sign: string; readonly side: RatioSide }) {
  const { t } = useTranslation('money')
  return (
    <tr>
      <td>{sign}</td>
      <th scope="row">{side.name}</th>
      <td className="is-figure">
        <Amount fen={side.fen} unit="yuan" origin={{ to: side.to }} originName={t('origin.entries')} />
      </td>
    </tr>
  )
}
