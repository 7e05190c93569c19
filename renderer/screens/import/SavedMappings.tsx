import { App, Button, Input, Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportMapping } from '../../../db/domain/import/importMapping.ts'
import type { ImportPreview } from '../../../db/domain/import/importPreview.ts'
import { useAllPages, useCommand } from '../../api.ts'
import { SavedMappingList } from './SavedMappingList.tsx'

interface SavedMappingsProps {
  readonly preview: ImportPreview
  readonly onUse: (mapping: Partial<ImportMapping>) => void
}

/** 列对应 that were saved for this kind: one is used again by a click, the present one saved under a name. */
export function SavedMappings({ preview, onUse }: SavedMappingsProps) {
  const { t } = useTranslation('import')
  const { message } = App.useApp()
  const { kind, mapping } = preview
  const saved = useAllPages('listImportMappings', { kind }).data ?? []
  const save = useCommand('saveImportMapping')
  const [isChoosing, setIsChoosing] = useState(false)
  const [isNaming, setIsNaming] = useState(false)
  const [name, setName] = useState('')
  const keep = () => {
    save.mutate(
      { kind, name: name.trim(), mapping: { ...mapping, sheet: undefined } },
      {
        onSuccess: () => {
          setIsNaming(false)
          void message.success(t('savedAs', { name: name.trim() }))
        },
      },
    )
  }
  return (
    <>
      {saved.length > 0 && (
        <Popover
          trigger="click"
          open={isChoosing}
          onOpenChange={setIsChoosing}
          content={
            <SavedMappingList
              saved={saved}
              onUse={(chosen) => {
                setIsChoosing(false)
                onUse({ ...chosen.mapping, sheet: preview.sheet })
              }}
            />
          }
        >
          <Button size="small">
            {t('saved')} {saved.length}
          </Button>
        </Popover>
      )}
      <Popover
        trigger="click"
        open={isNaming}
        onOpenChange={setIsNaming}
        content={
          <form
            className="import-save"
            onSubmit={(event) => {
              event.preventDefault()
              keep()
            }}
          >
            <Input
              aria-label={t('saveName')}
              placeholder={t('saveName')}
              maxLength={60}
              value={name}
              onChange={(event) => {
                setName(event.target.value)
              }}
            />
            <Button type="primary" htmlType="submit" disabled={name.trim() === ''} loading={save.isPending}>
              {t('saveAs')}
            </Button>
            {save.error !== null && <span className="red">{save.error.message}</span>}
          </form>
        }
      >
        <Button size="small">{t('saveAs')}</Button>
      </Popover>
    </>
  )
}
