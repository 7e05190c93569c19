import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localDay } from '../../../../db/domain/day.ts'
import { CashPlanBlock } from '../../cash/CashPlanBlock.tsx'

interface YearCashProps {
  readonly year: number
  readonly projectId: string | null
}

const bases = ['fromYear', 'fromToday'] as const

/** 用款计划 of the year: as it was to be at its beginning, or what is left of it from today. */
export function YearCash({ year, projectId }: YearCashProps) {
  const { t } = useTranslation('cash')
  const [basis, setBasis] = useState<(typeof bases)[number]>('fromYear')
  return (
    <CashPlanBlock
      title={t('titleOf', { year })}
      year={year}
      projectId={projectId}
      asOf={basis === 'fromYear' ? undefined : localDay(new Date())}
      actions={
        <Segmented
          size="small"
          aria-label={t('basis')}
          value={basis}
          onChange={setBasis}
          options={bases.map((value) => ({ value, label: t(value) }))}
        />
      }
    />
  )
}
