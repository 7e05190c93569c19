import { InputNumber } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../../db/domain/day.ts'
import { CashPlanBlock } from '../cash/CashPlanBlock.tsx'

interface EarnedForecastProps {
  readonly projectId: string
  readonly asOf: Day
}

/** 资金预测: what the project still needs after the day, by month and source, against 年度计划. */
export function EarnedForecast({ projectId, asOf }: EarnedForecastProps) {
  const { t } = useTranslation('cash')
  const [chosen, setChosen] = useState<number | null>(null)
  const year = chosen ?? Number(asOf.slice(0, 4))
  return (
    <CashPlanBlock
      title={t('forecastOf', { year })}
      year={year}
      projectId={projectId}
      asOf={asOf}
      actions={
        <InputNumber
          size="small"
          className="year-input"
          aria-label={t('forecastYear')}
          min={1990}
          max={2199}
          value={year}
          onChange={setChosen}
        />
      }
    />
  )
}
