import type { MissingDocument } from '../../../db/domain/documentRequirement.ts'
import { moneyAddress } from '../money/useMoneyView.ts'

/** Where in the app a record stands that lacks a document. */
export function recordAddress(item: MissingDocument): string {
  const { subject, subjectId, projectId, contractId, dated } = item
  switch (subject) {
    case 'payment': {
      const query = new URLSearchParams({ projectId, ...(dated === null ? {} : { from: dated, to: dated }) })
      return `/payments?${query.toString()}`
    }
    case 'contract':
    case 'contract_change':
    case 'progress_value':
      return moneyAddress({ tab: 'contracts', projectId, contractId })
    case 'budget_version':
      return moneyAddress({ tab: 'budgets', projectId, versionId: subjectId })
    case 'fund':
    case 'fund_entry':
      return moneyAddress({ tab: 'funds', projectId })
    case 'annual_plan':
      return moneyAddress({ tab: 'annual', projectId, year: item.title.slice(0, 4) })
    case 'project':
    case 'milestone':
    case 'progress_report':
    case 'discrepancy':
      return `/projects/${encodeURIComponent(projectId)}`
  }
}
