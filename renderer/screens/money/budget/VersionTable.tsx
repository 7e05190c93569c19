import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { BudgetVersionRow } from '../../../../db/domain/budget.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { AmountHeader } from '../../../parts/AmountHeader.tsx'
import { StatusTag } from '../../../parts/StatusTag.tsx'
import { AttachmentButton } from '../../attachment/AttachmentButton.tsx'
import { useAttachmentCounts } from '../../attachment/useAttachmentCounts.ts'

interface VersionTableProps {
  readonly versions: readonly BudgetVersionRow[]
  readonly shownId: string | null
  readonly againstId: string | null
  readonly onShow: (versionId: string) => void
  readonly onCompare: (versionId: string) => void
}

export function VersionTable({ versions, shownId, againstId, onShow, onCompare }: VersionTableProps) {
  const { t } = useTranslation('money')
  const filesOf = useAttachmentCounts(versions)
  return (
    <div className="money-scroll">
      <table className="sheet" aria-label={t('tab.budgets')}>
        <thead>
          <tr>
            <th scope="col">{t('version')}</th>
            <th scope="col">{t('approvalNo')}</th>
            <th scope="col">{t('approvalBody')}</th>
            <th scope="col">{t('approvedOn')}</th>
            <th scope="col" className="is-figure">
              <AmountHeader label={t('versionTotal')} />
            </th>
            <th scope="col">{t('state')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {versions.map((version, index) => {
            const name = version.isDerived
              ? t(`budgetKind.${version.kind}`)
              : versionName(t(`budgetKind.${version.kind}`), index)
            return (
              <tr key={version.id} className={version.id === shownId ? 'is-shown' : ''}>
                <th scope="row" className="is-nowrap">
                  {version.isDerived ? (
                    name
                  ) : (
                    <button
                      type="button"
                      className="name-button"
                      aria-pressed={version.id === shownId}
                      onClick={() => onShow(version.id)}
                    >
                      {name}
                    </button>
                  )}{' '}
                  {!version.isDerived && (
                    <AttachmentButton
                      subject="budget_version"
                      subjectId={version.id}
                      title={name}
                      count={filesOf(version.id)}
                    />
                  )}
                </th>
                <td>{version.approvalNo ?? <span className="grey">{t('none')}</span>}</td>
                <td>{version.approvalBody ?? <span className="grey">{t('none')}</span>}</td>
                <td className="is-nowrap">
                  {version.approvedOn ?? <span className="grey">{t('none')}</span>}
                </td>
                <td className="is-figure">
                  <Amount
                    fen={version.totalFen}
                    unknown={version.isDerived ? 'unpublished' : 'notEntered'}
                    origin={
                      version.isDerived
                        ? { to: `/projects/${encodeURIComponent(version.projectId)}` }
                        : { open: () => onShow(version.id) }
                    }
                    originName={t('origin.budget')}
                  />
                </td>
                <td className="is-nowrap">
                  {version.isDerived ? (
                    <StatusTag tone="grey">{t('fromPlan')}</StatusTag>
                  ) : (
                    <StatusTag tone={version.state === 'approved' ? 'green' : 'amber'}>
                      {t(`versionState.${version.state}`)}
                    </StatusTag>
                  )}{' '}
                  {version.isLimit && <StatusTag tone="accent">{t('isLimit')}</StatusTag>}
                </td>
                <td className="is-figure">
                  {version.id !== shownId && shownId !== null && (
                    <Button
                      type="link"
                      size="small"
                      aria-pressed={version.id === againstId}
                      aria-label={t('compareNamed', { name })}
                      onClick={() => onCompare(version.id)}
                    >
                      {t('compare')}
                    </Button>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** Versions of a project are told apart by their place in the order of recording. */
function versionName(kind: string, index: number) {
  return `${String(index)} · ${kind}`
}
