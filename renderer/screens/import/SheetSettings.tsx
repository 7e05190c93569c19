import { Checkbox, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportMapping } from '../../../db/domain/import/importMapping.ts'
import type { ImportPreview } from '../../../db/domain/import/importPreview.ts'
import { AllRows } from './AllRows.tsx'
import { Setting } from './Setting.tsx'

export interface SheetSettingsProps {
  readonly preview: ImportPreview
  readonly isBusy: boolean
  readonly onRead: (changes: Partial<ImportMapping>) => void
}

/** Sheet, row of heads, unit, and what holds for all rows; each change reads the sheet again. */
export function SheetSettings({ preview, isBusy, onRead }: SheetSettingsProps) {
  const { t } = useTranslation(['import', 'terms'])
  const { kind, mapping, header, unit, isUnitWritten } = preview
  const [headerRow, setHeaderRow] = useState<number | null>(header?.first ?? null)
  return (
    <div className="import-settings">
      {preview.sheets.length > 1 && (
        <Setting label={t('sheet')}>
          <Select
            aria-label={t('sheet')}
            disabled={isBusy}
            value={preview.sheet}
            options={preview.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
            onChange={(sheet) => {
              onRead({
                sheet,
                tableColumn: undefined,
                headerRow: undefined,
                columns: undefined,
                unit: undefined,
              })
            }}
          />
        </Setting>
      )}
      {preview.tables.length > 0 && (
        <Setting label={t('table')} note={t('tablesBeside', { n: preview.tables.length })} isDoubtful>
          <Select
            aria-label={t('table')}
            className="import-table"
            disabled={isBusy}
            value={mapping.tableColumn ?? null}
            options={preview.tables.map(({ column, letters, heads }) => ({
              value: column,
              label: `${letters} ${heads.join('、')}…`,
            }))}
            onChange={(tableColumn) => {
              const headerRow = preview.tables.find(({ column }) => column === tableColumn)?.headerRow
              onRead({ tableColumn, headerRow, columns: undefined, unit: undefined, year: undefined })
            }}
          />
        </Setting>
      )}
      <Setting label={t('headerRow')}>
        <InputNumber
          aria-label={t('headerRow')}
          className="import-number"
          disabled={isBusy}
          min={1}
          max={1_048_576}
          precision={0}
          value={headerRow}
          onChange={setHeaderRow}
          onBlur={() => {
            if (headerRow !== null && headerRow !== header?.first)
              onRead({ headerRow, tableColumn: undefined, columns: undefined, unit: undefined })
          }}
          onPressEnter={(event) => {
            event.currentTarget.blur()
          }}
        />
      </Setting>
      {kind !== 'tasks' && (
        <Setting
          label={t('unit')}
          note={t(isUnitWritten ? 'unitWritten' : 'unitAssumed')}
          isDoubtful={!isUnitWritten}
        >
          <Select
            aria-label={t('unit')}
            disabled={isBusy}
            value={unit}
            options={[
              { value: 'yuan' as const, label: t('terms:yuan') },
              { value: 'wan' as const, label: t('terms:wan') },
            ]}
            onChange={(chosen) => {
              onRead({ unit: chosen })
            }}
          />
        </Setting>
      )}
      <AllRows preview={preview} isBusy={isBusy} onRead={onRead} />
      {kind !== 'budgetLines' && kind !== 'tasks' && (
        <Checkbox
          disabled={isBusy}
          checked={mapping.takesDuplicates === true}
          onChange={(event) => {
            onRead({ takesDuplicates: event.target.checked ? true : undefined })
          }}
        >
          {t('takesDuplicates')}
        </Checkbox>
      )}
    </div>
  )
}
