import { Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAllPages } from '../../../api.ts'
import { Block } from '../../../parts/Block.tsx'
import { Loaded } from '../../../parts/Loaded.tsx'
import type { MoneyTabProps } from '../MoneyPage.tsx'
import { AdvanceTable } from './AdvanceTable.tsx'
import { RetentionTable } from './RetentionTable.tsx'

/** 预付款与质保金: what is to be recovered, and what is held until when. */
export function HoldingTab({ view, show }: MoneyTabProps) {
  const { t } = useTranslation('holding')
  const [isOpenOnly, setIsOpenOnly] = useState(false)
  const filter = {
    ...(view.projectId === null ? {} : { projectId: view.projectId }),
    state: isOpenOnly ? ('open' as const) : ('all' as const),
  }
  const advances = useAllPages('listAdvances', filter, { keepsPrevious: true })
  const retentions = useAllPages('listRetentions', filter, { keepsPrevious: true })
  const open = (contractId: string) => show({ tab: 'contracts', contractId })
  return (
    <>
      <Block
        title={t('advances')}
        lead={t('advancesLead')}
        actions={
          <Checkbox checked={isOpenOnly} onChange={(event) => setIsOpenOnly(event.target.checked)}>
            {t('onlyOpen')}
          </Checkbox>
        }
      >
        <Loaded answer={advances}>{(rows) => <AdvanceTable rows={rows} onOpen={open} />}</Loaded>
      </Block>
      <Block title={t('retentions')} lead={t('retentionsLead')}>
        <Loaded answer={retentions}>{(rows) => <RetentionTable rows={rows} onOpen={open} />}</Loaded>
      </Block>
    </>
  )
}
