import { Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useSearchParams } from 'react-router'
import { type DiscrepancyRow, discrepancyStatuses } from '../../../db/domain/discrepancy.ts'
import { useAllPages } from '../../api.ts'
import { Block } from '../../parts/Block.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { LoadState } from '../../parts/LoadState.tsx'
import { useAttachmentCounts } from '../attachment/useAttachmentCounts.ts'
import { ExportTable } from '../export/ExportTable.tsx'
import { DiscrepancyLine } from './DiscrepancyLine.tsx'
import { SetStatus } from './SetStatus.tsx'
import { useDiscrepancyExport } from './useDiscrepancyExport.ts'

type Shown = DiscrepancyRow['status'] | 'all'

/** 差异, each with its quotes and its status; `?planId=` filters, `#id` marks one. */
export function Discrepancies() {
  const { t } = useTranslation(['check', 'terms'])
  const [search, setSearch] = useSearchParams()
  const { hash } = useLocation()
  const [shown, setShown] = useState<Shown>('all')
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<DiscrepancyRow | null>(null)
  const discrepancies = useAllPages('listDiscrepancies', {})
  const filesOf = useAttachmentCounts(discrepancies.data)
  const exported = useDiscrepancyExport()
  const rows = discrepancies.data ?? []
  const planId = search.get('planId')
  const plans = [...new Map(rows.map((row) => [row.planId, row.planName]))]
  const found = rows.filter((row) => isFound(row))
  const open = rows.filter((row) => row.status === 'open').length
  return (
    <Block
      title={t('discrepancies')}
      lead={t('discrepancyCount', { total: rows.length, open })}
      actions={
        <div className="filters">
          <Select
            size="small"
            aria-label={t('planLabel')}
            value={planId ?? ''}
            popupMatchSelectWidth={false}
            style={{ width: 220 }}
            options={[
              { value: '', label: t('allPlans') },
              ...plans.map(([value, label]) => ({ value, label })),
            ]}
            onChange={(value) => setSearch(value === '' ? {} : { planId: value }, { replace: true })}
          />
          <Segmented<Shown>
            size="small"
            aria-label={t('statusLabel')}
            name="status"
            value={shown}
            options={[
              { value: 'all', label: t('all') },
              ...discrepancyStatuses.map((status) => ({
                value: status,
                label: t(`terms:discrepancyStatus.${status}`),
              })),
            ]}
            onChange={setShown}
          />
          <Input
            size="small"
            allowClear
            data-page-search
            aria-label={t('searchLabel')}
            placeholder={t('searchHint')}
            style={{ width: 160 }}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <ExportTable
            name={t('discrepancies')}
            columns={exported}
            rows={found}
            conditions={[
              plans.find(([id]) => id === planId)?.[1],
              shown !== 'all' && t(`terms:discrepancyStatus.${shown}`),
              text,
            ]}
          />
        </div>
      }
    >
      <Loaded answer={discrepancies}>
        {(all) => {
          if (found.length === 0)
            return <LoadState kind="empty" text={all.length === 0 ? t('none') : t('noneFound')} />
          return (
            <table className="sheet discrepancies" aria-label={t('discrepancies')}>
              <thead>
                <tr>
                  <th scope="col">{t('what')}</th>
                  <th scope="col">{t('quotes')}</th>
                  <th scope="col">{t('statusLabel')}</th>
                </tr>
              </thead>
              <tbody>
                {found.map((row) => (
                  <DiscrepancyLine
                    key={row.id}
                    discrepancy={row}
                    fileCount={filesOf(row.id)}
                    isMarked={hash === `#${row.id}`}
                    onSetStatus={() => setChosen(row)}
                  />
                ))}
              </tbody>
            </table>
          )
        }}
      </Loaded>
      <SetStatus discrepancy={chosen} onClose={() => setChosen(null)} />
    </Block>
  )

  function isFound(row: DiscrepancyRow) {
    const words = [
      row.text,
      row.planName,
      row.statusReason ?? '',
      ...row.citations.map(({ quote }) => quote),
    ].join('\n')
    return (
      (planId === null || row.planId === planId) &&
      (shown === 'all' || row.status === shown) &&
      words.toLowerCase().includes(text.trim().toLowerCase())
    )
  }
}
