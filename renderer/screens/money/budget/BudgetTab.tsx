import './budget.css'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BudgetVersionRow } from '../../../../db/domain/budget.ts'
import { useAllPages } from '../../../api.ts'
import { Block } from '../../../parts/Block.tsx'
import { Loaded } from '../../../parts/Loaded.tsx'
import { LoadState } from '../../../parts/LoadState.tsx'
import { useMay } from '../../../state.tsx'
import { AttachmentBlock } from '../../attachment/AttachmentBlock.tsx'
import { ExportTable } from '../../export/ExportTable.tsx'
import { ImportButton } from '../../import/ImportButton.tsx'
import type { MoneyTabProps } from '../MoneyPage.tsx'
import { CompareVersions } from './CompareVersions.tsx'
import { CreateVersion } from './CreateVersion.tsx'
import { VersionLines } from './VersionLines.tsx'
import { VersionTable } from './VersionTable.tsx'

/** 概算版本 of one project: each with its lines, and any two compared. */
export function BudgetTab({ view, show, closedWhy }: MoneyTabProps) {
  const { t } = useTranslation('money')
  const { projectId } = view
  if (projectId === null) return <LoadState kind="empty" text={t('chooseProject')} />
  return <Versions key={projectId} projectId={projectId} view={view} show={show} closedWhy={closedWhy} />
}

function Versions({
  projectId,
  view,
  show,
  closedWhy,
}: Omit<MoneyTabProps, 'projects'> & { readonly projectId: string }) {
  const { t } = useTranslation(['money', 'terms'])
  const [isCreating, setIsCreating] = useState(false)
  const mayCreate = useMay('createBudgetVersion') && closedWhy === null
  const versions = useAllPages('listBudgetVersions', { projectId })
  return (
    <Loaded answer={versions}>
      {(rows) => {
        const own = rows.filter(({ isDerived }) => !isDerived)
        const shown =
          own.find(({ id }) => id === view.versionId) ?? own.find(({ isLimit }) => isLimit) ?? own.at(-1)
        const against = rows.find(({ id }) => id === view.againstId && id !== shown?.id)
        return (
          <>
            <Block
              title={t('tab.budgets')}
              lead={t('budgetsLead')}
              actions={
                <>
                  {closedWhy === null && <ImportButton kind="budgetLines" projectId={projectId} isSmall />}
                  <ExportTable
                    name={t('tab.budgets')}
                    rows={rows}
                    columns={[
                      { title: t('version'), cell: ({ kind }) => t(`budgetKind.${kind}`) },
                      { title: t('approvalNo'), cell: ({ approvalNo }) => approvalNo },
                      { title: t('approvalBody'), cell: ({ approvalBody }) => approvalBody },
                      { title: t('approvedOn'), kind: 'day', cell: ({ approvedOn }) => approvedOn },
                      {
                        title: t('versionTotal'),
                        kind: 'money',
                        cell: ({ totalFen, isDerived }) =>
                          totalFen ?? t(isDerived ? 'terms:unpublished' : 'terms:notEntered'),
                      },
                      {
                        title: t('state'),
                        cell: ({ isDerived, state }) =>
                          isDerived ? t('fromPlan') : t(`versionState.${state}`),
                      },
                    ]}
                  />
                  {mayCreate && (
                    <Button size="small" onClick={() => setIsCreating(true)}>
                      {t('createVersion')}
                    </Button>
                  )}
                </>
              }
            >
              <VersionTable
                versions={rows}
                shownId={shown?.id ?? null}
                againstId={against?.id ?? null}
                onShow={(versionId) => show({ versionId, againstId: null })}
                onCompare={(againstId) => show({ againstId })}
              />
            </Block>
            {shown === undefined ? (
              <LoadState kind="empty" text={t('versionsNone')} />
            ) : against === undefined ? (
              <VersionLines
                key={`lines ${shown.id}`}
                version={shown}
                lineKey={view.lineKey}
                isClosed={closedWhy !== null}
                onRemoved={() => show({ versionId: null })}
              />
            ) : (
              <CompareVersions
                {...olderFirst(rows, against.id, shown.id)}
                onClose={() => show({ againstId: null })}
              />
            )}
            {shown !== undefined && against === undefined && (
              <AttachmentBlock key={`files ${shown.id}`} subject="budget_version" subjectId={shown.id} />
            )}
            <CreateVersion
              projectId={projectId}
              versions={own}
              isOpen={isCreating}
              onClose={() => setIsCreating(false)}
              onCreated={(version) => {
                setIsCreating(false)
                show({ versionId: version.id, againstId: null })
              }}
            />
          </>
        )
      }}
    </Loaded>
  )
}

/** What changed reads from the older version to the newer one, whichever of them was opened first. */
function olderFirst(versions: readonly BudgetVersionRow[], oneId: string, otherId: string) {
  const place = (versionId: string) => versions.findIndex(({ id }) => id === versionId)
  return place(oneId) < place(otherId) ? { fromId: oneId, toId: otherId } : { fromId: otherId, toId: oneId }
}
