import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localDay } from '../../../../db/domain/day.ts'
import type { PeriodRow } from '../../../../db/domain/periodClose.ts'
import { useAllPages } from '../../../api.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { AmountHeader } from '../../../parts/AmountHeader.tsx'
import { Block } from '../../../parts/Block.tsx'
import { DialogButtons } from '../../../parts/DialogButtons.tsx'
import { instantInTable } from '../../../parts/instant.ts'
import { Loaded } from '../../../parts/Loaded.tsx'
import { StatusTag } from '../../../parts/StatusTag.tsx'
import { useMay } from '../../../state.tsx'
import { ExportTable } from '../../export/ExportTable.tsx'
import { moneyColumn } from '../../export/exportColumn.ts'
import { monthPaymentsAddress } from '../books/monthAddress.ts'
import { EntryModal } from '../EntryModal.tsx'
import { EntryNotices } from '../EntryNotices.tsx'
import { useEntry } from '../useEntry.ts'
import { typedMonth } from './typedMonth.ts'

/** 结账: the months with entries or a close, newest first. */
export function PeriodTab() {
  const { t } = useTranslation('money')
  const [asked, setAsked] = useState<Asked | null>(null)
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
                    <td className="is-figure">{paymentCount}</td>
                    <td className="is-figure">
                      <Amount
                        fen={paidFen}
                        origin={{ to: monthPaymentsAddress(month) }}
                        originName={t('origin.paid')}
                      />
                    </td>
                    <td className="is-nowrap">{closedOf({ close })}</td>
                    <td>{close?.closeReason}</td>
                    <td>{reopenedOf({ close })}</td>
                    <td className="is-figure">
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
        onClose={() => setAsked(null)}
      >
        {asked !== null && <PeriodForm asked={asked} onClose={() => setAsked(null)} />}
      </EntryModal>
    </Block>
  )
}

interface Asked {
  readonly command: 'closeMonth' | 'reopenMonth'
  readonly month: string
}

interface PeriodDraft {
  readonly month?: string
  readonly reason?: string
}

function PeriodForm({ asked, onClose }: { readonly asked: Asked; readonly onClose: () => void }) {
  const { t } = useTranslation(['money', 'terms'])
  const { message } = App.useApp()
  const [form] = Form.useForm<PeriodDraft>()
  const isClosing = asked.command === 'closeMonth'
  const entry = useEntry(asked.command, {
    form,
    onSaved: ({ month }) => {
      void message.info(t(isClosing ? 'monthClosed' : 'monthReopened', { month }))
      onClose()
    },
  })
  return (
    <Form<PeriodDraft>
      form={form}
      name="period"
      layout="vertical"
      initialValues={{ month: asked.month }}
      onFinish={(draft) => entry.save({ month: typedMonth(draft.month), reason: draft.reason ?? '' })}
    >
      <p className="money-lead grey">{isClosing ? t('closeWhy') : t('reopenWhy')}</p>
      <EntryNotices entry={entry} />
      <Form.Item label={t('month')} name="month" required>
        <Input autoComplete="off" placeholder="2024-03" readOnly={!isClosing} />
      </Form.Item>
      <Form.Item label={t('terms:reason')} name="reason" required>
        <Input.TextArea rows={2} autoFocus placeholder={t('terms:reasonHint')} />
      </Form.Item>
      <DialogButtons
        okText={isClosing ? t('closeMonth') : t('reopenMonth')}
        isBusy={entry.isBusy}
        onClose={onClose}
      />
    </Form>
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
