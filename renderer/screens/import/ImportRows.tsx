import '../attachment/attachment.css'
import { Pagination, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportPreview, ImportRow, ImportState } from '../../../db/domain/import/importPreview.ts'
import { useRequest } from '../../api.ts'
import { Block } from '../../parts/Block.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { useLanguage } from '../../state.tsx'
import { ExportImportRows } from './ExportImportRows.tsx'
import { ImportRowTable } from './ImportRowTable.tsx'
import { MendRow } from './MendRow.tsx'
import type { Import } from './useImport.ts'

interface ImportRowsProps {
  readonly preview: ImportPreview
  readonly isBusy: boolean
  readonly onMend: Import['mend']
}

type Filter = ImportState | 'all' | 'warned'

/** Every row of the sheet with what it comes to and why; a row can be mended, left out, or taken all the same. */
export function ImportRows({ preview, isBusy, onMend }: ImportRowsProps) {
  const { t } = useTranslation('import')
  const language = useLanguage()
  const { counts } = preview
  const isTasks = preview.kind === 'tasks'
  const [filter, setFilter] = useState<Filter>(counts.error > 0 ? 'error' : 'all')
  const [page, setPage] = useState(1)
  const [mending, setMending] = useState<ImportRow | null>(null)
  const asked = {
    previewId: preview.previewId,
    language,
    ...(filter === 'all' ? {} : filter === 'warned' ? { isWarned: true } : { state: filter }),
  }
  const listed = useRequest('listImportRows', { ...asked, page, pageSize: 50 }, { keepsPrevious: true })
  const all = counts.new + counts.update + counts.duplicate + counts.error + counts.leftOut
  const label = (name: string, n: number) => `${name} ${n.toLocaleString('en-US')}`
  return (
    <Block
      title={t('rows')}
      actions={
        <>
          <Segmented<Filter>
            aria-label={t('result')}
            size="small"
            value={filter}
            onChange={(chosen) => {
              setFilter(chosen)
              setPage(1)
            }}
            options={[
              { value: 'all', label: label(t('all'), all) },
              { value: 'new', label: label(t('state.new'), counts.new) },
              ...(isTasks
                ? [{ value: 'update' as const, label: label(t('state.update'), counts.update) }]
                : []),
              { value: 'duplicate', label: label(t('state.duplicate'), counts.duplicate) },
              { value: 'error', label: label(t('state.error'), counts.error) },
              { value: 'leftOut', label: label(t('state.leftOut'), counts.leftOut) },
              ...(counts.warned > 0
                ? [{ value: 'warned' as const, label: label(t('warned'), counts.warned) }]
                : []),
            ]}
          />
          <ExportImportRows
            preview={preview}
            filter={asked}
            shown={filter === 'all' ? '' : filter === 'warned' ? t('warned') : t(`state.${filter}`)}
          />
        </>
      }
    >
      <Loaded answer={listed}>
        {({ items, total }) => (
          <div className="import-rows">
            {total === 0 ? (
              <p className="attachment-none grey">{t('rowsNone')}</p>
            ) : (
              <ImportRowTable
                preview={preview}
                rows={items}
                isBusy={isBusy}
                onMend={setMending}
                onChoose={({ row, part }, choice) => void onMend({ row, part, choice })}
              />
            )}
            <Pagination
              size="small"
              current={page}
              pageSize={50}
              total={total}
              showSizeChanger={false}
              hideOnSinglePage
              onChange={setPage}
            />
          </div>
        )}
      </Loaded>
      {mending !== null && (
        <MendRow
          key={`${String(mending.row)} ${mending.part ?? ''}`}
          row={mending}
          preview={preview}
          isBusy={isBusy}
          onClose={() => {
            setMending(null)
          }}
          onMend={async (values) => {
            const { row, part } = mending
            if (await onMend({ row, part, values })) setMending(null)
          }}
        />
      )}
    </Block>
  )
}
