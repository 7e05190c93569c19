import type { Commitment } from '../domain/commitment.ts'
import type { PageInput } from '../domain/page.ts'
import type { ReadDb } from './database.ts'
import type { LineScope } from './lineScope.ts'
import { readPage } from './page.ts'

/** The newest first; those still pending, in the order of recording. */
export function listCommitments(
  db: ReadDb,
  filter: LineScope & {
    readonly projectId: string | undefined
    readonly planId: string | undefined
    readonly contractId: string | undefined
    readonly state: 'committed' | 'signed' | 'approved' | 'drawn' | 'settlement' | 'pending'
    readonly to: string | undefined
  },
  page: PageInput,
) {
  const params = {
    projectId: filter.projectId ?? null,
    planId: filter.planId ?? null,
    contractId: filter.contractId ?? null,
    lines: filter.lines,
    allBut: filter.allBut,
    state: filter.state,
    to: filter.to ?? null,
  }
  const listed = readPage<Commitment, Commitment>(
    db,
    page,
    { from: fromSql, rows: `SELECT ${columnsSql} ${fromSql} ORDER BY since DESC, entry.id DESC`, params },
    (row) => row,
  )
  const sum = db.get<{ fen: number }>(`SELECT ifnull(sum(entry.amount_fen), 0) AS fen ${fromSql}`, params)
  return { ...listed, amountFen: sum?.fen ?? 0 }
}

/** The view `committed` with the names of what it adds up, and the pending changes apart. */
const fromSql = `FROM (
    SELECT line.id, CASE line.is_settlement WHEN 1 THEN 'settlement' ELSE 'signed' END AS kind, line.contract_id,
      NULL AS number, NULL AS title, line.budget_line_id, line.amount_fen, CASE line.is_settlement WHEN 1 THEN own.settled_on ELSE own.signed_on END AS since, NULL AS recorded_on, 0 AS draws
      FROM contract_line AS line JOIN contract AS own ON own.id = line.contract_id
    UNION ALL
    SELECT id, CASE state WHEN 'approved' THEN 'change' ELSE 'pending' END, contract_id, number, title, budget_line_id,
      amount_fen, approved_on, substr(recorded_at, 1, 10), draws_on_contingency FROM contract_change
  ) AS entry
  JOIN contract ON contract.id = entry.contract_id JOIN project ON project.id = contract.project_id
  LEFT JOIN budget_line ON budget_line.id = entry.budget_line_id
  WHERE CASE @state WHEN 'committed' THEN entry.kind <> 'pending' WHEN 'approved' THEN entry.kind = 'change'
      WHEN 'drawn' THEN entry.kind = 'change' AND entry.draws = 1
      ELSE entry.kind = @state END
    AND (@to IS NULL OR ifnull(entry.since, entry.recorded_on) <= @to)
    AND (@projectId IS NULL OR contract.project_id = @projectId)
    AND (@planId IS NULL OR project.plan_id = @planId)
    AND (@contractId IS NULL OR entry.contract_id = @contractId)
    AND (@lines IS NULL OR entry.budget_line_id IN (SELECT value FROM json_each(@lines)))
    AND (@allBut IS NULL OR entry.budget_line_id IS NULL
      OR entry.budget_line_id NOT IN (SELECT value FROM json_each(@allBut)))`

const columnsSql = `entry.id, entry.kind, contract.project_id AS projectId, project.name AS projectName,
  entry.contract_id AS contractId, contract.number AS contractNumber, contract.name AS contractName,
  contract.counterparty, entry.number AS changeNumber, entry.title AS changeTitle, budget_line.name AS lineName,
  entry.since, entry.amount_fen AS amountFen`
