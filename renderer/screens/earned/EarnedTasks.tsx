import { useTranslation } from 'react-i18next'
import type { EarnedValue } from '../../../db/domain/earnedValue.ts'
import { Amount } from '../../parts/Amount.tsx'
import { AmountHeader } from '../../parts/AmountHeader.tsx'
import { Block } from '../../parts/Block.tsx'
import { ExportTable } from '../export/ExportTable.tsx'
import { moneyColumn } from '../export/exportColumn.ts'

type Item = EarnedValue['items'][number]

/** What adds up to the figures, task by task. */
export function EarnedTasks({ items, projectId }: Pick<EarnedValue, 'items' | 'projectId'>) {
  const { t } = useTranslation('earned')
  const origin = {
    origin: { to: `/schedule?projectId=${encodeURIComponent(projectId)}` },
    originName: t('openSchedule'),
  }
  const unknown = <span className="grey">{t('notApplicable')}</span>
  return (
    <Block
      title={t('tasks')}
      actions={
        <ExportTable
          name={t('tasks')}
          rows={items}
          columns={[
            { title: t('task'), cell: ({ name }) => name },
            {
              title: t('period'),
              cell: ({ start, finish }) =>
                start === null || finish === null ? t('notApplicable') : `${start} — ${finish}`,
            },
            moneyColumn(t('cost'), ({ costFen }: Item) => costFen, t('notApplicable')),
            moneyColumn(t('pv'), ({ pvFen }: Item) => pvFen, t('notApplicable')),
            {
              title: t('measured'),
              kind: 'pct',
              cell: ({ progressPct }) => progressPct ?? t('notApplicable'),
            },
            { title: t('reportedOn'), kind: 'day', cell: ({ reportedOn }) => reportedOn },
            moneyColumn(t('ev'), ({ evFen }: Item) => evFen, t('notApplicable')),
          ]}
        />
      }
    >
      <table className="sheet" aria-label={t('tasks')}>
        <thead>
          <tr>
            <th scope="col">{t('task')}</th>
            <th scope="col">{t('period')}</th>
            {(['cost', 'pv'] as const).map((name) => (
              <th key={name} scope="col" className="is-figure">
                <AmountHeader label={t(name)} />
              </th>
            ))}
            <th scope="col" className="is-figure">
              {t('measured')}
            </th>
            <th scope="col">{t('reportedOn')}</th>
            <th scope="col" className="is-figure">
              <AmountHeader label={t('ev')} />
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.taskId}>
              <th scope="row">{item.name}</th>
              <td title={item.isCoarse ? t('coarse') : undefined}>
                {item.start === null || item.finish === null ? unknown : `${item.start} — ${item.finish}`}
                {item.isCoarse && <span className="grey"> ≈</span>}
              </td>
              <td className="is-figure">
                <Amount fen={item.costFen} {...origin} />
              </td>
              <td className="is-figure">
                {item.pvFen === null ? unknown : <Amount fen={item.pvFen} {...origin} />}
              </td>
              <td className="is-figure">{item.progressPct === null ? unknown : item.progressPct}</td>
              <td>{item.reportedOn ?? <span className="grey">—</span>}</td>
              <td className="is-figure">
                {item.evFen === null ? unknown : <Amount fen={item.evFen} {...origin} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Block>
  )
}
