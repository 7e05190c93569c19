import { useTranslation } from 'react-i18next'
import type { Fen } from '../../../../db/domain/fen.ts'
import { FormulaFigure } from '../../../parts/FormulaFigure.tsx'

interface CostVarianceProps {
  readonly costFen: Fen
  readonly deltaFen: Fen
}

/** What a task costs now less what it cost in the baseline: it opens the two. */
export function CostVariance({ costFen, deltaFen }: CostVarianceProps) {
  const { t } = useTranslation('task')
  return (
    <FormulaFigure
      label={t('costVariance')}
      fen={deltaFen}
      parts={[
        { name: t('costNow'), sign: '+', fen: costFen },
        { name: t('costOfBaseline'), sign: '−', fen: costFen - deltaFen },
      ]}
    />
  )
}
