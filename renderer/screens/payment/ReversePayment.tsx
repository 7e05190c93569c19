import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Day, localDay } from '../../../db/domain/day.ts'
import { formatFen } from '../../../db/domain/fen.ts'
import { type Payment, type PaymentRow, reversalOf } from '../../../db/domain/payment.ts'
import { RuleBroken } from '../../../db/domain/ruleBroken.ts'
import { ruleText } from '../../../db/domain/ruleText.ts'
import { useCommand } from '../../api.ts'
import { ReasonModal } from '../../parts/ReasonModal.tsx'
import { useLanguage } from '../../state.tsx'
import { DayInput } from './DayInput.tsx'
import { typedDay } from './typedDay.ts'

interface Props {
  readonly entry: PaymentRow
  readonly onReversed: (red: Payment) => void
  readonly onClose: () => void
}

/** 红字冲销: asks the day and the reason, and posts the red entry. Mounted anew for each entry: one key, one reversal. */
export function ReversePayment({ entry, onReversed, onClose }: Props) {
  const { t } = useTranslation('payment')
  const language = useLanguage()
  const [today] = useState(() => localDay(new Date()))
  const [idempotencyKey] = useState(() => crypto.randomUUID())
  const [typed, setTyped] = useState(today)
  const [fault, setFault] = useState<string | null>(null)
  const reverse = useCommand('reversePayment')
  const refused = reverse.error?.error ?? null
  const isDayRefused = refused?.fields.includes('reversedOn') === true
  const shown = fault ?? (isDayRefused ? refused.message : null)

  function post(reason: string) {
    const reversedOn = typedDay(typed, today)
    const broken =
      reversedOn === null ? new RuleBroken('dateInvalid') : brokenBy(entry, reversedOn, reason, today)
    setFault(broken === null ? null : ruleText(broken.code, broken.params, language))
    if (reversedOn === null || broken !== null || reverse.isPending) return
    reverse.mutate({ paymentId: entry.id, reason, reversedOn, idempotencyKey }, { onSuccess: onReversed })
  }

  return (
    <ReasonModal
      title={t('reverseTitle')}
      isOpen
      okText={t('postReversal')}
      isBusy={reverse.isPending}
      error={isDayRefused ? null : refused}
      onOk={post}
      onClose={onClose}
    >
      <p className="dialog-lead">{t('reverseWhy')}</p>
      <dl className="facts reverse-facts">
        <dt>{t('paidOn')}</dt>
        <dd>{entry.paidOn}</dd>
        <dt>{t('project')}</dt>
        <dd>{entry.projectName}</dd>
        <dt>{t('payee')}</dt>
        <dd>{entry.payee}</dd>
        <dt>{t('purpose')}</dt>
        <dd>{entry.purpose}</dd>
        <dt>{t('voucherNo')}</dt>
        <dd>{entry.voucherNo ?? <span className="grey">{t('notFilled')}</span>}</dd>
        <dt>{t('amountYuan')}</dt>
        <dd>
          <span className="figure">{formatFen(entry.amountFen, 'yuan')}</span> →{' '}
          <span className="figure red">{formatFen(-entry.amountFen, 'yuan')}</span>
        </dd>
      </dl>
      <div className="entry-field reverse-day">
        <label htmlFor="reversed-on">
          {t('reversedOn')}
          <span className="entry-required" aria-hidden="true">
            *
          </span>
        </label>
        <DayInput
          value={typed}
          onChange={(text) => {
            setTyped(text)
            setFault(null)
          }}
          latest={today}
          input={{
            id: 'reversed-on',
            'aria-invalid': shown !== null,
            'aria-describedby': 'reversed-on-note',
            ...(shown === null ? {} : { status: 'error' as const }),
          }}
        />
        <div className="entry-note" id="reversed-on-note" aria-live="polite">
          {shown !== null && <span className="entry-error">{shown}</span>}
        </div>
      </div>
    </ReasonModal>
  )
}

function brokenBy(entry: PaymentRow, reversedOn: Day, reason: string, today: Day): RuleBroken | null {
  try {
    reversalOf(entry, { id: '', reversedOn, reason, recordedAt: '', actorName: '' }, today)
    return null
  } catch (error) {
    if (error instanceof RuleBroken) return error
    throw error
  }
}
