import { App, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { month as monthSchema } from '../../../../db/domain/periodClose.ts'
import { useAllPages, useRequest } from '../../../api.ts'
import { DialogButtons } from '../../../parts/DialogButtons.tsx'
import { useLanguage } from '../../../state.tsx'
import { EntryNotices } from '../EntryNotices.tsx'
import { MoneyInput } from '../MoneyInput.tsx'
import { typedAmount } from '../typedAmount.ts'
import { useEntry } from '../useEntry.ts'
import { BookGap } from './BookGap.tsx'
import { CloseChecklist } from './CloseChecklist.tsx'
import { typedMonth } from './typedMonth.ts'

export interface AskedPeriod {
  readonly command: 'closeMonth' | 'reopenMonth'
  readonly month: string
}

interface Draft {
  readonly month?: string
  readonly book?: string
  readonly differenceNote?: string
  readonly reason?: string
}

/** 结账 with its checklist and the finance ledger's figure beside this one's; 反结账 with its reason. */
export function PeriodForm({
  asked,
  onClose,
}: {
  readonly asked: AskedPeriod
  readonly onClose: () => void
}) {
  return asked.command === 'closeMonth' ? (
    <CloseForm asked={asked} onClose={onClose} />
  ) : (
    <ReopenForm asked={asked} onClose={onClose} />
  )
}

function CloseForm({ asked, onClose }: { readonly asked: AskedPeriod; readonly onClose: () => void }) {
  const { t } = useTranslation(['money', 'holding', 'terms'])
  const language = useLanguage()
  const { message } = App.useApp()
  const [form] = Form.useForm<Draft>()
  const draft = typedSoFar(Form.useWatch([], form))
  const month = typedMonth(draft.month ?? asked.month)
  const isMonth = monthSchema.safeParse(month).success
  const checklist = useRequest('monthChecklist', { month }, { isEnabled: isMonth, keepsPrevious: true }).data
  const book = typedBook(draft.book, language)
  const gap = checklist === undefined || book.fen === null ? null : book.fen - checklist.ledger.paidFen
  const entry = useEntry('closeMonth', {
    form,
    names: { bookFen: 'book' },
    onSaved: (closed) => {
      void message.info(t('monthClosed', { month: closed.month }))
      onClose()
    },
  })
  return (
    <Form<Draft>
      form={form}
      name="period"
      layout="vertical"
      initialValues={{ month: asked.month }}
      onFinish={(typed) => {
        const figure = typedBook(typed.book, language)
        entry.save(
          {
            month: typedMonth(typed.month),
            reason: typed.reason ?? '',
            bookFen: figure.fen,
            differenceNote: typed.differenceNote ?? null,
          },
          figure.fault === null ? [] : [{ field: 'bookFen', message: figure.fault }],
        )
      }}
    >
      <p className="money-lead grey">{t('closeWhy')}</p>
      <EntryNotices entry={entry} />
      <div className="close-columns">
        <div>
          <Form.Item label={t('month')} name="month" required>
            <Input autoComplete="off" placeholder="2024-03" />
          </Form.Item>
          <Form.Item label={t('holding:bookFen')} name="book" extra={t('holding:bookHint')}>
            <MoneyInput sign="any" />
          </Form.Item>
          {gap !== null && (
            <p className={gap === 0 ? 'green' : 'amber'} role="status">
              {gap === 0 || checklist === undefined || book.fen === null ? (
                t('holding:reconciled')
              ) : (
                <BookGap month={month} bookFen={book.fen} ledgerFen={checklist.ledger.paidFen} />
              )}
            </p>
          )}
          {gap !== null && gap !== 0 && (
            <Form.Item label={t('holding:differenceNote')} name="differenceNote" required>
              <Input.TextArea rows={2} />
            </Form.Item>
          )}
          <Form.Item label={t('terms:reason')} name="reason" required>
            <Input.TextArea rows={2} autoFocus placeholder={t('terms:reasonHint')} />
          </Form.Item>
        </div>
        {checklist !== undefined && <CloseChecklist checklist={checklist} onClose={onClose} />}
      </div>
      <DialogButtons okText={t('closeMonth')} isBusy={entry.isBusy} onClose={onClose} />
    </Form>
  )
}

function ReopenForm({ asked, onClose }: { readonly asked: AskedPeriod; readonly onClose: () => void }) {
  const { t } = useTranslation(['money', 'terms'])
  const { message } = App.useApp()
  const [form] = Form.useForm<Draft>()
  const later = (useAllPages('listPeriods', {}).data ?? [])
    .filter(({ month, isClosed }) => isClosed && month > asked.month)
    .map(({ month }) => month)
    .toSorted()
  const entry = useEntry('reopenMonth', {
    form,
    onSaved: ({ month }) => {
      void message.info(t('monthReopened', { month }))
      onClose()
    },
  })
  return (
    <Form<Draft>
      form={form}
      name="period"
      layout="vertical"
      initialValues={{ month: asked.month }}
      onFinish={(typed) => entry.save({ month: asked.month, reason: typed.reason ?? '' })}
    >
      <p className="money-lead grey">{t('reopenWhy')}</p>
      {later.length > 0 && (
        <p className="amber" role="status">
          {t('reopenLater', { months: later.join('、') })}
        </p>
      )}
      <EntryNotices entry={entry} />
      <Form.Item label={t('month')} name="month">
        <Input readOnly />
      </Form.Item>
      <Form.Item label={t('terms:reason')} name="reason" required>
        <Input.TextArea rows={2} autoFocus placeholder={t('terms:reasonHint')} />
      </Form.Item>
      <DialogButtons okText={t('reopenMonth')} isBusy={entry.isBusy} onClose={onClose} />
    </Form>
  )
}

/** Nothing typed is no figure; 0 is one: a month may have had no payment. */
function typedBook(text: string | undefined, language: Parameters<typeof typedAmount>[3]) {
  const typed = (text ?? '').trim()
  if (typed === '') return { fen: null, fault: null }
  return /^[0０]+([.．][0０]+)?$/.test(typed)
    ? { fen: 0, fault: null }
    : typedAmount(typed, 'yuan', 'any', language)
}

/** Nothing until the form stands on the screen, whatever its type says. */
function typedSoFar(draft: Draft | undefined): Draft {
  return draft ?? {}
}
