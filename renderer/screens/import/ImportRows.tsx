import { Button, Segmented, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AmountUnit } from '../../../db/domain/fen.ts'
import { fieldsOf } from '../../../db/domain/import/field.ts'
import type { ImportPreview, ImportRow, ImportState } from '../../../db/domain/import/importPreview.ts'
import { useRequest } from '../../api.ts'
import { Amount } from '../../parts/Amount.tsx'
import { AmountHeader } from '../../parts/AmountHeader.tsx'
import { Block } from '../../parts/Block.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { type RecordColumn, RecordTable } from '../../parts/RecordTable.tsx'
import { useLanguage } from '../../state.tsx'
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
  const [filter, setFilter] = useState<Filter>(counts.error > 0 ? 'error' : 'all')
  const [page, setPage] = useState(1)
  const [mending, setMending] = useState<ImportRow | null>(null)
  const listed = useRequest(
    'listImportRows',
    {
      previewId: preview.previewId,
      language,
      page,
      pageSize: 50,
      ...(filter === 'all' ? {} : filter === 'warned' ? { isWarned: true } : { state: filter }),
    },
    { keepsPrevious: true },
  )
  const all = counts.new + counts.duplicate + counts.error + counts.leftOut
  const label = (name: string, n: number) => `${name} ${n.toLocaleString('en-US')}`
  return (
    <Block
      title={t('rows')}
      actions={
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
            { value: 'duplicate', label: label(t('state.duplicate'), counts.duplicate) },
            { value: 'error', label: label(t('state.error'), counts.error) },
            { value: 'leftOut', label: label(t('state.leftOut'), counts.leftOut) },
            ...(counts.warned > 0
              ? [{ value: 'warned' as const, label: label(t('warned'), counts.warned) }]
              : []),
          ]}
        />
      }
    >
      <Loaded answer={listed}>
        {({ items, total }) => (
          <div className="import-rows">
            <RecordTable
              label={t('rows')}
              rows={items}
              rowKey={({ row }) => String(row)}
              emptyText={t('rowsNone')}
              columns={columns()}
              pagination={{
                current: page,
                pageSize: 50,
                total,
                showSizeChanger: false,
                hideOnSinglePage: true,
                onChange: setPage,
              }}
            />
          </div>
        )}
      </Loaded>
      {mending !== null && (
        <MendRow
          key={mending.row}
          row={mending}
          preview={preview}
          isBusy={isBusy}
          onClose={() => {
            setMending(null)
          }}
          onMend={async (values) => {
            if (await onMend({ row: mending.row, values })) setMending(null)
          }}
        />
      )}
    </Block>
  )

  function columns(): RecordColumn<ImportRow>[] {
    const mapped = new Set(preview.mapping.columns?.map(({ field }) => field))
    const fields = fieldsOf(preview.kind).filter(
      (field) => mapped.has(field) && field !== 'amount' && field !== 'unit',
    )
    const amount: RecordColumn<ImportRow> = {
      title: <AmountHeader label={t('fields.amount')} unit="yuan" />,
      isFigure: true,
      width: 130,
      render: (_, row) =>
        row.amountFen === null ? (
          <SheetAmount text={row.cells.amount ?? ''} unit={preview.unit} />
        ) : (
          <Amount fen={row.amountFen} unit="yuan" />
        ),
    }
    return [
      { title: t('row'), width: 56, isFigure: true, render: (_, { row }) => row },
      { title: t('result'), width: 76, render: (_, row) => <RowState row={row} /> },
      {
        title: t('why'),
        width: 260,
        render: (_, { reasons, warnings }) => (
          <span className="import-why">
            {[
              ...reasons.map(({ field, message }) => {
                const named = fieldsOf(preview.kind).find((known) => known === field)
                return named === undefined ? message : `${t(`fields.${named}`)}：${message}`
              }),
              ...warnings.map(({ message }) => message),
            ].join('；')}
          </span>
        ),
      },
      amount,
      ...fields.map((field) => ({
        title: t(`fields.${field}`),
        key: field,
        render: (_value: unknown, row: ImportRow) => {
          const isOut = row.state === 'leftOut' && row.choice === null
          const text = isOut ? (field === fields[0] ? row.cells.memo : '') : row.cells[field]
          return (
            <span className="import-cell" title={text}>
              {text}
            </span>
          )
        },
      })),
      {
        title: t('actions'),
        width: 132,
        render: (_, row) => (
          <span className="import-row-actions">
            <Button
              type="link"
              size="small"
              disabled={isBusy}
              aria-label={t('mendRow', { row: row.row })}
              onClick={() => {
                setMending(row)
              }}
            >
              {t('mend')}
            </Button>
            <ChoiceButton row={row} isBusy={isBusy} onMend={onMend} />
          </span>
        ),
      },
    ]
  }
}

/** What the sheet says where the row could not be read: its unit is not the column's. */
function SheetAmount({ text, unit }: { readonly text: string; readonly unit: AmountUnit }) {
  const { t } = useTranslation('terms')
  return <span className="grey">{/^[\d.,]+$/.test(text) ? `${text} ${t(unit)}` : text}</span>
}

function RowState({ row: { state, isCorrected } }: { readonly row: ImportRow }) {
  const { t } = useTranslation('import')
  const color = { new: 'green', duplicate: 'gold', error: 'red', leftOut: 'default' }[state]
  return (
    <>
      <Tag color={color}>{t(`state.${state}`)}</Tag>
      {isCorrected && <span className="grey">{t('mended')}</span>}
    </>
  )
}

function ChoiceButton({
  row,
  isBusy,
  onMend,
}: Pick<ImportRowsProps, 'isBusy' | 'onMend'> & { readonly row: ImportRow }) {
  const { t } = useTranslation('import')
  const next =
    row.choice !== null
      ? { choice: null, name: t('undoChoice') }
      : row.state === 'new' || row.state === 'error'
        ? { choice: 'leave' as const, name: t('leave') }
        : { choice: 'take' as const, name: t('take') }
  return (
    <Button
      type="link"
      size="small"
      disabled={isBusy}
      aria-label={`${next.name} ${String(row.row)}`}
      onClick={() => void onMend({ row: row.row, choice: next.choice })}
    >
      {next.name}
    </Button>
  )
}
