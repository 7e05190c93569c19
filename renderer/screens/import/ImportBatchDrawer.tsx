import { Drawer, Pagination } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ImportKind } from '../../../db/domain/import/field.ts'
import type { ImportEntry } from '../../../db/domain/import/importEntry.ts'
import { allPages, useRequest } from '../../api.ts'
import { Amount } from '../../parts/Amount.tsx'
import { AmountHeader } from '../../parts/AmountHeader.tsx'
import { instantInTable } from '../../parts/instant.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { StatusTag } from '../../parts/StatusTag.tsx'
import { ExportTable } from '../export/ExportTable.tsx'
import { moneyColumn } from '../export/exportColumn.ts'
import { moneyAddress } from '../money/useMoneyView.ts'
import { BatchSum } from './BatchSum.tsx'

const pageSize = 50

interface ImportBatchDrawerProps {
  readonly importId: string
  readonly onClose: () => void
}

/** One import: its sum, and the records that add up to it, each at its row of the sheet. */
export function ImportBatchDrawer({ importId, onClose }: ImportBatchDrawerProps) {
  const { t } = useTranslation(['import', 'terms'])
  const [page, setPage] = useState(1)
  const entries = useRequest('listImportEntries', { importId, page, pageSize }, { keepsPrevious: true })
  const batch = entries.data?.batch
  const source = batch === undefined ? '' : (batch.source ?? t('pastedSource'))
  return (
    <Drawer
      title={batch === undefined ? t('title') : `${t(`kind.${batch.kind}`)} · ${source}`}
      size={860}
      open
      onClose={onClose}
      closable={{ 'aria-label': t('terms:close') }}
    >
      <Loaded answer={entries}>
        {({
          items,
          total,
          batch: { kind, recordCount, recordedAt, actorName, undoneAt, undoReason, ...sums },
        }) => (
          <>
            <p className="import-batch-lead">
              {kind === 'tasks' ? (
                t('doneTasks', { n: recordCount.toLocaleString('en-US') })
              ) : (
                <>
                  {t(kind === 'funds' ? 'batchParts' : 'batchSum', {
                    n: recordCount.toLocaleString('en-US'),
                  })}{' '}
                  <BatchSum batch={{ kind, ...sums }} withUnit />
                </>
              )}{' '}
              · {instantInTable(recordedAt)} {actorName}
              {undoneAt !== null && (
                <>
                  {' '}
                  <StatusTag tone="grey">{t('undone')}</StatusTag> {undoReason}
                </>
              )}
            </p>
            {total === 0 ? (
              <p className="grey">{t('batchGone')}</p>
            ) : (
              <EntryTable kind={kind} entries={items} importId={importId} />
            )}
            <Pagination
              size="small"
              align="end"
              current={page}
              pageSize={pageSize}
              total={total}
              showSizeChanger={false}
              hideOnSinglePage
              onChange={setPage}
            />
          </>
        )}
      </Loaded>
    </Drawer>
  )
}

interface EntryTableProps {
  readonly kind: ImportKind
  readonly entries: readonly ImportEntry[]
  readonly importId: string
}

function EntryTable({ kind, entries, importId }: EntryTableProps) {
  const { t } = useTranslation(['import', 'terms'])
  const hasRow = kind !== 'budgetLines' && kind !== 'tasks'
  const hasAmount = kind !== 'tasks'
  return (
    <>
      <div className="list-tools">
        <ExportTable
          name={t('batchEntries')}
          unit="yuan"
          rows={() => allPages('listImportEntries', { importId }, 20_000)}
          columns={[
            ...(hasRow
              ? [{ title: t('row'), kind: 'count' as const, cell: ({ row }: ImportEntry) => row }]
              : []),
            {
              title: t('content'),
              cell: ({ title, part }) => (part === null ? title : `${title} ${t(part)}`),
            },
            ...(kind === 'budgetLines'
              ? []
              : [{ title: t('dated'), kind: 'day' as const, cell: ({ dated }: ImportEntry) => dated }]),
            { title: t('fields.project'), cell: ({ projectName }) => projectName },
            ...(hasAmount
              ? [
                  moneyColumn<ImportEntry>(
                    t('fields.amount'),
                    ({ amountFen }) => amountFen,
                    t('terms:notEntered'),
                  ),
                ]
              : []),
            { title: t('status'), cell: ({ isReversed }) => (isReversed ? t('entryReversed') : null) },
          ]}
        />
      </div>
      <table className="sheet" aria-label={t('batchEntries')}>
        <thead>
          <tr>
            {hasRow && (
              <th scope="col" className="is-figure">
                {t('row')}
              </th>
            )}
            <th scope="col">{t('content')}</th>
            {kind !== 'budgetLines' && <th scope="col">{t('dated')}</th>}
            <th scope="col">{t('fields.project')}</th>
            {hasAmount && (
              <th scope="col" className="is-figure">
                <AmountHeader label={t('fields.amount')} unit="yuan" />
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.recordId}>
              {hasRow && <td className="is-figure figure">{entry.row}</td>}
              <th scope="row">
                <Link to={addressOf(kind, entry, importId)}>{entry.title}</Link>{' '}
                {entry.part !== null && <span className="grey">{t(entry.part)} </span>}
                {entry.isReversed && <StatusTag tone="grey">{t('entryReversed')}</StatusTag>}
              </th>
              {kind !== 'budgetLines' && <td className="is-nowrap figure">{entry.dated}</td>}
              <td>{entry.projectName}</td>
              {hasAmount && (
                <td className="is-figure">
                  <Amount fen={entry.amountFen} unit="yuan" unknown="notEntered" origin="entered" />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** Where the record itself stands. */
function addressOf(
  kind: ImportKind,
  { recordId, projectId, ownerId, dated }: ImportEntry,
  importId: string,
): string {
  switch (kind) {
    case 'payments': {
      const day = dated === null ? {} : { from: dated, to: dated }
      return `/payments?${new URLSearchParams({ importId, projectId, ...day }).toString()}`
    }
    case 'contracts':
      return moneyAddress({ tab: 'contracts', projectId, contractId: recordId })
    case 'budgetLines':
      return moneyAddress({ tab: 'budgets', projectId, versionId: ownerId })
    case 'funds':
      return moneyAddress({ tab: 'funds', projectId, fundId: ownerId })
    case 'tasks':
      return `/schedule?${new URLSearchParams({ projectId }).toString()}`
  }
}
