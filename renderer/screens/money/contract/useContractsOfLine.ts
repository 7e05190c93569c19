import { useQueries } from '@tanstack/react-query'
import type { BookLine } from '../../../../db/domain/books.ts'
import type { ContractRow } from '../../../../db/domain/contract.ts'
import { send, useAllPages, useRequest } from '../../../api.ts'

/**
 * The contracts that a 科目 or one below it is split to, signed or by a change; a 科目 is the same in every version.
 * Null where no 科目 is asked for.
 */
export function useContractsOfLine(
  projectId: string | null,
  lineKey: string | null,
  contracts: readonly ContractRow[] | undefined,
) {
  const isAsked = projectId !== null && lineKey !== null
  const input = { projectId: projectId ?? '' }
  const items = useRequest('fourBooks', input, { isEnabled: isAsked }).data?.items ?? []
  const versions = useAllPages('listBudgetVersions', input, { isEnabled: isAsked }).data ?? []
  const trees = useQueries({
    queries: versions
      .filter(({ isDerived }) => !isDerived)
      .map(({ id }) => ({
        queryKey: ['listBudgetLines', { versionId: id }],
        queryFn: () => send('listBudgetLines', { versionId: id }),
      })),
  })
  const details = useQueries({
    queries: (isAsked ? (contracts ?? []) : []).map(({ id }) => ({
      queryKey: ['getContract', { contractId: id }],
      queryFn: () => send('getContract', { contractId: id }),
    })),
  })
  if (!isAsked) return null
  const keys = keysBelow(items, lineKey)
  const lines = trees.flatMap(({ data }) => data?.items ?? [])
  const lineIds = new Set(lines.filter((line) => keys.has(line.lineKey)).map(({ id }) => id))
  const isOf = ({ budgetLineId }: { readonly budgetLineId: string | null }) =>
    budgetLineId !== null && lineIds.has(budgetLineId)
  const known = details.flatMap(({ data }) => (data === undefined ? [] : [data]))
  return {
    lineName: items.find((item) => item.lineKey === lineKey)?.name ?? null,
    contractIds: new Set(
      known.filter(({ lines: own, changes }) => own.some(isOf) || changes.some(isOf)).map(({ id }) => id),
    ),
  }
}

/** A line comes before those below it. */
function keysBelow(items: readonly BookLine[], lineKey: string): ReadonlySet<string> {
  const keys = new Set([lineKey])
  const ids = new Set<string | null>()
  for (const item of items) {
    if (item.lineKey === null || item.lineId === null) continue
    if (item.lineKey !== lineKey && !ids.has(item.parentId)) continue
    keys.add(item.lineKey)
    ids.add(item.lineId)
  }
  return keys
}
