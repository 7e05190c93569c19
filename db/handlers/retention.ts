import { pageOfRows } from '../domain/page.ts'
import { assertOpen } from '../domain/project.ts'
import {
  assertWhole,
  type Retention,
  type RetentionRow,
  retentionStandingOf,
  retentionWarnings,
} from '../domain/retention.ts'
import { ruleOn, thresholdOf } from '../domain/ruleTable.ts'
import { joinedReasons, reasonFor } from '../domain/warning.ts'
import { contractFacts } from '../store/contractFacts.ts'
import { findRetention, listRetention, saveRetention } from '../store/retention.ts'
import { rulesByProject, rulesOf } from '../store/rule.ts'
import { requireContract } from './contract.ts'
import type { CommandHandler, QueryHandler } from './handler.ts'
import { requireProject } from './project.ts'

/** 缺陷责任期 and 保函 of a contract: what it is from now on; the chain keeps what it was. */
export const setRetention: CommandHandler<'setRetention'> = (db, input, { newId, at }) => {
  const contract = requireContract(db, input.contractId)
  const rule = ruleOn(rulesOf(db, contract.projectId), 'defectsPeriod', contract.signedOn)

  assertOpen(requireProject(db, contract.projectId).state)
  assertWhole(input)
  const warnings = retentionWarnings(input, thresholdOf(rule, 'maxMonths', 24))
  const override = reasonFor(warnings, input.overrideReason)
  const retention: Retention = {
    id: findRetention(db, contract.id)?.id ?? newId(),
    contractId: contract.id,
    defectsFrom: input.defectsFrom ?? null,
    defectsTo: input.defectsTo ?? null,
    guaranteeFen: input.guaranteeFen ?? null,
    guaranteeIssuer: input.guaranteeIssuer,
    guaranteeNo: input.guaranteeNo,
    guaranteeExpiresOn: input.guaranteeExpiresOn ?? null,
    note: input.note,
    recordedAt: at,
  }

  saveRetention(db, retention, joinedReasons(input.reason, override))
  return retention
}

/** 质保金台账: every contract with a retention agreed, held, released or guaranteed. */
export const listRetentions: QueryHandler<'listRetentions'> = (db, input, { today }) => {
  const rules = rulesByProject(db)
  const known = listRetention(db)
  const rows = contractFacts(db, { projectId: input.projectId, measured: null })
    .filter(
      ({ contract, retentionReleasedFen }) =>
        (contract.retentionPct ?? 0) > 0 || retentionReleasedFen !== 0 || known.has(contract.id),
    )
    .map((facts): RetentionRow => {
      const { contract } = facts
      const own = rules(contract.projectId)
      const rate = ruleOn(own, 'retentionRate', contract.signedOn)
      const retention = known.get(contract.id) ?? null
      return {
        ...retentionStandingOf(
          {
            pct: contract.retentionPct,
            doneFen: facts.doneFen,
            settlementFen: contract.settlementFen,
            releasedFen: facts.retentionReleasedFen,
            retention,
          },
          today,
        ),
        contractId: contract.id,
        projectId: contract.projectId,
        projectName: facts.projectName,
        number: contract.number,
        name: contract.name,
        counterparty: contract.counterparty,
        retentionPct: contract.retentionPct,
        isOverRule: (contract.retentionPct ?? 0) > thresholdOf(rate, 'maxPct', 100),
        retention,
        rule: rate,
      }
    })
  const isOpen = ({ heldFen }: RetentionRow) => heldFen > 0
  return pageOfRows(input.state === 'all' ? rows : rows.filter(isOpen), input)
}
