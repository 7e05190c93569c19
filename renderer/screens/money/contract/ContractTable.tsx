import { useTranslation } from 'react-i18next'
import { type ContractRow, contractKinds } from '../../../../db/domain/contract.ts'
import { sumKnown } from '../../../../db/domain/fen.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { AmountHeader } from '../../../parts/AmountHeader.tsx'
import { FormulaFigure } from '../../../parts/FormulaFigure.tsx'
import { type RecordColumn, RecordTable } from '../../../parts/RecordTable.tsx'
import { StatusTag } from '../../../parts/StatusTag.tsx'
import { AttachmentButton } from '../../attachment/AttachmentButton.tsx'
import { useAttachmentCounts } from '../../attachment/useAttachmentCounts.ts'
import { type EntryBook, moneyAddress } from '../useMoneyView.ts'
import { contractPaymentsAddress } from './contractAddress.ts'

interface ContractTableProps {
  readonly rows: readonly ContractRow[]
  readonly isOfAll: boolean
  readonly onOpen: (contractId: string) => void
  /** Opens what adds up to a figure of a contract. */
  readonly onEntries: (book: EntryBook, contractId: string) => void
  /** What is left after the filters of the columns, in their order. */
  readonly onFilter: (rows: readonly ContractRow[]) => void
}

/** Contracts, sorted and filtered by their columns; the sums are of what is shown. */
export function ContractTable({ rows, isOfAll, onOpen, onEntries, onFilter }: ContractTableProps) {
  const { t } = useTranslation('money')
  const filesOf = useAttachmentCounts(rows)
  const figure = (
    label: string,
    key: string,
    fenOf: (row: ContractRow) => number | null,
    origin?: EntryBook | ((row: ContractRow) => string),
    originName = t('origin.contract'),
  ): RecordColumn<ContractRow> => ({
    title: <AmountHeader label={label} />,
    key,
    isFigure: true,
    sorter: (a, b) => (fenOf(a) ?? 0) - (fenOf(b) ?? 0),
    sortDirections: ['descend', 'ascend'],
    render: (_, row) => (
      <Amount
        fen={fenOf(row)}
        unknown="notEntered"
        originName={originName}
        origin={
          typeof origin === 'function'
            ? { to: origin(row) }
            : origin === undefined
              ? undefined
              : { open: () => onEntries(origin, row.id) }
        }
      />
    ),
  })
  const columns: readonly RecordColumn<ContractRow>[] = [
    {
      title: t('number'),
      key: 'number',
      className: 'is-nowrap',
      sorter: byText((row) => row.number),
      render: (_, row) => (
        <>
          {row.number}
          <SecondLine text={row.signedOn} />
        </>
      ),
    },
    {
      title: t('contractName'),
      key: 'name',
      sorter: byText((row) => row.name),
      filters: (['settled', 'active', 'overContract', 'sme'] as const).map((value) => ({
        value,
        text: t(`contractFilter.${value}`),
      })),
      onFilter: (value, row) => isOfFilter(row, value),
      render: (_, row) => (
        <>
          <span className="contract-name">
            <span title={row.name}>{row.name}</span>
            {row.state === 'settled' && <StatusTag tone="green">{t('settled')}</StatusTag>}
            {row.paidFen > row.committedFen && <StatusTag tone="red">{t('overContract')}</StatusTag>}
            <AttachmentButton
              subject="contract"
              subjectId={row.id}
              title={row.number}
              count={filesOf(row.id)}
            />
          </span>
          {isOfAll && <SecondLine text={row.projectName} />}
        </>
      ),
    },
    {
      title: t('counterparty'),
      key: 'counterparty',
      className: 'contract-short',
      sorter: byText((row) => row.counterparty),
      filters: contractKinds.map((value) => ({ value, text: t(`contractKind.${value}`) })),
      onFilter: (value, row) => row.kind === value,
      render: (_, row) => (
        <>
          <span title={row.counterparty}>{row.counterparty}</span>
          <SecondLine text={termsOf(row)} />
        </>
      ),
    },
    figure(t('amount'), 'amount', (row) => row.amountFen, 'signed'),
    ...(rows.some(({ settlementFen }) => settlementFen !== null)
      ? [figure(t('settlement'), 'settlement', (row) => row.settlementFen, 'contract')]
      : []),
    figure(t('approvedChange'), 'approved', (row) => row.approvedChangeFen, 'approved'),
    figure(t('pendingChange'), 'pending', (row) => row.pendingChangeFen, 'pending'),
    figure(t('done'), 'done', (row) => row.doneFen, 'done', t('origin.done')),
    figure(
      t('paid'),
      'paid',
      (row) => row.paidFen,
      (row) => contractPaymentsAddress(row.id),
      t('origin.paid'),
    ),
    {
      ...figure(t('unpaid'), 'unpaid', (row) => row.committedFen - row.paidFen),
      render: (_, row) => (
        <FormulaFigure
          label={t('unpaid')}
          fen={row.committedFen - row.paidFen}
          parts={[
            { name: t('committed'), sign: '+', fen: row.committedFen, to: committedAddress(row) },
            { name: t('paid'), sign: '−', fen: row.paidFen, to: contractPaymentsAddress(row.id) },
          ]}
        />
      ),
    },
  ]
  const termsOf = ({ kind, retentionPct }: ContractRow) =>
    [
      t(`contractKind.${kind}`),
      retentionPct === null ? t('noRetention') : t('retentionOf', { pct: retentionPct }),
    ].join(' · ')
  return (
    <div className="money-scroll contract-table">
      <RecordTable<ContractRow>
        label={t('tab.contracts')}
        rows={rows}
        rowKey={(row) => row.id}
        columns={columns}
        onOpen={(row) => onOpen(row.id)}
        onChange={(_page, _filters, _sorter, { currentDataSource }) => onFilter(currentDataSource)}
        summary={(shown) => <Totals rows={shown} columns={columns} />}
      />
    </div>
  )
}

/** What is seldom sorted by, under what it belongs to: the figures then fit a window of 1280. */
function SecondLine({ text }: { readonly text: string }) {
  return (
    <span className="contract-second grey" title={text}>
      {text}
    </span>
  )
}

/** The sums of the rows shown, each under its column. */
function Totals({
  rows,
  columns,
}: {
  readonly rows: readonly ContractRow[]
  readonly columns: readonly RecordColumn<ContractRow>[]
}) {
  const { t } = useTranslation('money')
  return (
    <tr className="book-total">
      <th scope="row" colSpan={3}>
        {t('contractsTotal', { count: rows.length })}
      </th>
      {columns
        .filter(({ isFigure }) => isFigure === true)
        .map(({ key }) => (
          <td key={String(key)} className="is-figure">
            <FormulaFigure
              label={t('contractsTotal', { count: rows.length })}
              fen={sumKnown(rows.map((row) => figureOf(row, String(key))))}
              parts={partsOf(rows, String(key))}
            />
          </td>
        ))}
    </tr>
  )
}

/** What each contract adds to a sum; it opens the contract. */
function partsOf(rows: readonly ContractRow[], key: string) {
  return rows
    .map((row) => ({
      name: `${row.number} ${row.name}`,
      sign: '+' as const,
      fen: figureOf(row, key) ?? 0,
      to: moneyAddress({ tab: 'contracts', projectId: row.projectId, contractId: row.id }),
    }))
    .filter(({ fen }) => fen !== 0)
}

function committedAddress({ id, projectId }: ContractRow): string {
  return moneyAddress({ tab: 'contracts', projectId, entries: 'contract', entriesOf: id })
}

function figureOf(row: ContractRow, key: string) {
  const figures: Readonly<Record<string, number | null>> = {
    amount: row.amountFen,
    settlement: row.settlementFen,
    approved: row.approvedChangeFen,
    pending: row.pendingChangeFen,
    done: row.doneFen,
    paid: row.paidFen,
    unpaid: row.committedFen - row.paidFen,
  }
  return figures[key] ?? null
}

function isOfFilter(row: ContractRow, value: unknown) {
  if (value === 'overContract') return row.paidFen > row.committedFen
  return value === 'sme' ? row.isSme : row.state === value
}

function byText(textOf: (row: ContractRow) => string) {
  return (a: ContractRow, b: ContractRow) => textOf(a).localeCompare(textOf(b), 'zh-CN')
}
