import { Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ImportKind, importKind } from '../../../db/domain/import/field.ts'
import { Block } from '../../parts/Block.tsx'
import { pastedCells } from './pastedCells.ts'
import { useWhyNotImport } from './useWhyNotImport.ts'

interface ImportStartProps {
  readonly kind: ImportKind
  readonly isBusy: boolean
  readonly onKind: (kind: ImportKind) => void
  readonly onFile: () => void
  readonly onPaste: (cells: string) => void
}

/** What is imported, and from where: a file that a dialog asks for, or cells from the clipboard. */
export function ImportStart({ kind, isBusy, onKind, onFile, onPaste }: ImportStartProps) {
  const { t } = useTranslation('import')
  const whyNot = useWhyNotImport()
  const [typed, setTyped] = useState('')
  return (
    <Block title={t('what')}>
      <div className="import-start">
        <Segmented<ImportKind>
          aria-label={t('what')}
          value={kind}
          onChange={onKind}
          options={importKind.options.map((value) => ({
            value,
            label: t(`kind.${value}`),
            title: whyNot(value) ?? '',
            disabled: whyNot(value) !== null && value !== kind,
          }))}
        />
        <div className="import-ways">
          <div>
            <Button type="primary" disabled={isBusy} onClick={onFile}>
              {t('chooseFile')}
            </Button>
            <p className="grey">{t('chooseFileHint')}</p>
          </div>
          <div>
            <Input.TextArea
              aria-label={t('paste')}
              placeholder={t('pasteHint')}
              rows={3}
              value={typed}
              disabled={isBusy}
              onChange={(event) => {
                setTyped(event.target.value)
              }}
              onPaste={(event) => {
                const cells = pastedCells(event.clipboardData)
                if (cells === '') return
                event.preventDefault()
                onPaste(cells)
              }}
            />
            <Button size="small" disabled={isBusy || typed.trim() === ''} onClick={() => onPaste(typed)}>
              {t('readPasted')}
            </Button>
          </div>
        </div>
      </div>
    </Block>
  )
}
