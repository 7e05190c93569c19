import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sumOf } from '../../../../db/domain/fenPart.ts'
import { useAllPages } from '../../../api.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { AmountHeader } from '../../../parts/AmountHeader.tsx'
import { Block } from '../../../parts/Block.tsx'
import { FilterChip } from '../../../parts/FilterChip.tsx'
import { Loaded } from '../../../parts/Loaded.tsx'
import { StatusTag } from '../../../parts/StatusTag.tsx'
import { useMay } from '../../../state.tsx'
import { AttachmentButton } from '../../attachment/AttachmentButton.tsx'
import { useAttachmentCounts } from '../../attachment/useAttachmentCounts.ts'
import { ChangeHistory } from '../../change/ChangeHistory.tsx'
import { ExportTable } from '../../export/ExportTable.tsx'
import type { MoneyView } from '../useMoneyView.ts'
import { type FundEntryRow, ReverseFundEntry } from './ReverseFundEntry.tsx'
import { useFundFilters } from './useFundFilters.ts'

interface FundEntriesProps {
  readonly view: MoneyView
  readonly fundName: string | null
  readonly onFilter: (change: Partial<MoneyView>) => void
  /** After a wrong entry was reversed: the right one. */
  readonly onRecordRight: () => void
}

/** 下达 and 到位, newest first, of what is chosen: source, project, year, one of the two. A wrong one is reversed. */
export function FundEntries({ view, fundName, onFilter, onRecordRight }: FundEntriesProps) {
  const { t } = useTranslation(['money', 'fund'])
  const [reversing, setReversing] = useState<FundEntryRow | null>(null)
  const [isReversed, setReversed] = useState(false)
  const { asked, filters } = useFundFilters(view, fundName)
  const entries = useAllPages('listFundEntries', asked)
  return (
    <Block
      title={t('entries')}
      actions={
        <ExportTable
          name={t('entries')}
          unit="yuan"
          columns={[
            { title: t('enteredOn'), kind: 'day', cell: ({ enteredOn }) => enteredOn },
            { title: t('entryKindTitle'), cell: ({ kind }) => t(`entryKind.${kind}`) },
            { title: t('fund'), cell: (row) => row.fundName },
            { title: t('project'), cell: ({ projectName }) => projectName },
            { title: t('entryAmount'), kind: 'money', cell: ({ amountFen }) => amountFen },
            { title: t('documentNo'), cell: ({ documentNo }) => documentNo },
            { title: t('note'), cell: ({ memo }) => memo },
            { title: t('recordedBy'), cell: ({ actorName }) => actorName },
          ]}
          rows={entries.data ?? []}
          conditions={filters.map(({ text }) => text)}
        />
      }
      lead={
        <>
          {filters.map(({ text, cleared }) => (
            <FilterChip key={text} text={text} onRemove={() => onFilter(cleared)} />
          ))}
          {view.entryKind !== null && entries.data !== undefined && (
            <span className="entries-sum">
              {t('entriesSum', { count: entries.data.length })}{' '}
              <Amount fen={sumOf(entries.data)} unit="yuan" withUnit origin="listed" />
            </span>
          )}
          {isReversed && (
            <Button type="link" size="small" onClick={onRecordRight}>
              {t('fund:recordRight')}
            </Button>
          )}
        </>
      }
    >
      <Loaded answer={entries}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="money-empty grey">{t('entriesNone')}</p>
          ) : (
            <EntryTable rows={rows} onReverse={setReversing} />
          )
        }
      </Loaded>
      {reversing !== null && (
        <ReverseFundEntry
          key={reversing.id}
          entry={reversing}
          onReversed={() => {
            setReversing(null)
            setReversed(true)
          }}
          onClose={() => setReversing(null)}
        />
      )}
    </Block>
  )
}

interface EntryTableProps {
  readonly rows: readonly FundEntryRow[]
  readonly onReverse: (row: FundEntryRow) => void
}

function EntryTable({ rows, onReverse }: EntryTableProps) {
  const { t } = useTranslation(['money', 'fund'])
  const mayReverse = useMay('reverseFundEntry')
  const filesOf = useAttachmentCounts(rows)
  return (
    <div className="money-scroll">
      <table className="sheet" aria-label={t('entries')}>
        <thead>
          <tr>
            <th scope="col">{t('enteredOn')}</th>
            <th scope="col">{t('entryKindTitle')}</th>
            <th scope="col">{t('fund')}</th>
            <th scope="col">{t('project')}</th>
            <th scope="col" className="is-figure">
              <AmountHeader label={t('entryAmount')} unit="yuan" />
            </th>
            <th scope="col">{t('documentNo')}</th>
            <th scope="col">{t('note')}</th>
            <th scope="col">{t('recordedBy')}</th>
            {mayReverse && (
              <th scope="col" className="is-screen-only">
                {t('fund:actions')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={row.reversesId === null ? '' : 'is-red-entry'}>
              <th scope="row" className="is-nowrap">
                {row.enteredOn}
              </th>
              <td className="is-nowrap">
                <StatusTag tone={row.kind === 'receipt' ? 'green' : 'grey'}>
                  {t(`entryKind.${row.kind}`)}
                </StatusTag>{' '}
                {row.reversesId !== null && <StatusTag tone="red">{t('fund:reversal')}</StatusTag>}
                {row.reversedById !== null && <StatusTag tone="grey">{t('fund:reversed')}</StatusTag>}
              </td>
              <td>{row.fundName}</td>
              <td>{row.projectName}</td>
              <td className="is-figure">
                <Amount fen={row.amountFen} unit="yuan" origin="entered" />
              </td>
              <td>{row.documentNo}</td>
              <td>{row.reason ?? row.memo}</td>
              <td className="is-nowrap">
                {row.actorName}{' '}
                <AttachmentButton
                  subject="fund_entry"
                  subjectId={row.id}
                  title={`${row.fundName} ${row.enteredOn}`}
                  count={filesOf(row.id)}
                />
                <ChangeHistory
                  entityId={row.id}
                  subject={`${row.enteredOn} ${row.fundName} ${t(`entryKind.${row.kind}`)}`}
                  isSmall
                />
              </td>
              {mayReverse && (
                <td className="is-screen-only">
                  {row.reversesId === null && row.reversedById === null && (
                    <button
                      type="button"
                      className="plain-button"
                      aria-label={t('fund:reverseNamed', {
                        entry: `${row.enteredOn} ${row.fundName} ${t(`entryKind.${row.kind}`)}`,
                      })}
                      onClick={() => onReverse(row)}
                    >
                      {t('fund:reverse')}
                    </button>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
