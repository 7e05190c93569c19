import { Popover } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Fen } from '../../db/domain/fen.ts'
import { Amount } from './Amount.tsx'

export interface FormulaPart {
  readonly name: string
  readonly sign: '+' | '−'
  readonly fen: Fen
  readonly to?: string | undefined
}

interface FormulaFigureProps {
  readonly label: string
  readonly fen: Fen | null
  readonly parts: readonly FormulaPart[]
}

/** A figure that is reckoned from others: it opens the reckoning, and each part opens its own entries. */
export function FormulaFigure({ label, fen, parts }: FormulaFigureProps) {
  const { t } = useTranslation('money')
  if (fen === null) return <Amount fen={null} unknown="notEntered" />
  const sum = parts.reduce((total, part) => total + (part.sign === '+' ? part.fen : -part.fen), 0)
  return (
    <Popover
      trigger="click"
      title={label}
      content={
        <>
          <table className="formula">
            <tbody>
              {parts.map(({ name, sign, fen: part, to }, place) => (
                <tr key={`${String(place)} ${name}`}>
                  <td>{sign}</td>
                  <th scope="row">{name}</th>
                  <td className="is-figure">
                    <Amount
                      fen={part}
                      unit="yuan"
                      origin={to === undefined ? undefined : { to }}
                      originName={t('origin.entries')}
                    />
                  </td>
                </tr>
              ))}
              <tr className="book-total">
                <td>=</td>
                <th scope="row">{label}</th>
                <td className="is-figure">
                  <Amount fen={fen} unit="yuan" />
                </td>
              </tr>
            </tbody>
          </table>
          {sum !== fen && <p className="grey">{t('formulaPartial')}</p>}
        </>
      }
    >
      <span>
        <Amount fen={fen} origin={{ open: noop }} originName={t('origin.formula')} />
      </span>
    </Popover>
  )
}

/** The popover listens to the click itself. */
function noop() {
  return undefined
}
