import { settlementEffectOf } from '../domain/settlement.ts'
import { positionOf } from '../store/position.ts'
import { rulesOf } from '../store/rule.ts'
import { requireContract } from './contract.ts'
import type { QueryHandler } from './handler.ts'

/** What settleContract would do, before it is done. */
export const previewSettlement: QueryHandler<'previewSettlement'> = (
  db,
  { contractId, settlementFen, settledOn },
) => {
  const contract = requireContract(db, contractId)
  const { guaranteeFen, retentionReleasedFen: releasedFen } = positionOf(db, contract, settledOn)
  return settlementEffectOf(
    contract,
    { settlementFen, settledOn },
    { guaranteeFen, releasedFen },
    rulesOf(db, contract.projectId),
  )
}
