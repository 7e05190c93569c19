import './correction.css'
import { App, Checkbox, Form, Input, Modal, Radio } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localDay } from '../../../db/domain/day.ts'
import { formatFen } from '../../../db/domain/fen.ts'
import type { PaymentRow } from '../../../db/domain/payment.ts'
import type { ProjectRow } from '../../../db/domain/project.ts'
import type { RequestOutput } from '../../../db/requests/requests.ts'
import { Amount, entered } from '../../parts/Amount.tsx'
import { DialogButtons } from '../../parts/DialogButtons.tsx'
import { useLanguage } from '../../state.tsx'
import { DayField } from '../money/DayField.tsx'
import { EntryNotices } from '../money/EntryNotices.tsx'
import { MoneyInput } from '../money/MoneyInput.tsx'
import { useEntry } from '../money/useEntry.ts'
import { CorrectionPreview } from './CorrectionPreview.tsx'
import { type CorrectionDraft, correctionDraftOf, type Mistake, readCorrection } from './correctionDraft.ts'
import { entryInWords } from './entryInWords.ts'
import { RightEntryFields } from './RightEntryFields.tsx'

interface Props {
  readonly entry: PaymentRow
  readonly projects: readonly ProjectRow[]
  readonly onCorrected: (mistake: Mistake, corrected: RequestOutput<'correctPayment'>) => void
  readonly onClose: () => void
}

/** 冲销与更正: what is wrong decides what is posted, which stands before one's eyes until it is confirmed. */
export function CorrectPayment({ entry, ...props }: Props) {
  const { t } = useTranslation(['correction', 'terms'])
  const body = useRef<HTMLDivElement>(null)
  return (
    <Modal
      title={t('title')}
      open
      centered
      width={1120}
      onCancel={props.onClose}
      closable={{ 'aria-label': t('terms:close') }}
      footer={null}
      destroyOnHidden
      afterOpenChange={(isOpen) => {
        // The first question has the focus: the arrows answer it at once.
        if (isOpen) body.current?.querySelector<HTMLInputElement>('input:checked')?.focus()
      }}
    >
      <div ref={body}>
        <CorrectionForm key={entry.id} entry={entry} {...props} />
      </div>
    </Modal>
  )
}

function CorrectionForm({ entry: wrong, projects, onCorrected, onClose }: Props) {
  const { t } = useTranslation(['correction', 'payment', 'terms'])
  const { message } = App.useApp()
  const language = useLanguage()
  const [today] = useState(() => localDay(new Date()))
  const [key] = useState(() => crypto.randomUUID())
  const [form] = Form.useForm<CorrectionDraft>()
  const draft = typedSoFar(Form.useWatch([], form), correctionDraftOf(wrong, today))
  const mistake = draft.mistake ?? 'cancel'
  const entry = useEntry('correctPayment', {
    form,
    names,
    onSaved: (corrected) => {
      const last = corrected.entries.at(-1)
      if (mistake !== 'cancel' && last !== undefined)
        void message.info(t('corrected', { entry: entryInWords(last, t('payment:yuan')) }))
      onCorrected(mistake, corrected)
    },
  })
  const isLike = entry.refused?.code === 'possibleDuplicate'

  return (
    <Form<CorrectionDraft>
      form={form}
      name="correction"
      layout="vertical"
      initialValues={correctionDraftOf(wrong, today)}
      onFinish={(typed) => {
        const { input, faults } = readCorrection(typed, wrong, language)
        entry.save({ ...input, ...entry.reasonOf(typed.overrideReason), idempotencyKey: key }, faults)
      }}
    >
      <dl className="facts reverse-facts">
        <dt>{t('original')}</dt>
        <dd>
          {wrong.paidOn} {wrong.payee} · {wrong.purpose} · {wrong.voucherNo ?? t('payment:notFilled')} ·{' '}
          <Amount fen={wrong.amountFen} unit="yuan" withUnit origin="entered" />
          {wrong.adjustedFen !== 0 && (
            <span className="grey" {...entered}>
              {' '}
              {t('countsFor', { amount: formatFen(wrong.amountFen + wrong.adjustedFen, 'yuan') })}
            </span>
          )}
        </dd>
      </dl>
      <EntryNotices entry={entry} />
      {isLike && (
        <Form.Item name="isNoDuplicate" valuePropName="checked">
          <Checkbox>{t('notDuplicate')}</Checkbox>
        </Form.Item>
      )}
      <div className="correction-what">
        <Form.Item label={t('mistake')} name="mistake" extra={t(`why.${mistake}`)}>
          <Radio.Group
            optionType="button"
            options={(['cancel', 'replace', 'adjust'] as const).map((value) => ({
              value,
              label: t(`kinds.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item label={t('correctedOn')} name="correctedOn" required>
          <DayField />
        </Form.Item>
        <Form.Item label={t('voucherNo')} name="voucherNo">
          <Input autoComplete="off" />
        </Form.Item>
        {mistake === 'adjust' && (
          <Form.Item label={t('rightAmount')} name="amount" required>
            <MoneyInput />
          </Form.Item>
        )}
      </div>
      {mistake === 'replace' && <RightEntryFields wrong={wrong} draft={draft} projects={projects} />}
      <CorrectionPreview wrong={wrong} draft={draft} />
      <Form.Item label={t('terms:reason')} name="reason" required>
        <Input.TextArea rows={2} placeholder={t('terms:reasonHint')} />
      </Form.Item>
      <DialogButtons okText={t(okTexts[mistake])} isBusy={entry.isBusy} onClose={onClose} />
    </Form>
  )
}

const okTexts = { cancel: 'doCancel', replace: 'doReplace', adjust: 'doAdjust' } as const

/** The form's own names for the fields of the request. */
const names: Readonly<Record<string, string>> = {
  amountFen: 'amount',
  'how.amountFen': 'amount',
  'how.right.amountFen': 'amount',
  'how.right.projectId': 'projectId',
  'how.right.payee': 'payee',
  'how.right.purpose': 'purpose',
  'how.right.voucherNo': 'rightVoucherNo',
  'how.right.invoiceNo': 'invoiceNo',
  'how.right.budgetLineId': 'budgetLineId',
  'how.right.contractId': 'contractId',
  'how.right.paidOn': 'correctedOn',
  paidOn: 'correctedOn',
  reversedOn: 'correctedOn',
  fundSplit: 'fund',
}

/** What it begins with until the form stands on the screen, whatever its type says. */
function typedSoFar(draft: CorrectionDraft | undefined, first: CorrectionDraft): CorrectionDraft {
  return draft ?? first
}
