import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SavedMapping } from '../../../db/domain/import/importMapping.ts'
import { useCommand } from '../../api.ts'
import { instantInTable } from '../../parts/instant.ts'
import { ReasonModal } from '../../parts/ReasonModal.tsx'
import { useMay } from '../../state.tsx'

interface SavedMappingListProps {
  readonly saved: readonly SavedMapping[]
  readonly onUse: (mapping: SavedMapping) => void
}

/** The saved 列对应: a click uses one, and one that is wrong is removed with a reason. */
export function SavedMappingList({ saved, onUse }: SavedMappingListProps) {
  const { t } = useTranslation('import')
  const mayRemove = useMay('removeImportMapping')
  const [removing, setRemoving] = useState<SavedMapping | null>(null)
  return (
    <>
      <ul className="import-saved-list" aria-label={t('saved')}>
        {saved.map((known) => (
          <li key={known.id}>
            <span>
              <button
                type="button"
                className="plain-button"
                aria-label={t('useSaved', { name: known.name })}
                onClick={() => onUse(known)}
              >
                {known.name}
              </button>{' '}
              <span className="grey">
                {t('savedBy', { by: known.savedBy, at: instantInTable(known.savedAt) })}
              </span>
            </span>
            {mayRemove && (
              <button
                type="button"
                className="plain-button"
                aria-label={t('removeSaved', { name: known.name })}
                onClick={() => setRemoving(known)}
              >
                {t('remove')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {removing !== null && <RemoveMapping mapping={removing} onClose={() => setRemoving(null)} />}
    </>
  )
}

function RemoveMapping({
  mapping: { kind, name },
  onClose,
}: {
  readonly mapping: SavedMapping
  readonly onClose: () => void
}) {
  const { t } = useTranslation('import')
  const { message } = App.useApp()
  const remove = useCommand('removeImportMapping')
  return (
    <ReasonModal
      title={t('removeSavedTitle', { name })}
      isOpen
      okText={t('remove')}
      isBusy={remove.isPending}
      error={remove.error?.error ?? null}
      onClose={onClose}
      onOk={(reason) =>
        remove.mutate(
          { kind, name, reason },
          {
            onSuccess: () => {
              void message.info(t('removedSaved', { name }))
              onClose()
            },
          },
        )
      }
    />
  )
}
