import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { RequestOutput } from '../../../../db/requests/requests.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { FormulaFigure } from '../../../parts/FormulaFigure.tsx'
import { useMay } from '../../../state.tsx'
import { ImportOrigin } from '../../import/ImportOrigin.tsx'
import { type EntryBook, moneyAddress } from '../useMoneyView.ts'
import { CorrectContract } from './CorrectContract.tsx'
import { contractPaymentsAddress } from './contractAddress.ts'

export type ReadContract = RequestOutput<'getContract'>

/** What was signed, what it has become, and its 科目. */
export function ContractFacts({ contract }: { readonly contract: ReadContract }) {
  const { t } = useTranslation(['money', 'terms', 'holding'])
  const [isCorrecting, setIsCorrecting] = useState(false)
  const mayCorrect = useMay('correctContract')
  const entriesAddress = (entries: EntryBook, lineKey: string | null = null) =>
    moneyAddress({
      tab: 'contracts',
      projectId: contract.projectId,
      entries,
      entriesOf: contract.id,
      lineKey,
    })
  const isSplit = contract.lines.some(({ budgetLineId }) => budgetLineId !== null)
  const pct = (value: number | null) =>
    value === null ? <span className="grey">{t('none')}</span> : `${String(value)}%`
  return (
    <div className="contract-facts">
      <dl className="facts">
        <dt>{t('project')}</dt>
        <dd>
          <Link to={moneyAddress({ projectId: contract.projectId })}>{contract.projectName}</Link>
        </dd>
        <dt>{t('counterparty')}</dt>
        <dd>
          {contract.counterparty}
          {contract.isSme && <span className="grey"> {t('sme')}</span>}
        </dd>
        <dt>{t('kind')}</dt>
        <dd>{t(`contractKind.${contract.kind}`)}</dd>
        <dt>{t('signedOn')}</dt>
        <dd>{contract.signedOn}</dd>
        <dt>{t('advancePct')}</dt>
        <dd>{pct(contract.advancePct)}</dd>
        <dt>{t('progressPct')}</dt>
        <dd>{pct(contract.progressPct ?? null)}</dd>
        <dt>{t('retentionPct')}</dt>
        <dd>{pct(contract.retentionPct)}</dd>
        <dt>{t('paymentDays')}</dt>
        <dd>
          {contract.paymentDays === null ? (
            <span className="grey">{t('none')}</span>
          ) : (
            t('days', { days: contract.paymentDays })
          )}
        </dd>
        <ImportOrigin recordId={contract.id} />
        {contract.paymentTerms !== null && (
          <>
            <dt>{t('paymentTerms')}</dt>
            <dd className="contract-terms">{contract.paymentTerms}</dd>
          </>
        )}
      </dl>
      <dl className="facts contract-sums">
        <dt>{t('amount')}</dt>
        <dd>
          <Amount
            fen={contract.amountFen}
            unit="yuan"
            withUnit
            origin={{ to: entriesAddress('signed') }}
            originName={t('origin.contract')}
          />
        </dd>
        <dt>{t('approvedChange')}</dt>
        <dd>
          <Amount
            fen={contract.approvedChangeFen}
            unit="yuan"
            withUnit
            origin={{ to: entriesAddress('approved') }}
            originName={t('origin.contract')}
          />
        </dd>
        <dt>{t('pendingChange')}</dt>
        <dd>
          <Amount
            fen={contract.pendingChangeFen}
            unit="yuan"
            withUnit
            origin={{ to: entriesAddress('pending') }}
            originName={t('origin.pending')}
          />
        </dd>
        {contract.settlementFen !== null && (
          <>
            <dt>{t('settlement')}</dt>
            <dd>
              <Amount
                fen={contract.settlementFen}
                unit="yuan"
                withUnit
                origin={{ to: entriesAddress('contract') }}
                originName={t('origin.contract')}
              />
            </dd>
          </>
        )}
        {contract.settlementFen !== null && typeof contract.submittedFen === 'number' && (
          <>
            <dt>{t('holding:cutFen')}</dt>
            <dd>
              <FormulaFigure
                label={t('holding:cutFen')}
                fen={contract.submittedFen - contract.settlementFen}
                unit="yuan"
                withUnit
                parts={[
                  { name: t('holding:submittedFen'), sign: '+', fen: contract.submittedFen, isEntered: true },
                  {
                    name: t('settlement'),
                    sign: '−',
                    fen: contract.settlementFen,
                    to: entriesAddress('contract'),
                  },
                ]}
              />
            </dd>
          </>
        )}
        <dt>{t('committed')}</dt>
        <dd>
          <Amount
            fen={contract.committedFen}
            unit="yuan"
            withUnit
            origin={{ to: entriesAddress('contract') }}
            originName={t('origin.contract')}
          />
        </dd>
        <dt>{t('done')}</dt>
        <dd>
          <Amount
            fen={contract.doneFen}
            unknown="notEntered"
            unit="yuan"
            withUnit
            origin={{ to: entriesAddress('done') }}
            originName={t('origin.done')}
          />
        </dd>
        <dt>{t('paid')}</dt>
        <dd>
          <Amount
            fen={contract.paidFen}
            unit="yuan"
            withUnit
            origin={{ to: contractPaymentsAddress(contract.id) }}
            originName={t('origin.paid')}
          />
        </dd>
      </dl>
      {!isSplit && <p className="grey contract-unsplit">{t('unsplitWhy')}</p>}
      <ul className="contract-lines" aria-label={t('split')}>
        {contract.lines.map((line) => (
          <li key={line.id}>
            <span className="line-code">{line.code}</span>
            {line.name ?? t('unclassified')}
            {line.isSettlement && <span className="grey"> {t('settlementDifference')}</span>}
            <Amount
              fen={line.amountFen}
              unit="yuan"
              withUnit
              origin={{
                to: entriesAddress(line.isSettlement ? 'settlement' : 'signed', line.lineKey ?? 'none'),
              }}
              originName={t('origin.contract')}
            />
          </li>
        ))}
      </ul>
      {mayCorrect && (
        <Button size="small" className="contract-correct" onClick={() => setIsCorrecting(true)}>
          {t('correctContract')}
        </Button>
      )}
      {isCorrecting && <CorrectContract contract={contract} onClose={() => setIsCorrecting(false)} />}
    </div>
  )
}
