import type { Day } from '../../domain/day.ts'
import { pctOf } from '../../domain/fenPart.ts'
import type { HeldRetention } from '../../domain/report/retentionLedger.ts'
import { listContracts } from '../../store/contract.ts'
import type { ReadDb } from '../../store/database.ts'
import { positionOf } from '../../store/position.ts'

/** Of each contract that keeps a retention back. */
export function heldRetentions(
  db: ReadDb,
  projectId: string | undefined,
  today: Day,
): readonly HeldRetention[] {
  const filter = { projectId, planId: undefined, text: undefined }
  return listContracts(db, filter, { page: 1, pageSize: 100_000 })
    .items.filter(({ retentionPct }) => (retentionPct ?? 0) > 0)
    .map((contract) => {
      const basisFen = contract.settlementFen ?? contract.doneFen
      const dueFen = basisFen === null ? null : pctOf(basisFen, contract.retentionPct ?? 0)
      const releasedFen = positionOf(db, contract, today).retentionReleasedFen
      return {
        number: contract.number,
        name: contract.name,
        projectName: contract.projectName,
        counterparty: contract.counterparty,
        retentionPct: contract.retentionPct,
        basisFen,
        dueFen,
        guaranteeFen: null,
        releasedFen,
        heldFen: Math.max(0, (dueFen ?? 0) - releasedFen),
        releaseDueOn: null,
      }
    })
    .toReversed()
}
