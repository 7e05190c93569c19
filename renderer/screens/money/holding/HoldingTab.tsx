import { Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AdvanceRow } from '../../../../db/domain/advance.ts'
import type { RetentionRow } from '../../../../db/domain/retention.ts'
import { useAllPages } from '../../../api.ts'
import { Block } from '../../../parts/Block.tsx'
import { FilterChip } from '../../../parts/FilterChip.tsx'
import { Loaded } from '../../../parts/Loaded.tsx'
import { useShownRows } from '../../../useShownRows.ts'
import { ExportTable } from '../../export/ExportTable.tsx'
import { moneyColumn } from '../../export/exportColumn.ts'
import type { MoneyTabProps } from '../MoneyPage.tsx'
import { AdvanceTable } from './AdvanceTable.tsx'
import { RetentionTable } from './RetentionTable.tsx'

/** 预付款与质保金: what is to be recovered, and what is held until when. */
export function HoldingTab({ view, show, projects }: MoneyTabProps) {
  const { t } = useTranslation(['holding', 'money', 'payment', 'terms'])
  const [isOpenOnly, setIsOpenOnly] = useState(false)
  const filter = {
    ...(view.projectId === null ? {} : { projectId: view.projectId }),
    state: isOpenOnly ? ('open' as const) : ('all' as const),
  }
  const advances = useAllPages('listAdvances', filter, { keepsPrevious: true })
  const retentions = useAllPages('listRetentions', filter, { keepsPrevious: true })
  const isAsked = (row: { readonly contractId: string }) =>
    view.contractId === null || row.contractId === view.contractId
  const asked = [...(advances.data ?? []), ...(retentions.data ?? [])].find(isAsked)
  const chip = view.contractId !== null && (
    <FilterChip
      text={t('payment:linkedFilter', { label: t('money:contract'), name: asked?.number ?? '' })}
      onRemove={() => show({ contractId: null })}
    />
  )
  const ofAdvances = useShownRows(advances.data?.filter(isAsked), ({ contractId }) => contractId)
  const ofRetentions = useShownRows(retentions.data?.filter(isAsked), ({ contractId }) => contractId)
  const unknown = t('terms:notEntered')
  const conditions = [
    projects.find(({ id }) => id === view.projectId)?.name,
    isOpenOnly ? t('onlyOpen') : null,
    view.contractId === null ? null : asked?.number,
  ]
  const open = (contractId: string) => show({ tab: 'contracts', contractId })
  return (
    <>
      <Block
        title={t('advances')}
        lead={t('advancesLead')}
        actions={
          <>
            {chip}
            <Checkbox checked={isOpenOnly} onChange={(event) => setIsOpenOnly(event.target.checked)}>
              {t('onlyOpen')}
            </Checkbox>
            <ExportTable<AdvanceRow>
              name={t('advances')}
              columns={[
                { title: t('money:number'), cell: ({ number }) => number },
                { title: t('money:contractName'), cell: ({ name }) => name },
                { title: t('money:project'), cell: ({ projectName }) => projectName },
                { title: t('money:counterparty'), cell: ({ counterparty }) => counterparty },
                { title: t('agreedPct'), kind: 'pct', cell: ({ advancePct }) => advancePct },
                moneyColumn(t('advancePaid'), ({ paidFen }) => paidFen, ''),
                moneyColumn(t('advanceDue'), ({ dueFen }) => dueFen, unknown),
                moneyColumn(t('advanceRecovered'), ({ recoveredFen }) => recoveredFen, unknown),
                moneyColumn(t('advanceLeftToRecover'), ({ leftFen }) => leftFen, ''),
                { title: t('lastRecovered'), kind: 'day', cell: ({ lastRecoveredOn }) => lastRecoveredOn },
              ]}
              rows={ofAdvances.shown}
              conditions={conditions}
            />
          </>
        }
      >
        <Loaded answer={advances}>
          {(rows) => (
            <AdvanceTable
              key={ofAdvances.tableKey}
              rows={rows.filter(isAsked)}
              onOpen={open}
              onShown={ofAdvances.onShown}
            />
          )}
        </Loaded>
      </Block>
      <Block
        title={t('retentions')}
        lead={t('retentionsLead')}
        actions={
          <ExportTable<RetentionRow>
            name={t('retentions')}
            columns={[
              { title: t('money:number'), cell: ({ number }) => number },
              { title: t('money:contractName'), cell: ({ name }) => name },
              { title: t('money:counterparty'), cell: ({ counterparty }) => counterparty },
              { title: t('money:retentionPct'), kind: 'pct', cell: ({ retentionPct }) => retentionPct },
              { title: t('basis'), cell: ({ basis }) => t(`basisKind.${basis}`) },
              moneyColumn(t('basis'), ({ basisFen }) => basisFen, unknown),
              moneyColumn(t('retentionDue'), ({ dueFen }) => dueFen, unknown),
              moneyColumn(t('guarantee'), ({ guaranteeFen }) => guaranteeFen, ''),
              moneyColumn(t('released'), ({ releasedFen }) => releasedFen, unknown),
              moneyColumn(t('held'), ({ heldFen }) => heldFen, unknown),
              {
                title: t('releaseDueOn'),
                kind: 'day',
                cell: ({ releaseDueOn }) => releaseDueOn ?? t('notSet'),
              },
              {
                title: t('money:state'),
                cell: ({ state, overdueDays }) =>
                  overdueDays === null ? t(`holdState.${state}`) : t('overdueDays', { days: overdueDays }),
              },
            ]}
            rows={ofRetentions.shown}
            conditions={conditions}
          />
        }
      >
        <Loaded answer={retentions}>
          {(rows) => (
            <RetentionTable
              key={ofRetentions.tableKey}
              rows={rows.filter(isAsked)}
              onOpen={open}
              onShown={ofRetentions.onShown}
            />
          )}
        </Loaded>
      </Block>
    </>
  )
}
