import { useTranslation } from 'react-i18next'
import type { SourceExecution } from '../../../../db/domain/annualPlan.ts'
import { Amount } from '../../../parts/Amount.tsx'

interface SourceTextProps {
  readonly sources: readonly SourceExecution[]
  /** Opens the plan's versions; left out for a sum, whose parts stand below it. */
  readonly onOpen?: () => void
}

/** 资金来源: each with its amount of the year. */
export function SourceText({ sources, onOpen }: SourceTextProps) {
  const { t } = useTranslation('annualPlan')
  const planned = sources.filter(
    ({ planFen, paidFen, fundId }) => planFen !== null || paidFen !== 0 || fundId !== null,
  )
  return (
    <ul className="annual-sources">
      {planned.map(({ fundId, fundName, planFen }) => (
        <li key={fundId ?? ''}>
          <span title={fundName ?? ''}>{fundName ?? t('unsettled')}</span>{' '}
          <Amount
            fen={planFen}
            unknown="notEntered"
            origin={onOpen === undefined ? undefined : { open: onOpen }}
            originName={t('openPlan')}
          />
        </li>
      ))}
    </ul>
  )
}
