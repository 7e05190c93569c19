import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BudgetLineRow, BudgetVersionRow } from '../../../../db/domain/budget.ts'
import { useRequest } from '../../../api.ts'
import { Block } from '../../../parts/Block.tsx'
import { Loaded } from '../../../parts/Loaded.tsx'
import { useMay } from '../../../state.tsx'
import { ChangeHistory } from '../../change/ChangeHistory.tsx'
import { ApproveVersion } from './ApproveVersion.tsx'
import { EditVersion } from './EditVersion.tsx'
import { ExportLines } from './ExportLines.tsx'
import { LineForm } from './LineForm.tsx'
import { LineTree } from './LineTree.tsx'
import { MapCostClass } from './MapCostClass.tsx'
import { RemoveVersion } from './RemoveVersion.tsx'

interface VersionLinesProps {
  readonly version: BudgetVersionRow
  readonly lineKey: string | null
  /** The project takes nothing more. */
  readonly isClosed: boolean
  readonly onRemoved: () => void
}

/** What is open over the tree. */
type Opened =
  | { readonly what: 'add'; readonly parent: BudgetLineRow | null }
  | { readonly what: 'edit' | 'map'; readonly line: BudgetLineRow }
  | { readonly what: 'approve' | 'version' | 'remove' }

/** The tree of a version; in a draft the leaves take amounts, and the sums follow. */
export function VersionLines({ version, lineKey, isClosed, onRemoved }: VersionLinesProps) {
  const { t } = useTranslation('money')
  const standing = version.state === 'draft' ? (isClosed ? 'draftClosed' : 'draftLead') : 'lockedLead'
  const isEditable = standing === 'draftLead'
  const mayEdit = useMay('setBudgetLine') && isEditable
  const mayApprove = useMay('approveBudgetVersion') && isEditable
  const [opened, setOpened] = useState<Opened | null>(null)
  const lines = useRequest('listBudgetLines', { versionId: version.id })
  const title = t('linesOf', { kind: t(`budgetKind.${version.kind}`) })
  const close = () => setOpened(null)
  return (
    <Block
      title={title}
      lead={t(standing)}
      actions={
        <>
          {mayEdit && (
            <>
              <Button size="small" onClick={() => setOpened({ what: 'add', parent: null })}>
                {t('addLine')}
              </Button>
              <Button size="small" onClick={() => setOpened({ what: 'version' })}>
                {t('editVersion')}
              </Button>
              <Button size="small" danger onClick={() => setOpened({ what: 'remove' })}>
                {t('removeDraft')}
              </Button>
            </>
          )}
          {mayApprove && (
            <Button size="small" type="primary" onClick={() => setOpened({ what: 'approve' })}>
              {t('approveVersion')}
            </Button>
          )}
          <ExportLines name={title} version={version} answer={lines.data} />
          <ChangeHistory entityId={version.id} subject={title} isSmall />
        </>
      }
    >
      {version.note !== null && <p className="money-lead version-note">{version.note}</p>}
      <Loaded answer={lines}>
        {({ items, version: { totalFen } }) => (
          <>
            <LineTree
              label={title}
              projectId={version.projectId}
              versionId={version.id}
              lines={items}
              totalFen={totalFen}
              mayEdit={mayEdit}
              markedKey={lineKey}
              onAddBelow={(parent) => setOpened({ what: 'add', parent })}
              onEdit={(line) => setOpened({ what: 'edit', line })}
              onMap={(line) => setOpened({ what: 'map', line })}
            />
            {opened?.what === 'add' && (
              <LineForm versionId={version.id} lines={items} parent={opened.parent} onClose={close} />
            )}
            {opened?.what === 'edit' && (
              <LineForm
                versionId={version.id}
                lines={items}
                line={opened.line}
                parent={null}
                onClose={close}
              />
            )}
          </>
        )}
      </Loaded>
      {opened?.what === 'map' && (
        <MapCostClass projectId={version.projectId} line={opened.line} onClose={close} />
      )}
      {opened?.what === 'approve' && <ApproveVersion version={version} onClose={close} />}
      {opened?.what === 'version' && <EditVersion version={version} onClose={close} />}
      {opened?.what === 'remove' && <RemoveVersion version={version} onClose={close} onRemoved={onRemoved} />}
    </Block>
  )
}
