import { DeleteOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RequestOutput } from '../../../../db/requests/requests.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { AmountHeader } from '../../../parts/AmountHeader.tsx'
import { instantInTable } from '../../../parts/instant.ts'
import { ExportTable } from '../../export/ExportTable.tsx'
import { moneyColumn } from '../../export/exportColumn.ts'

export type BaselineRow = RequestOutput<'listBaselines'>['items'][number]

interface BaselineTableProps {
  readonly baselines: readonly BaselineRow[]
  readonly onRemove: (baseline: BaselineRow) => void
}

/** The baselines of a project: when and by whom each was set, and what it holds. 规划 itself stays. */
export function BaselineTable({ baselines, onRemove }: BaselineTableProps) {
  const { t } = useTranslation(['schedule', 'terms'])
  if (baselines.length === 0) return null
  return (
    <>
      <div className="list-tools">
        <ExportTable
          name={t('baselines')}
          rows={baselines}
          columns={[
            { title: t('baseline'), cell: ({ name }) => name },
            {
              title: t('baselineSetOn'),
              kind: 'instant',
              cell: ({ recordedAt }) => recordedAt ?? t('baselineDerived'),
            },
            { title: t('terms:by'), cell: ({ actorName }) => actorName },
            { title: t('baselineTasks'), kind: 'count', cell: ({ itemCount }) => itemCount },
            moneyColumn<BaselineRow>(t('baselineCost'), ({ totalFen }) => totalFen, t('terms:notEntered')),
            { title: t('terms:note'), cell: ({ note }) => note },
          ]}
        />
      </div>
      <table className="sheet" aria-label={t('baselines')}>
        <thead>
          <tr>
            <th scope="col">{t('baseline')}</th>
            <th scope="col">{t('baselineSetOn')}</th>
            <th scope="col" className="is-figure">
              {t('baselineTasks')}
            </th>
            <th scope="col" className="is-figure">
              <AmountHeader label={t('baselineCost')} />
            </th>
            <th scope="col">
              <span className="visually-hidden">{t('removeBaseline')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {baselines.map((baseline) => (
            <tr key={baseline.id}>
              <th scope="row" title={baseline.note ?? undefined}>
                {baseline.name}
              </th>
              <td className={baseline.recordedAt === null ? 'grey' : 'figure'}>
                {baseline.recordedAt === null
                  ? t('baselineDerived')
                  : `${instantInTable(baseline.recordedAt)} ${baseline.actorName ?? ''}`}
              </td>
              <td className="is-figure">{baseline.itemCount}</td>
              <td className="is-figure">
                <Amount fen={baseline.totalFen} unknown="notEntered" origin="entered" />
              </td>
              <td className="is-figure">
                {!baseline.isDerived && (
                  <Button
                    size="small"
                    type="text"
                    icon={<DeleteOutlined aria-hidden />}
                    aria-label={t('removeBaselineOf', { name: baseline.name })}
                    onClick={() => onRemove(baseline)}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
