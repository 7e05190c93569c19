import { useTranslation } from 'react-i18next'
import { type ProductSide, ProductTable } from './ProductTable.tsx'
import { ReckoningPopover } from './ReckoningPopover.tsx'

type RatioSide = Omit<ProductSide, 'sign'>

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
        <ProductTable
          label={label}
          sides={[
            { ...part, sign: '' },
            { ...whole, sign: '÷' },
          ]}
          result={text}
        />
      }
    >
      <button type="button" className="figure-origin" aria-label={`${text}，${t('origin.formula')}`}>
        {text}
      </button>
    </ReckoningPopover>
  )
}
