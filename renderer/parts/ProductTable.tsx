import './formula.css'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fen } from '../../db/domain/fen.ts'
import { Amount } from './Amount.tsx'

export interface ProductSide {
  readonly sign: '' | '×' | '÷'
  readonly name: string
  readonly fen: Fen
  readonly to: string
}

interface ProductTableProps {
  readonly label: string
  readonly sides: readonly ProductSide[]
  readonly result: ReactNode
}

/** How a figure follows from amounts multiplied and divided: each opens its entries. */
export function ProductTable({ label, sides, result }: ProductTableProps) {
  const { t } = useTranslation('money')
  return (
    <table className="formula">
      <tbody>
        {sides.map(({ sign, name, fen, to }) => (
          <tr key={name}>
            <td>{sign}</td>
            <th scope="row">{name}</th>
            <td className="is-figure">
              <Amount fen={fen} unit="yuan" origin={{ to }} originName={t('origin.entries')} />
            </td>
          </tr>
        ))}
        <tr className="book-total">
          <td>=</td>
          <th scope="row">{label}</th>
          <td className="is-figure">{result}</td>
        </tr>
      </tbody>
    </table>
  )
}
