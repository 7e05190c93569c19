import { useTranslation } from 'react-i18next'
import type { SourceExecution } from '../../../../db/domain/annualPlan.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { FormulaFigure } from '../../../parts/FormulaFigure.tsx'
import type { FormulaPart } from '../../../parts/FormulaTable.tsx'

interface SourceTextProps {
  readonly sources: readonly SourceExecution[]
  /** Opens the plan's versions. */
  readonly onOpen?: () => void
  /** Of a sum over projects: what each of them adds to a source. */
  readonly partsOf?: (fundId: string | null) => readonly FormulaPart[]
}

/** 资金来源: each with its amount of the year. */
export function SourceText({ sources, onOpen, partsOf }: SourceTextProps) {
  const { t } = useTranslation('annualPlan')
  const planned = sources.filter(
    ({ planFen, paidFen, fundId }) => planFen !== null || paidFen !== 0 || fundId !== null,
  )
  return (
    <ul className="annual-sources">
      {planned.map(({ fundId, fundName, planFen }) => (
        <li key={fundId ?? ''}>
          <span title={fundName ?? ''}>{fundName ?? t('unsettled')}</span>{' '}
          {partsOf === undefined ? (
            <Amount
              fen={planFen}
              unknown="notEntered"
              origin={onOpen === undefined ? undefined : { open: onOpen }}
              originName={t('openPlan')}
            />
          ) : (
            <FormulaFigure label={fundName ?? t('unsettled')} fen={planFen} parts={partsOf(fundId)} />
          )}
        </li>
      ))}
    </ul>
  )
}
