import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRequest } from '../../api.ts'
import { Amount } from '../../parts/Amount.tsx'
import { AmountHeader } from '../../parts/AmountHeader.tsx'
import { Bar } from '../../parts/Bar.tsx'
import { Block } from '../../parts/Block.tsx'
import { CitationButton } from '../../parts/CitationButton.tsx'
import { CitedAmount } from '../../parts/CitedAmount.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { StatusTag } from '../../parts/StatusTag.tsx'
import { ExportTable } from '../export/ExportTable.tsx'
import { moneyColumn } from '../export/exportColumn.ts'
import type { ReadProject } from './ProjectPage.tsx'
import { paymentsOf } from './paymentsOf.ts'

/** The planned figure, what has been paid, and when. */
export function ProjectMoney({ project }: { readonly project: ReadProject }) {
  const { t } = useTranslation(['project', 'terms'])
  const quotes = project.citations.filter((citation) => citation.field.split(',').includes('amount'))
  const share =
    project.amountFen === null || project.amountFen === 0 ? null : project.paidFen / project.amountFen
  const shareText = share === null ? '' : t('paidShare', { share: `${(share * 100).toFixed(1)}%` })
  return (
    <Block
      title={t('money')}
      lead={t('notApproved')}
      actions={<Link to={paymentsOf(project.id)}>{t('toLedger')}</Link>}
    >
      <table className="facts-table" aria-label={t('money')}>
        <tbody>
          <tr>
            <th scope="row">{project.amountLabel ?? t('amount')}</th>
            <td className="is-figure">
              {project.isAmountDerived && <StatusTag tone="grey">{t('terms:derived')}</StatusTag>}{' '}
              <CitedAmount fen={project.amountFen} subject={t('amount')} citations={quotes} withUnit />
            </td>
            <td className="fact-citation">
              <CitationButton subject={t('amount')} citations={quotes} isWordy />
            </td>
          </tr>
          {project.envelope !== null && (
            <tr>
              <th scope="row">{t('envelope')}</th>
              <td className="is-figure">
                <CitedAmount
                  fen={project.envelope.amountFen}
                  subject={project.envelope.name}
                  citations={project.envelope.citations}
                  isApproximate={project.envelope.isApproximate}
                  withUnit
                />
                <div className="grey fact-note">
                  {t('envelopeText', {
                    text: project.envelope.name,
                    projects: project.envelope.projectCount,
                  })}
                </div>
              </td>
              <td className="fact-citation">
                <CitationButton
                  subject={project.envelope.name}
                  citations={project.envelope.citations}
                  isWordy
                />
              </td>
            </tr>
          )}
          <tr>
            <th scope="row">{t('paid')}</th>
            <td className="is-figure">
              {project.paymentCount === 0 ? (
                <Amount fen={null} unknown="notEntered" />
              ) : (
                <Amount
                  fen={project.paidFen}
                  withUnit
                  origin={{ to: paymentsOf(project.id) }}
                  originName={t('paidOrigin')}
                />
              )}
            </td>
            <td className="fact-citation">
              {share !== null && project.paymentCount > 0 && <Bar share={share} label={shareText} />}
            </td>
          </tr>
        </tbody>
      </table>
      {project.paymentCount > 0 && <PaidByMonth projectId={project.id} projectName={project.name} />}
    </Block>
  )
}

interface PaidByMonthProps {
  readonly projectId: string
  readonly projectName: string
}

function PaidByMonth({ projectId, projectName }: PaidByMonthProps) {
  const { t } = useTranslation('project')
  const answer = useRequest('paidByMonth', { projectId })
  return (
    <Loaded answer={answer}>
      {({ items }) => {
        const months = items.toSorted((a, b) => (a.month < b.month ? 1 : -1))
        return (
          <div className="paid-months">
            <div className="list-tools">
              <ExportTable
                name={t('byMonth')}
                rows={months}
                conditions={[projectName]}
                columns={[
                  { title: t('month'), kind: 'month', cell: ({ month }) => month },
                  { title: t('payments'), kind: 'count', cell: ({ paymentCount }) => paymentCount },
                  moneyColumn<(typeof months)[number]>(t('paid'), ({ paidFen }) => paidFen, ''),
                ]}
              />
            </div>
            <table aria-label={t('byMonth')}>
              <thead>
                <tr>
                  <th scope="col">{t('month')}</th>
                  <th scope="col" className="is-figure">
                    {t('payments')}
                  </th>
                  <th scope="col" className="is-figure">
                    <AmountHeader label={t('paid')} />
                  </th>
                </tr>
              </thead>
              <tbody>
                {months.map(({ month, paidFen, paymentCount }) => (
                  <tr key={month}>
                    <th scope="row">{month}</th>
                    <td className="is-figure figure">{paymentCount}</td>
                    <td className="is-figure">
                      <Amount
                        fen={paidFen}
                        origin={{ to: paymentsOf(projectId, month) }}
                        originName={t('byMonthOrigin', { month })}
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )
      }}
    </Loaded>
  )
}
