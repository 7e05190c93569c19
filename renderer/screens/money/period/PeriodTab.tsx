import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { localDay } from '../../../../db/domain/day.ts'
import type { PeriodClose, PeriodRow } from '../../../../db/domain/periodClose.ts'
import { useAllPages } from '../../../api.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { AmountHeader } from '../../../parts/AmountHeader.tsx'
import { Block } from '../../../parts/Block.tsx'
import { instantInTable } from '../../../parts/instant.ts'
import { Loaded } from '../../../parts/Loaded.tsx'
import { StatusTag } from '../../../parts/StatusTag.tsx'
import { useMay } from '../../../state.tsx'
import { DossierButton } from '../../attachment/DossierButton.tsx'
import { ChangeHistory } from '../../change/ChangeHistory.tsx'
import { ExportTable } from '../../export/ExportTable.tsx'
import { moneyColumn } from '../../export/exportColumn.ts'
import { monthPaymentsAddress } from '../books/monthAddress.ts'
import { EntryModal } from '../EntryModal.tsx'
import { BookGap } from './BookGap.tsx'
import { type AskedPeriod, PeriodForm } from './PeriodForm.tsx'

/** 结账: the months with entries or a close, newest first. */
export function PeriodTab() {
  const { t } = useTranslation(['money', 'holding', 'attachment'])
  const [asked, setAsked] = useState<AskedPeriod | null>(null)
  const mayClose = useMay('closeMonth')
  const periods = useAllPages('listPeriods', {})
  const thisMonth = localDay(new Date()).slice(0, 7)
  return (
    <Block
      title={t('tab.periods')}
      lead={t('periodsLead')}
      actions={
        <>
          <ExportTable
            name={t('tab.periods')}
            columns={[
              { title: t('month'), kind: 'month', cell: ({ month }) => month },
              { title: t('state'), cell: ({ isClosed }) => (isClosed ? t('closed') : t('openMonth')) },
              { title: t('paymentCount'), kind: 'count', isSummed: true, cell: (row) => row.paymentCount },
              moneyColumn(t('paid'), ({ paidFen }: PeriodRow) => paidFen, ''),
              { title: t('closedBy'), cell: closedOf },
              { title: t('closeReason'), cell: ({ close }) => close?.closeReason ?? null },
              { title: t('reopenedBy'), cell: reopenedOf },
            ]}
            rows={periods.data ?? []}
          />
          {mayClose && (
            <Button size="small" onClick={() => setAsked({ command: 'closeMonth', month: thisMonth })}>
              {t('closeMonth')}
            </Button>
          )}
        </>
      }
    >
      <Loaded answer={periods}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="money-empty grey">{t('periodsNone')}</p>
          ) : (
            <table className="sheet" aria-label={t('tab.periods')}>
              <thead>
                <tr>
                  <th scope="col">{t('month')}</th>
                  <th scope="col">{t('state')}</th>
                  <th scope="col" className="is-figure">
                    {t('paymentCount')}
                  </th>
                  <th scope="col" className="is-figure">
                    <AmountHeader label={t('paid')} />
                  </th>
                  <th scope="col">{t('holding:reconciliation')}</th>
                  <th scope="col">{t('closedBy')}</th>
                  <th scope="col">{t('closeReason')}</th>
                  <th scope="col">{t('reopenedBy')}</th>
                  <th scope="col">
                    <span className="visually-hidden">{t('actions')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ month, isClosed, close, paymentCount, paidFen }) => (
                  <tr key={month}>
                    <th scope="row" className="is-nowrap">
                      {month}
                    </th>
                    <td>
                      <StatusTag tone={isClosed ? 'green' : 'grey'}>
                        {isClosed ? t('closed') : t('openMonth')}
                      </StatusTag>
                    </td>
                    <td className="is-figure">
                      <Link className="figure-origin" to={monthPaymentsAddress(month)}>
                        {paymentCount}
                      </Link>
                    </td>
                    <td className="is-figure">
                      <Amount
                        fen={paidFen}
                        origin={{ to: monthPaymentsAddress(month) }}
                        originName={t('origin.paid')}
                      />
                    </td>
                    <td>{close !== null && isClosed && <Reconciled close={close} />}</td>
                    <td className="is-nowrap">{closedOf({ close })}</td>
                    <td>{close?.closeReason}</td>
                    <td>{reopenedOf({ close })}</td>
                    <td className="is-figure is-nowrap">
                      <DossierButton
                        period={month}
                        label={t('attachment:dossierMonth', { month })}
                        look="link"
                      />
                      {close !== null && (
                        <ChangeHistory
                          entityId={close.id}
                          subject={t('holding:closeHistory', { month })}
                          isSmall
                        />
                      )}
                      {mayClose && (
                        <Button
                          type="link"
                          size="small"
                          aria-label={t(isClosed ? 'reopenNamed' : 'closeNamed', { month })}
                          onClick={() =>
                            setAsked({ command: isClosed ? 'reopenMonth' : 'closeMonth', month })
                          }
                        >
                          {isClosed ? t('reopenMonth') : t('closeMonth')}
                        </Button>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
      <EntryModal
        title={asked?.command === 'reopenMonth' ? t('reopenMonth') : t('closeMonth')}
        isOpen={asked !== null}
        isWide={asked?.command === 'closeMonth'}
        onClose={() => setAsked(null)}
      >
        {asked !== null && <PeriodForm asked={asked} onClose={() => setAsked(null)} />}
      </EntryModal>
    </Block>
  )
}

/** Whether the finance ledger was compared when the month was closed, and how they stood. */
function Reconciled({ close }: { readonly close: PeriodClose }) {
  const { t } = useTranslation('holding')
  if (close.bookFen === null || close.ledgerFen === null)
    return <span className="grey">{t('notReconciled')}</span>
  const gap = close.bookFen - close.ledgerFen
  if (gap === 0) return <span className="green">{t('reconciled')}</span>
  return (
    <span className="amber">
      <BookGap month={close.month} bookFen={close.bookFen} ledgerFen={close.ledgerFen} />{' '}
      {close.differenceNote}
    </span>
  )
}

/** Who closed the month, and when. */
function closedOf({ close }: Pick<PeriodRow, 'close'>) {
  return close === null ? '' : `${close.closedBy} ${instantInTable(close.closedAt)}`
}

function reopenedOf({ close }: Pick<PeriodRow, 'close'>) {
  if (close === null || close.reopenedAt === null) return ''
  return `${close.reopenedBy ?? ''} ${instantInTable(close.reopenedAt)} ${close.reopenReason ?? ''}`
}
