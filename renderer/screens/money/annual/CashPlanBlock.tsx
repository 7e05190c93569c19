import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRequest } from '../../../api.ts'
import { Block } from '../../../parts/Block.tsx'
import { Loaded } from '../../../parts/Loaded.tsx'
import { AdjustCash, type CashCell } from './AdjustCash.tsx'
import { CashContractTable } from './CashContractTable.tsx'
import { CashSourceTable } from './CashSourceTable.tsx'

interface CashPlanBlockProps {
  readonly year: number
  readonly projectId: string | null
}

/** 用款计划: what is to be paid month by month, from where, and whether it is there. */
export function CashPlanBlock({ year, projectId }: CashPlanBlockProps) {
  const { t } = useTranslation('annualPlan')
  const [cell, setCell] = useState<CashCell | null>(null)
  const plan = useRequest('cashPlan', {
    year,
    pageSize: 100,
    ...(projectId === null ? {} : { projectId }),
  })
  return (
    <Block title={t('cashTitle', { year })} lead={t('cashLead')}>
      <Loaded answer={plan}>
        {(cash) =>
          cash.items.length === 0 && cash.sources.length === 0 ? (
            <p className="money-empty grey">{t('cashNone')}</p>
          ) : (
            <>
              <CashContractTable plan={cash} onAdjust={setCell} />
              <CashSourceTable sources={cash.sources} />
            </>
          )
        }
      </Loaded>
      {cell !== null && <AdjustCash cell={cell} year={year} onClose={() => setCell(null)} />}
    </Block>
  )
}
