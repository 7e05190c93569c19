import type { PayTerm } from '../../../../db/domain/payTerm.ts'
import { paymentsOf } from '../../project/paymentsOf.ts'
import { fundEntriesAddress, fundPaymentsAddress } from '../fund/fundAddress.ts'
import { type EntryBook, moneyAddress } from '../useMoneyView.ts'
import { contractPaymentsAddress } from './contractAddress.ts'

/** What a limit was reckoned for. */
export interface LimitScope {
  readonly projectId: string
  /** Null: a payment without a contract. */
  readonly contractId: string | null
  readonly onDay: string
}

/** The entries that add up to a term as it stood on the day; of a share, those that it is a share of. */
export function termAddress(term: PayTerm, scope: LimitScope): string {
  const { projectId, contractId, onDay } = scope
  const book = books[term.kind]
  if (book !== undefined)
    return moneyAddress({ tab: 'contracts', projectId, entries: book, entriesOf: contractId, to: onDay })
  const payments = ofContract[term.kind]
  if (payments !== undefined) return `${contractPaymentsAddress(contractId ?? '')}${payments}`
  if ('fundId' in term) return fundAddress(term, scope)
  if (term.kind === 'budget') return moneyAddress({ tab: 'budgets', projectId, versionId: term.versionId })
  if (term.kind === 'projectPaid') return paymentsOf(projectId)
  if (term.kind === 'inHand') return moneyAddress({ tab: 'funds', projectId })
  return moneyAddress({ tab: 'holdings', projectId, contractId })
}

/** Terms that are a list of 资金, of the contract. */
const books: Partial<Record<PayTerm['kind'], EntryBook>> = {
  committed: 'contract',
  settledShare: 'contract',
  signedShare: 'signed',
  done: 'done',
  doneShare: 'done',
  advanceShare: 'done',
  recovered: 'recovered',
}

/** Terms that are payments of the contract, by the filter that they are. */
const ofContract: Partial<Record<PayTerm['kind'], string>> = {
  paid: '',
  advancePaid: '&kind=advance',
  advanceRefunded: '&kind=refund&refundOf=advance',
  advanceSettled: '&kind=advance',
  released: '&kind=retentionRelease',
}

function fundAddress(
  { kind, fundId }: { readonly kind: PayTerm['kind']; readonly fundId: string },
  { projectId, onDay }: LimitScope,
): string {
  if (kind === 'fundPaid') return fundPaymentsAddress(fundId, projectId)
  return fundEntriesAddress(fundId, projectId, kind === 'received' ? { entryKind: 'receipt', to: onDay } : {})
}
