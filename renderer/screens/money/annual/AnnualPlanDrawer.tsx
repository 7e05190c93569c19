import { Button, Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AnnualPlanRow, AnnualPlanVersionRow } from '../../../../db/domain/annualPlan.ts'
import { useRequest } from '../../../api.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { AmountHeader } from '../../../parts/AmountHeader.tsx'
import { Block } from '../../../parts/Block.tsx'
import { instantInTable } from '../../../parts/instant.ts'
import { Loaded } from '../../../parts/Loaded.tsx'
import { useMay } from '../../../state.tsx'
import { AttachmentButton } from '../../attachment/AttachmentButton.tsx'
import { useAttachmentCounts } from '../../attachment/useAttachmentCounts.ts'
import { ExportTable } from '../../export/ExportTable.tsx'
import { type ExportColumn, moneyColumn } from '../../export/exportColumn.ts'
import { fundPaymentsAddress } from '../fund/fundAddress.ts'
import { PctText } from './PctText.tsx'
import { paidInYear } from './paidInYear.ts'

interface AnnualPlanDrawerProps {
  readonly row: AnnualPlanRow
  readonly onAdjust: () => void
  readonly onClose: () => void
}

/** One project's plan of the year: by source against what was paid, and every version with its document. */
export function AnnualPlanDrawer({ row, onAdjust, onClose }: AnnualPlanDrawerProps) {
  const { t } = useTranslation(['annualPlan', 'terms', 'money'])
  const mayAdjust = useMay('adjustAnnualPlan')
  const { projectId, year } = row
  const plan = useRequest('annualPlan', { projectId, year })
  const filesOf = useAttachmentCounts(plan.data?.versions)
  const versionColumns: readonly ExportColumn<AnnualPlanVersionRow>[] = [
    {
      title: t('versions'),
      cell: ({ version }) => (version === 1 ? t('first') : t('versionNo', { version })),
    },
    { title: t('documentNo'), cell: ({ documentNo }) => documentNo },
    { title: t('issuedOn'), kind: 'day', cell: ({ issuedOn }) => issuedOn },
    { title: t('plan'), kind: 'money', cell: ({ amountFen }) => amountFen ?? t('terms:notEntered') },
    { title: t('terms:reason'), cell: ({ reason }) => reason },
    { title: t('terms:by'), cell: ({ actorName }) => actorName },
    { title: t('terms:recordedAt'), kind: 'instant', cell: ({ recordedAt }) => recordedAt },
  ]
  return (
    <Drawer
      title={`${row.projectName} · ${t('titleOf', { year })}`}
      size={720}
      open
      onClose={onClose}
      closable={{ 'aria-label': t('terms:close') }}
      extra={mayAdjust && <Button onClick={onAdjust}>{t('adjust')}</Button>}
    >
      <Block
        title={t('bySource')}
        actions={
          <ExportTable
            name={t('bySource')}
            rows={row.sources}
            conditions={[row.projectName, t('titleOf', { year })]}
            columns={[
              { title: t('source'), cell: ({ fundName }) => fundName ?? t('unsettled') },
              moneyColumn<AnnualPlanRow['sources'][number]>(
                t('plan'),
                ({ planFen }) => planFen,
                t('terms:notEntered'),
              ),
              moneyColumn<AnnualPlanRow['sources'][number]>(t('paid'), ({ paidFen }) => paidFen, ''),
              { title: '%', kind: 'pct', cell: ({ paidPct }) => paidPct },
            ]}
          />
        }
      >
        <table className="sheet" aria-label={t('bySource')}>
          <thead>
            <tr>
              <th scope="col">{t('source')}</th>
              <th scope="col" className="is-figure">
                <AmountHeader label={t('plan')} />
              </th>
              <th scope="col" className="is-figure">
                <AmountHeader label={t('paid')} />
              </th>
              <th scope="col" className="is-figure">
                %
              </th>
            </tr>
          </thead>
          <tbody>
            {row.sources.map((source) => (
              <tr key={source.fundId ?? ''}>
                <th scope="row">{source.fundName ?? t('unsettled')}</th>
                <td className="is-figure">
                  <Amount fen={source.planFen} unknown="notEntered" origin="entered" />
                </td>
                <td className="is-figure">
                  <Amount
                    fen={source.paidFen}
                    origin={{
                      to:
                        source.fundId === null
                          ? paidInYear(projectId, year)
                          : fundPaymentsAddress(source.fundId, projectId, String(year)),
                    }}
                    originName={t('money:origin.paid')}
                  />
                </td>
                <td className="is-figure">
                  <PctText pct={source.paidPct} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Block>
      <Block
        title={t('versions')}
        actions={
          <ExportTable
            name={t('versions')}
            rows={plan.data?.versions ?? []}
            conditions={[row.projectName, t('titleOf', { year })]}
            columns={versionColumns}
          />
        }
      >
        <Loaded answer={plan}>
          {({ versions }) => (
            <ol className="annual-versions" aria-label={t('versions')}>
              {versions.map((version) => (
                <Version key={version.id} version={version} fileCount={filesOf(version.id)} />
              ))}
            </ol>
          )}
        </Loaded>
      </Block>
    </Drawer>
  )
}

interface VersionProps {
  readonly version: AnnualPlanVersionRow
  readonly fileCount: number
}

function Version({ version, fileCount }: VersionProps) {
  const { t } = useTranslation('annualPlan')
  const title = version.version === 1 ? t('first') : t('versionNo', { version: version.version })
  return (
    <li>
      <div>
        <strong>{title}</strong> {version.documentNo ?? <span className="grey">{t('noDocument')}</span>}{' '}
        <span className="figure">{version.issuedOn}</span>{' '}
        <Amount fen={version.amountFen} unknown="notEntered" withUnit origin="listed" />{' '}
        <AttachmentButton subject="annual_plan" subjectId={version.id} title={title} count={fileCount} />
      </div>
      <div className="grey">
        {version.lines.map((line) => (
          <span key={line.fundId ?? ''} className="annual-part">
            {line.fundName ?? t('unsettled')}{' '}
            <Amount fen={line.amountFen} unknown="notEntered" origin="entered" />
          </span>
        ))}
      </div>
      {version.reason !== null && <p>{t('because', { reason: version.reason })}</p>}
      <div className="grey">
        {version.actorName} <span className="figure">{instantInTable(version.recordedAt)}</span>
      </div>
    </li>
  )
}
