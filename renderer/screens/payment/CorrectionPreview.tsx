import { useTranslation } from 'react-i18next'
import { parseDay } from '../../../db/domain/day.ts'
import type { PaymentRow } from '../../../db/domain/payment.ts'
import { useRequest } from '../../api.ts'
import { Amount } from '../../parts/Amount.tsx'
import { AmountHeader } from '../../parts/AmountHeader.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { StatusTag } from '../../parts/StatusTag.tsx'
import { useLanguage } from '../../state.tsx'
import { typedAmount } from '../money/typedAmount.ts'
import type { CorrectionDraft } from './correctionDraft.ts'

/** The entries that will be posted, with their colour and the summary of each voucher. */
export function CorrectionPreview({
  wrong,
  draft,
}: {
  readonly wrong: PaymentRow
  readonly draft: CorrectionDraft
}) {
  const { t } = useTranslation(['correction', 'payment'])
  const language = useLanguage()
  const correctedOn = parseDay(draft.correctedOn ?? '')
  const amountFen = typedAmount(draft.amount, 'yuan', 'positive', language).fen
  const kind = draft.mistake ?? 'cancel'
  const preview = useRequest(
    'previewCorrection',
    { paymentId: wrong.id, correctedOn: correctedOn ?? wrong.paidOn, kind, amountFen },
    { isEnabled: correctedOn !== null, keepsPrevious: true },
  )
  return (
    <Loaded answer={preview}>
      {({ year, isOriginalClosed, isMonthClosed, rule, parts }) => (
        <div className="correction-preview">
          <p className="grey">
            {t(`year.${year}`)} · <span lang="zh-CN">{[rule.basis, rule.clause].join(' ')}</span>
          </p>
          {isOriginalClosed && <p className="amber">{t('closedWhy')}</p>}
          {isMonthClosed && (
            <p className="red" role="alert">
              {t('monthClosed')}
            </p>
          )}
          <table className="sheet" aria-label={t('preview')}>
            <thead>
              <tr>
                <th scope="col">{t('entry')}</th>
                <th scope="col">{t('on')}</th>
                <th scope="col" className="is-figure">
                  <AmountHeader label={t('payment:amount')} unit="yuan" />
                </th>
                <th scope="col">{t('summary')}</th>
              </tr>
            </thead>
            <tbody>
              {parts.map(({ part, colour, on, amountFen: fen, summary }) => (
                <tr key={part}>
                  <th scope="row" className="is-nowrap">
                    {t(`part.${part}`)}{' '}
                    <StatusTag tone={colour === 'red' ? 'red' : 'accent'}>{t(`colour.${colour}`)}</StatusTag>
                  </th>
                  <td className="is-nowrap">{on}</td>
                  <td className="is-figure">
                    <Amount fen={fen} unit="yuan" origin="entered" />
                  </td>
                  <td lang="zh-CN">{summary}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Loaded>
  )
}
