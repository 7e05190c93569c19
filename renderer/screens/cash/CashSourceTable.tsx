import { useTranslation } from 'react-i18next'
import type { CashSource } from '../../../db/domain/cashPlan.ts'
import type { Fen } from '../../../db/domain/fen.ts'
import { Amount } from '../../parts/Amount.tsx'
import { AmountHeader } from '../../parts/AmountHeader.tsx'
import { Block } from '../../parts/Block.tsx'
import { FormulaFigure } from '../../parts/FormulaFigure.tsx'
import { StatusTag } from '../../parts/StatusTag.tsx'
import { ExportTable } from '../export/ExportTable.tsx'
import { moneyColumn } from '../export/exportColumn.ts'
import { fundEntriesAddress, fundPaymentsAddress } from '../money/fund/fundAddress.ts'
import { moneyAddress } from '../money/useMoneyView.ts'
import type { CashFigure } from './cashFigure.ts'

interface CashSourceTableProps {
  readonly sources: readonly CashSource[]
  readonly year: number
  readonly projectId: string | null
  readonly onOpen: (figure: CashFigure) => void
}

/** By source: what the year needs against 年度投资计划 and against what is in hand; what has no source yet stands last. */
export function CashSourceTable({ sources, year, projectId, onOpen }: CashSourceTableProps) {
  const { t } = useTranslation(['cash', 'terms'])
  return (
    <Block
      title={t('cashSources')}
      actions={
        <ExportTable
          name={t('cashSources')}
          rows={sources}
          columns={[
            { title: t('source'), cell: ({ fundName }) => fundName ?? t('unsettled') },
            moneyColumn<CashSource>(t('annual'), ({ annualFen }) => annualFen, t('terms:notEntered')),
            moneyColumn<CashSource>(t('need'), needOf, ''),
            moneyColumn<CashSource>(t('gap'), gapOf, ''),
            moneyColumn<CashSource>(t('opening'), ({ openingFen }) => openingFen, t('terms:notEntered')),
            moneyColumn<CashSource>(t('received'), receivedOf, t('terms:notEntered')),
            moneyColumn<CashSource>(t('paidOfSource'), ({ paidFen }) => sum(paidFen), ''),
            {
              title: t('enough'),
              cell: ({ fundId, openingFen, shortFrom }) =>
                openingFen === null
                  ? t(fundId === null ? 'noSource' : 'receiptsUnknown')
                  : shortFrom === null
                    ? t('isEnough')
                    : t('shortFrom', { month: shortFrom }),
            },
          ]}
        />
      }
    >
      <div className="money-scroll">
        <table className="sheet book-table" aria-label={t('cashSources')}>
          <thead>
            <tr>
              <th scope="col">{t('source')}</th>
              {(['annual', 'need', 'gap', 'opening', 'received', 'paidOfSource'] as const).map((name) => (
                <th key={name} scope="col" className="is-figure" title={t(`${name}Why`)}>
                  <AmountHeader label={t(name)} />
                </th>
              ))}
              <th scope="col">{t('enough')}</th>
            </tr>
          </thead>
          <tbody>
            {sources.map((source) => (
              <SourceRow
                key={source.fundId ?? ''}
                source={source}
                year={year}
                projectId={projectId}
                onOpen={onOpen}
              />
            ))}
          </tbody>
        </table>
      </div>
    </Block>
  )
}

function SourceRow({
  source,
  year,
  projectId,
  onOpen,
}: Omit<CashSourceTableProps, 'sources'> & { readonly source: CashSource }) {
  const { t } = useTranslation('cash')
  const { fundId, annualFen, openingFen } = source
  const name = source.fundName ?? t('unsettled')
  const plan = moneyAddress({ tab: 'annual', projectId, year: String(year) })
  const spent = sum(source.spentFen)
  const needFen = needOf(source)
  const gapFen = gapOf(source)
  const ledger =
    fundId === null ? yearPayments(year, projectId) : fundPaymentsAddress(fundId, projectId, String(year))
  const openNeed = () =>
    onOpen({
      title: `${name} · ${t('need')}`,
      filter: { fundId, from: `${String(year)}-01`, to: `${String(year)}-12` },
      spent: { fen: spent, to: ledger },
    })
  const received = fundId === null ? undefined : { to: fundEntriesAddress(fundId, projectId) }
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="is-figure">
        <Amount fen={annualFen} unknown="notEntered" origin={{ to: plan }} originName={t('openAnnual')} />
      </td>
      <td className="is-figure">
        <Amount fen={needFen} origin={{ open: openNeed }} originName={t('openEntries')} />
      </td>
      <td className={gapFen !== null && gapFen < 0 ? 'is-figure amber' : 'is-figure'}>
        <FormulaFigure
          label={`${name} · ${t('gap')}`}
          fen={gapFen}
          parts={[
            { name: t('annual'), sign: '+', fen: annualFen ?? 0, to: plan },
            { name: t('need'), sign: '−', fen: needFen, open: openNeed },
          ]}
        />
        {gapFen !== null && gapFen !== 0 && (
          <span className="grey"> {t(gapFen < 0 ? 'isShort' : 'isOver')}</span>
        )}
      </td>
      <td className="is-figure">
        <InHand fundId={fundId} fen={openingFen} origin={received} />
      </td>
      <td className="is-figure">
        <InHand fundId={fundId} fen={receivedOf(source)} origin={received} />
      </td>
      <td className="is-figure">
        <Amount fen={sum(source.paidFen)} origin={{ to: ledger }} originName={t('openPayments')} />
      </td>
      <td>
        {openingFen === null ? (
          <span className="grey">{t(fundId === null ? 'noSource' : 'receiptsUnknown')}</span>
        ) : source.shortFrom === null ? (
          <StatusTag tone="green">{t('isEnough')}</StatusTag>
        ) : (
          <StatusTag tone="amber">{t('shortFrom', { month: source.shortFrom })}</StatusTag>
        )}
      </td>
    </tr>
  )
}

interface InHandProps {
  readonly fundId: string | null
  readonly fen: Fen | null
  readonly origin: { readonly to: string } | undefined
}

/** What has no source yet receives nothing that could be known or not. */
function InHand({ fundId, fen, origin }: InHandProps) {
  const { t } = useTranslation('cash')
  return fundId === null ? (
    <span className="grey">—</span>
  ) : (
    <Amount fen={fen} unknown="notEntered" origin={origin} originName={t('openFunds')} />
  )
}

function yearPayments(year: number, projectId: string | null): string {
  const query = new URLSearchParams({
    from: `${String(year)}-01-01`,
    to: `${String(year)}-12-31`,
    ...(projectId === null ? {} : { projectId }),
  })
  return `/payments?${query.toString()}`
}

/** In the year; unknown as what was in hand at its beginning is. */
function receivedOf({ openingFen, receivedFen }: CashSource): Fen | null {
  return openingFen === null ? null : sum(receivedFen)
}

function needOf({ planFen, spentFen }: CashSource): Fen {
  return sum(planFen) + sum(spentFen)
}

function gapOf(source: CashSource): Fen | null {
  return source.annualFen === null ? null : source.annualFen - needOf(source)
}

function sum(months: readonly Fen[]): Fen {
  return months.reduce((total, fen) => total + fen, 0)
}
