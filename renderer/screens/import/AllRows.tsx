import { Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { yearOfHead } from '../../../db/domain/import/dateParts.ts'
import type { ImportPreview } from '../../../db/domain/import/importPreview.ts'
import { useAllPages } from '../../api.ts'
import { ProjectPicker } from '../payment/ProjectPicker.tsx'
import { Setting } from './Setting.tsx'
import type { SheetSettingsProps } from './SheetSettings.tsx'

/** What holds for every row, where the sheet has no column for it. */
export function AllRows({ preview, isBusy, onRead }: SheetSettingsProps) {
  const { t } = useTranslation('import')
  const projects = useAllPages('listProjects', {}).data ?? []
  const { kind, mapping } = preview
  const [year, setYear] = useState(mapping.year ?? null)
  const [purpose, setPurpose] = useState(mapping.purpose ?? '')
  const has = (field: string) => mapping.columns?.some((known) => known.field === field) === true
  return (
    <>
      {(kind === 'budgetLines' || !has('project')) && (
        <Setting label={t('allRowsProject')}>
          <ProjectPicker
            projects={projects.filter(({ state }) => state === 'open')}
            value={mapping.projectId ?? ''}
            canClear
            onChange={(projectId) => {
              onRead({ projectId: projectId === '' ? undefined : projectId })
            }}
            select={{ 'aria-label': t('allRowsProject'), className: 'import-project', disabled: isBusy }}
          />
        </Setting>
      )}
      {kind === 'payments' && !has('purpose') && (
        <Setting label={t('purpose')}>
          <Input
            aria-label={t('purpose')}
            disabled={isBusy}
            placeholder={t('purposeHint')}
            value={purpose}
            onChange={(event) => {
              setPurpose(event.target.value)
            }}
            onBlur={() => {
              if (purpose.trim() !== (mapping.purpose ?? ''))
                onRead({ purpose: purpose.trim() === '' ? undefined : purpose.trim() })
            }}
          />
        </Setting>
      )}
      {needsYear(preview) && (
        <Setting label={t('yearOfAll')}>
          <InputNumber
            aria-label={t('yearOfAll')}
            className="import-number"
            disabled={isBusy}
            min={1900}
            max={2199}
            precision={0}
            placeholder={t('yearOfAllHint')}
            value={year}
            onChange={setYear}
            onBlur={() => {
              if (year !== (mapping.year ?? null)) onRead({ year: year ?? undefined })
            }}
            onPressEnter={(event) => {
              event.currentTarget.blur()
            }}
          />
        </Setting>
      )}
      {kind === 'funds' && preview.partsFen.length === 0 && (
        <Setting label={t('entryKind')}>
          <Select
            aria-label={t('entryKind')}
            disabled={isBusy}
            value={mapping.entryKind ?? 'receipt'}
            options={[
              { value: 'receipt' as const, label: t('receipt') },
              { value: 'allotment' as const, label: t('allotment') },
            ]}
            onChange={(entryKind) => {
              onRead({ entryKind })
            }}
          />
        </Setting>
      )}
      {kind === 'budgetLines' && (
        <Setting label={t('budgetKind')}>
          <Select
            aria-label={t('budgetKind')}
            disabled={isBusy}
            value={mapping.budgetKind ?? 'preliminary'}
            options={budgetKinds.map((value) => ({ value, label: t(`budgetKinds.${value}`) }))}
            onChange={(budgetKind) => {
              onRead({ budgetKind })
            }}
          />
        </Setting>
      )}
    </>
  )
}

/** 月 and 日 alone, and no year over them. */
function needsYear({ mapping, columns }: ImportPreview): boolean {
  const month = mapping.columns?.find(({ field }) => field === 'dateMonth')?.column
  const hasYear = mapping.columns?.some(({ field }) => field === 'dateYear') === true
  return month !== undefined && !hasYear && yearOfHead(columns[month]?.head) === null
}

const budgetKinds = ['feasibility', 'preliminary', 'workingDrawing', 'adjusted', 'final'] as const
