import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportPreview } from '../../../db/domain/import/importPreview.ts'
import type { RequestError } from '../../../db/requests/wire.ts'
import { Block } from '../../parts/Block.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { ColumnMap } from './ColumnMap.tsx'
import { ImportFoot } from './ImportFoot.tsx'
import { ImportRows } from './ImportRows.tsx'
import { SavedMappings } from './SavedMappings.tsx'
import { SheetSettings } from './SheetSettings.tsx'
import { TopRows } from './TopRows.tsx'
import { UnknownNames } from './UnknownNames.tsx'
import type { Import } from './useImport.ts'

interface ImportPreviewedProps {
  readonly preview: ImportPreview
  readonly readAgain: Import['readAgain']
  readonly mend: Import['mend']
  readonly apply: Import['apply']
  /** Why the last correction of a row did not come about. */
  readonly mendError: RequestError | null
  readonly isBusy: boolean
}

/** How the sheet was read, what each row comes to, and the button that imports. Progress draws none of it again. */
export const ImportPreviewed = memo(Previewed)

function Previewed({ preview, readAgain, mend, apply, mendError, isBusy }: ImportPreviewedProps) {
  const { t } = useTranslation('import')
  const read = (changes: Parameters<Import['readAgain']>[0]) => {
    void readAgain(changes)
  }
  const missing = preview.missing.map((field) => t(`fields.${field}`)).join('、')
  return (
    <>
      <SheetSettings
        key={`${preview.sheet} ${String(preview.header?.first)}`}
        preview={preview}
        isBusy={isBusy}
        onRead={read}
      />
      {preview.header === null ? (
        <>
          <div className="notice" role="alert">
            {t('headerMissing')}
          </div>
          <TopRows preview={preview} />
        </>
      ) : (
        <Block
          title={t('columns')}
          lead={t('columnsLead', { n: preview.columns.filter(({ field }) => field !== null).length })}
          actions={<SavedMappings preview={preview} onUse={read} />}
        >
          {preview.missing.length > 0 && (
            <div className="notice" role="alert">
              {t('missing', { fields: missing })}
            </div>
          )}
          <ColumnMap preview={preview} isBusy={isBusy} onRead={read} />
        </Block>
      )}
      {preview.unknownNames.length > 0 && (
        <UnknownNames key={preview.unknownNames.length} preview={preview} isBusy={isBusy} onRead={read} />
      )}
      {mendError !== null && <ErrorNotice error={mendError} />}
      {preview.header !== null && preview.missing.length === 0 && (
        <ImportRows preview={preview} isBusy={isBusy} onMend={mend} />
      )}
      <ImportFoot preview={preview} isBusy={isBusy} onApply={(choices) => void apply(choices)} />
    </>
  )
}
