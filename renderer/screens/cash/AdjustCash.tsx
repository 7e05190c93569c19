import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Fen, formatFen } from '../../../db/domain/fen.ts'
import { DialogButtons } from '../../parts/DialogButtons.tsx'
import { useLanguage } from '../../state.tsx'
import { EntryModal } from '../money/EntryModal.tsx'
import { EntryNotices } from '../money/EntryNotices.tsx'
import { MoneyInput } from '../money/MoneyInput.tsx'
import { typedAmount } from '../money/typedAmount.ts'
import { useEntry } from '../money/useEntry.ts'
import { useCashUndo } from './useCashUndo.tsx'

/** One month of a contract, or of a task without one, and a source. */
export interface CashCell {
  readonly contractId: string | null
  readonly taskId: string | null
  readonly fundId: string | null
  readonly month: number
  readonly planFen: Fen
  /** What the month would be if nobody had set it. */
  readonly reckonedFen: Fen
  readonly isAdjusted: boolean
  /** Of the contract; the name of a task. */
  readonly number: string
  readonly source: string
}

interface AdjustCashProps {
  readonly cell: CashCell
  readonly year: number
  readonly onClose: () => void
}

/** Sets a month, what was reckoned for it beside it; left empty it is reckoned again. */
export function AdjustCash(props: AdjustCashProps) {
  const { t } = useTranslation('cash')
  const { number, source, month } = props.cell
  return (
    <EntryModal title={t('setMonth', { number, source, month })} isOpen onClose={props.onClose}>
      <CashForm {...props} />
    </EntryModal>
  )
}

function CashForm({ cell, year, onClose }: AdjustCashProps) {
  const { t } = useTranslation(['cash', 'terms'])
  const language = useLanguage()
  const [form] = Form.useForm<{ amount?: string; reason?: string }>()
  const tell = useCashUndo({ ...cell, year })
  const entry = useEntry('adjustCashPlan', {
    form,
    names: { amountFen: 'amount' },
    onSaved: ({ beforeFen }) => {
      tell(beforeFen)
      onClose()
    },
  })
  return (
    <Form
      form={form}
      name="cash"
      layout="vertical"
      initialValues={{ amount: formatFen(cell.planFen, 'yuan').replaceAll(',', '') }}
      onFinish={({ amount, reason }) => {
        const isEmpty = (amount ?? '').trim() === ''
        const typed = typedAmount(amount, 'yuan', 'notNegative', language)
        entry.save(
          {
            contractId: cell.contractId,
            taskId: cell.taskId,
            fundId: cell.fundId,
            year,
            month: cell.month,
            amountFen: isEmpty ? null : typed.fen,
            reason: reason ?? '',
          },
          isEmpty || typed.fault === null ? [] : [{ field: 'amountFen', message: typed.fault }],
        )
      }}
    >
      <EntryNotices entry={entry} />
      <Form.Item
        label={t('cashAmount')}
        name="amount"
        extra={
          <span className="cash-reckoned">
            {t('reckoned')} <span className="figure">{formatFen(cell.reckonedFen, 'yuan')}</span>
            {cell.isAdjusted && (
              <Button type="link" size="small" onClick={() => form.setFieldValue('amount', '')}>
                {t('reckonAgain')}
              </Button>
            )}{' '}
            {cell.isAdjusted && t('emptyReckons')}
          </span>
        }
      >
        <MoneyInput sign="notNegative" autoFocus />
      </Form.Item>
      <Form.Item label={t('terms:reason')} name="reason" required>
        <Input.TextArea rows={2} placeholder={t('terms:reasonHint')} />
      </Form.Item>
      <DialogButtons okText={t('terms:save')} isBusy={entry.isBusy} onClose={onClose} />
    </Form>
  )
}
