import { App, Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localDay } from '../../../../db/domain/day.ts'
import { formatFen } from '../../../../db/domain/fen.ts'
import { ruleText } from '../../../../db/domain/ruleText.ts'
import type { RequestOutput } from '../../../../db/requests/requests.ts'
import { useCommand } from '../../../api.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { ReasonModal } from '../../../parts/ReasonModal.tsx'
import { useLanguage } from '../../../state.tsx'
import { typedDay } from '../../payment/typedDay.ts'
import { DayField } from '../DayField.tsx'

export type FundEntryRow = RequestOutput<'listFundEntries'>['items'][number]

interface ReverseFundEntryProps {
  readonly entry: FundEntryRow
  readonly onReversed: () => void
  readonly onClose: () => void
}

/** 冲销 of a wrong 下达 or 到位: asks the day and the reason. Mounted anew for each entry. */
export function ReverseFundEntry({ entry, onReversed, onClose }: ReverseFundEntryProps) {
  const { t } = useTranslation(['money', 'fund'])
  const language = useLanguage()
  const { message } = App.useApp()
  const today = localDay(new Date())
  const [typed, setTyped] = useState(today)
  const [fault, setFault] = useState<string | null>(null)
  const reverse = useCommand('reverseFundEntry')
  const refused = reverse.error?.error ?? null
  const isDayRefused = refused?.fields.includes('reversedOn') === true
  const shown = fault ?? (isDayRefused ? refused.message : null)

  function post(reason: string) {
    const reversedOn = typedDay(typed, today)
    setFault(reversedOn === null ? ruleText('dateInvalid', {}, language) : null)
    if (reversedOn === null || reverse.isPending) return
    reverse.mutate(
      { entryId: entry.id, reason, reversedOn },
      {
        onSuccess: () => {
          void message.info(
            t('fund:done', { fund: entry.fundName, amount: formatFen(entry.amountFen, 'yuan') }),
          )
          onReversed()
        },
      },
    )
  }

  return (
    <ReasonModal
      title={t('fund:reverseTitle')}
      isOpen
      okText={t('fund:postReversal')}
      isBusy={reverse.isPending}
      error={isDayRefused ? null : refused}
      onOk={post}
      onClose={onClose}
    >
      <p className="dialog-lead">{t('fund:reverseWhy')}</p>
      <dl className="facts money-lead">
        <dt>{t('fund')}</dt>
        <dd>
          {entry.fundName} · {t(`entryKind.${entry.kind}`)}
        </dd>
        <dt>{t('project')}</dt>
        <dd>{entry.projectName}</dd>
        <dt>{t('enteredOn')}</dt>
        <dd>{entry.enteredOn}</dd>
        <dt>{t('entryAmount')}</dt>
        <dd>
          <Amount fen={entry.amountFen} unit="yuan" origin="entered" /> →{' '}
          <Amount fen={-entry.amountFen} unit="yuan" origin="entered" />
        </dd>
      </dl>
      <Form.Item
        label={t('fund:reversedOn')}
        htmlFor="fund-reversed-on"
        required
        {...(shown === null
          ? {}
          : { validateStatus: 'error' as const, help: <span role="alert">{shown}</span> })}
      >
        <DayField
          id="fund-reversed-on"
          value={typed}
          onChange={(text) => {
            setTyped(text)
            setFault(null)
          }}
        />
      </Form.Item>
    </ReasonModal>
  )
}
