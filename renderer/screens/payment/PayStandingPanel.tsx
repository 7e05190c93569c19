import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatFen } from '../../../db/domain/fen.ts'
import type { PayLimit } from '../../../db/domain/payLimit.ts'
import { Amount } from '../../parts/Amount.tsx'
import { contractPaymentsAddress } from '../money/contract/contractAddress.ts'
import { PayableFigure, Reckoned } from '../money/contract/LimitFigure.tsx'
import { type LimitScope, termAddress } from '../money/contract/termAddress.ts'
import { RuleCited } from '../money/RuleCited.tsx'
import { moneyAddress } from '../money/useMoneyView.ts'
import type { PayStanding } from './usePayStanding.ts'

/** Beside the form: where the contract or the project stands, and what may be paid now and why. */
export function PayStandingPanel({ standing }: { readonly standing: PayStanding }) {
  const { t } = useTranslation(['payment', 'money'])
  const { contract, project, limits, amountFen } = standing
  const known = contract ?? project
  if (known === null) return <aside className="pay-standing grey">{t('standingNone')}</aside>
  const smallest = Math.min(...limits.map((limit) => limit.amountFen))
  const scope: LimitScope = { ...known, contractId: contract?.contractId ?? null }
  return (
    <aside className="pay-standing" aria-label={t('standing')}>
      <p className="payable-sum">
        <span className="grey">{t('money:payableNow')}</span>{' '}
        <span className="payable-figure">
          <PayableFigure fen={known.payableFen} limits={limits} scope={scope} />
        </span>
      </p>
      <dl className="facts pay-facts">
        {contract !== null && (
          <>
            <Fact name={t('contractPrice')}>
              <Amount
                fen={contract.settlementFen ?? contract.contractFen}
                unit="yuan"
                origin={{ to: moneyAddress({ tab: 'contracts', contractId: contract.contractId }) }}
                originName={t('openContract')}
              />
            </Fact>
            <Fact name={t('approvedChanges')}>
              <Amount
                fen={contract.approvedChangeFen}
                unit="yuan"
                origin={{
                  to: moneyAddress({
                    tab: 'contracts',
                    projectId: contract.projectId,
                    entries: 'approved',
                    entriesOf: contract.contractId,
                    to: contract.onDay,
                  }),
                }}
                originName={t('money:origin.contract')}
              />
            </Fact>
            <Fact name={t('done')}>
              <Amount
                fen={contract.doneFen}
                unknown="notEntered"
                unit="yuan"
                origin={{ to: termAddress({ kind: 'done', amountFen: contract.doneFen ?? 0 }, scope) }}
                originName={t('money:origin.done')}
              />
            </Fact>
            <Fact name={t('paidSoFar')}>
              <Amount
                fen={contract.paidFen}
                unit="yuan"
                origin={{ to: contractPaymentsAddress(contract.contractId) }}
                originName={t('openPaid')}
              />
            </Fact>
            <Fact name={t('money:advanceLeft')}>
              <Reckoned
                label={t('money:advanceLeft')}
                fen={contract.advanceLeftFen}
                terms={contract.reckoning.advanceLeft}
                scope={scope}
              />
            </Fact>
            <Fact name={t('money:retentionHeld')}>
              <Reckoned
                label={t('money:retentionHeld')}
                fen={contract.retentionHeldFen}
                terms={contract.reckoning.retentionHeld}
                scope={scope}
              />
            </Fact>
          </>
        )}
        {project !== null && (
          <Fact name={t('paidSoFar')}>
            <Amount
              fen={project.paidFen}
              unit="yuan"
              origin={{ to: `/payments?projectId=${encodeURIComponent(project.projectId)}` }}
              originName={t('openPaid')}
            />
          </Fact>
        )}
        <Fact name={t('money:fundsInHand')}>
          <Reckoned
            label={t('money:fundsInHand')}
            fen={known.fundsInHandFen}
            terms={contract?.reckoning.funds ?? project?.fundTerms ?? []}
            scope={scope}
          />
        </Fact>
      </dl>
      {limits.length > 0 && (
        <ul className="pay-limits" aria-label={t('money:limits')}>
          {limits.map((limit) => (
            <LimitLine
              key={limit.kind}
              limit={limit}
              scope={scope}
              isSmallest={limit.amountFen === smallest}
              overFen={amountFen === null ? 0 : amountFen - Math.max(0, limit.amountFen)}
            />
          ))}
        </ul>
      )}
    </aside>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

interface LineProps {
  readonly limit: PayLimit
  readonly scope: LimitScope
  readonly isSmallest: boolean
  /** What the amount typed passes it by. */
  readonly overFen: number
}

function LimitLine({ limit, scope, isSmallest, overFen }: LineProps) {
  const { t } = useTranslation(['payment', 'money'])
  const tone = overFen <= 0 ? '' : limit.blocks ? 'is-blocked' : 'is-warned'
  return (
    <li className={`${tone} ${isSmallest ? 'is-binding' : ''}`}>
      <span className="limit-name">
        {t(`money:limitKind.${limit.kind}`)}
        {typeof limit.contractPct === 'number' && (
          <span className="grey"> {t('money:contractGrants', { pct: limit.contractPct })}</span>
        )}
        {isSmallest && <span className="grey"> {t('money:binding')}</span>}
      </span>
      <Reckoned
        label={t(`money:limitKind.${limit.kind}`)}
        fen={limit.amountFen}
        terms={limit.terms}
        scope={scope}
      />
      <span className="limit-rule">
        <RuleCited rule={limit.rule} />
      </span>
      {overFen > 0 && (
        <span className={limit.blocks ? 'limit-over red' : 'limit-over amber'}>
          {t(limit.blocks ? 'overBlocks' : 'overWarns', { amount: formatFen(overFen, 'yuan') })}
        </span>
      )}
    </li>
  )
}
