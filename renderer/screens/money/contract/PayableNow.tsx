import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localDay } from '../../../../db/domain/day.ts'
import type { PaymentKind } from '../../../../db/domain/payment.ts'
import { useRequest } from '../../../api.ts'
import { AmountHeader } from '../../../parts/AmountHeader.tsx'
import { Block } from '../../../parts/Block.tsx'
import { Loaded } from '../../../parts/Loaded.tsx'
import { StatusTag } from '../../../parts/StatusTag.tsx'
import { ExportTable } from '../../export/ExportTable.tsx'
import { RuleCited } from '../RuleCited.tsx'
import type { ReadContract } from './ContractFacts.tsx'
import { PayableFigure, Reckoned } from './LimitFigure.tsx'

const kinds: readonly PaymentKind[] = [
  'progress',
  'advance',
  'settlement',
  'retentionRelease',
  'labour',
  'other',
]

/** 本次可付: the smallest of the limits, each with the rule that it comes from. */
export function PayableNow({ contract }: { readonly contract: ReadContract }) {
  const { t } = useTranslation('money')
  const [kind, setKind] = useState<PaymentKind>('progress')
  const payable = useRequest(
    'payableNow',
    { contractId: contract.id, onDay: localDay(new Date()), kind },
    { keepsPrevious: true },
  )
  return (
    <Block
      title={t('payableNow')}
      actions={
        <>
          <Segmented<PaymentKind>
            size="small"
            aria-label={t('payableKind')}
            value={kind}
            onChange={setKind}
            options={kinds.map((value) => ({ value, label: t(`paymentKind.${value}`) }))}
          />
          <ExportTable
            name={t('limits')}
            unit="yuan"
            rows={payable.data?.limits ?? []}
            conditions={[contract.number, t(`paymentKind.${kind}`)]}
            columns={[
              { title: t('limit'), cell: (limit) => t(`limitKind.${limit.kind}`) },
              { title: t('limitAmount'), kind: 'money', cell: ({ amountFen }) => amountFen },
              { title: t('limitRule'), cell: ({ rule }) => `${rule.basis} ${rule.clause ?? ''}`.trim() },
              { title: t('limitEffect'), cell: ({ blocks }) => t(blocks ? 'blocks' : 'warns') },
            ]}
          />
        </>
      }
    >
      <Loaded answer={payable}>
        {(answer) => {
          const smallest = Math.min(...answer.limits.map(({ amountFen }) => amountFen))
          return (
            <>
              <p className="payable-sum">
                <span className="payable-figure">
                  <PayableFigure fen={answer.payableFen} limits={answer.limits} scope={answer} />
                </span>
                <span className="grey">
                  {t('advanceLeft')}{' '}
                  <Reckoned
                    label={t('advanceLeft')}
                    fen={answer.advanceLeftFen}
                    terms={answer.reckoning.advanceLeft}
                    scope={answer}
                    withUnit
                  />{' '}
                  · {t('retentionHeld')}{' '}
                  <Reckoned
                    label={t('retentionHeld')}
                    fen={answer.retentionHeldFen}
                    terms={answer.reckoning.retentionHeld}
                    scope={answer}
                    withUnit
                  />{' '}
                  · {t('fundsInHand')}{' '}
                  <Reckoned
                    label={t('fundsInHand')}
                    fen={answer.fundsInHandFen}
                    terms={answer.reckoning.funds}
                    scope={answer}
                    withUnit
                  />
                </span>
              </p>
              <table className="sheet" aria-label={t('limits')}>
                <thead>
                  <tr>
                    <th scope="col">{t('limit')}</th>
                    <th scope="col" className="is-figure">
                      <AmountHeader label={t('limitAmount')} unit="yuan" />
                    </th>
                    <th scope="col">{t('limitRule')}</th>
                    <th scope="col">{t('limitEffect')}</th>
                  </tr>
                </thead>
                <tbody>
                  {answer.limits.map((limit) => (
                    <tr key={limit.kind} className={limit.amountFen === smallest ? 'is-binding' : ''}>
                      <th scope="row" className="is-nowrap">
                        {t(`limitKind.${limit.kind}`)}
                        {typeof limit.contractPct === 'number' && (
                          <span className="grey"> {t('contractGrants', { pct: limit.contractPct })}</span>
                        )}
                        {limit.amountFen === smallest && <span className="grey"> {t('binding')}</span>}
                      </th>
                      <td className="is-figure">
                        <Reckoned
                          label={t(`limitKind.${limit.kind}`)}
                          fen={limit.amountFen}
                          terms={limit.terms}
                          scope={answer}
                        />
                      </td>
                      <td>
                        <RuleCited rule={limit.rule} />
                      </td>
                      <td className="is-nowrap">
                        {limit.blocks ? (
                          <StatusTag tone="red">{t('blocks')}</StatusTag>
                        ) : (
                          <StatusTag tone="amber">{t('warns')}</StatusTag>
                        )}
                      </td>
                    </tr>
                  ))}
                  {answer.minimum !== null && answer.minimum.amountFen > 0 && kind === 'progress' && (
                    <tr>
                      <th scope="row" className="is-nowrap">
                        {t('minimum')}
                      </th>
                      <td className="is-figure">
                        <Reckoned
                          label={t('minimum')}
                          fen={answer.minimum.amountFen}
                          terms={answer.minimum.terms}
                          scope={answer}
                        />
                      </td>
                      <td>
                        <RuleCited rule={answer.minimum.rule} />
                      </td>
                      <td />
                    </tr>
                  )}
                </tbody>
              </table>
            </>
          )
        }}
      </Loaded>
    </Block>
  )
}
