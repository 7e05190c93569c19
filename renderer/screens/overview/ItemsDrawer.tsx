import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Plan, PlanSummary } from '../../../db/domain/plan.ts'
import { useAllPages } from '../../api.ts'
import { Amount } from '../../parts/Amount.tsx'
import { AmountHeader } from '../../parts/AmountHeader.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { StatusTag } from '../../parts/StatusTag.tsx'
import { ExportTable } from '../export/ExportTable.tsx'
import { moneyColumn } from '../export/exportColumn.ts'
import { ProjectAmount } from '../project/ProjectAmount.tsx'

interface ItemsDrawerProps {
  readonly plan: Plan
  readonly summary: PlanSummary
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** The items whose amounts add up to the 分项合计. */
export function ItemsDrawer({ plan, summary, isOpen, onClose }: ItemsDrawerProps) {
  const { t } = useTranslation(['overview', 'terms'])
  const title = t('itemsTitle', { plan: plan.name })
  return (
    <Drawer
      title={title}
      size={560}
      open={isOpen}
      onClose={onClose}
      closable={{ 'aria-label': t('terms:close') }}
      destroyOnHidden
    >
      <Items plan={plan} summary={summary} label={title} />
    </Drawer>
  )
}

function Items({
  plan,
  summary,
  label,
}: {
  readonly plan: Plan
  readonly summary: PlanSummary
  readonly label: string
}) {
  const { t } = useTranslation(['overview', 'terms'])
  const projects = useAllPages('listProjects', { planId: plan.id, state: 'any' })
  return (
    <Loaded answer={projects}>
      {(rows) => {
        const items = rows.filter((row) => row.origin === 'plan' && row.amountFen !== null)
        return (
          <>
            <div className="list-tools">
              <ExportTable
                name={label}
                rows={items}
                columns={[
                  {
                    title: t('item'),
                    cell: ({ name, isAmountDerived }) =>
                      isAmountDerived ? `${name}（${t('derived')}）` : name,
                  },
                  moneyColumn<(typeof items)[number]>(t('amount'), ({ amountFen }) => amountFen, ''),
                ]}
              />
            </div>
            <table className="sheet" aria-label={label}>
              <thead>
                <tr>
                  <th scope="col">{t('item')}</th>
                  <th scope="col" className="is-figure">
                    <AmountHeader label={t('amount')} />
                  </th>
                </tr>
              </thead>
              <tbody>
                {items.map((row) => (
                  <tr key={row.id}>
                    <td>
                      <Link to={`/projects/${encodeURIComponent(row.id)}`}>{row.name}</Link>{' '}
                      {row.isAmountDerived && <StatusTag tone="grey">{t('derived')}</StatusTag>}
                    </td>
                    <td className="is-figure">
                      <ProjectAmount project={row} />
                    </td>
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row">{t('sum', { count: summary.unknownCount })}</th>
                  <td className="is-figure">
                    <Amount fen={summary.itemsTotalFen} origin="listed" />
                  </td>
                </tr>
              </tfoot>
            </table>
          </>
        )
      }}
    </Loaded>
  )
}
