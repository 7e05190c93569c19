import type { ListPayments } from '../domain/payment.ts'
import { likePattern } from './project.ts'

export type PaymentFilter = Omit<ListPayments, 'page' | 'pageSize' | 'sort'>

/** Constant clauses, one for each filter that is set: no text of a user ever enters the SQL. */
export function whereOf(filter: PaymentFilter): string {
  const clauses = filterClauses
    .filter(([name]) => isSet(filter[name]))
    .map(([name, clause]) =>
      filter[name] === 'none' && name === 'budgetLineId' ? unclassifiedClause : clause,
    )
  if (filter.lacks !== undefined) clauses.push(standingClause, lackClauses[filter.lacks])
  if (filter.reversals !== 'all')
    clauses.push(`payment.reverses_id IS ${filter.reversals === 'only' ? 'NOT NULL' : 'NULL'}`)
  return clauses.length === 0 ? '' : `WHERE ${clauses.join(' AND ')}`
}

const filterClauses: readonly (readonly [keyof PaymentFilter, string])[] = [
  ['projectId', 'payment.project_id = @projectId'],
  ['planId', 'payment.project_id IN (SELECT id FROM project WHERE plan_id = @planId)'],
  ['contractId', 'payment.contract_id = @contractId'],
  [
    'budgetLineId',
    `payment.budget_line_id IN (SELECT same.id FROM budget_line AS same
      JOIN budget_version AS version ON version.id = same.version_id
      WHERE version.project_id = (SELECT project_id FROM budget_version WHERE id =
          (SELECT version_id FROM budget_line WHERE id = @budgetLineId)) AND same.line_key IN (
      WITH RECURSIVE below (id, line_key) AS (
        SELECT id, line_key FROM budget_line WHERE id = @budgetLineId
        UNION SELECT child.id, child.line_key FROM budget_line AS child JOIN below ON child.parent_id = below.id
      ) SELECT line_key FROM below))`,
  ],
  ['fundId', 'payment.id IN (SELECT payment_id FROM payment_fund WHERE fund_id = @fundId)'],
  ['importId', 'payment.import_id = @importId'],
  ['kind', 'payment.kind = @kind'],
  ['refundOf', 'payment.refund_of = @refundOf'],
  ['payee', String.raw`payment.payee LIKE @payee ESCAPE '\'`],
  [
    'text',
    String.raw`(payment.payee LIKE @text ESCAPE '\' OR payment.purpose LIKE @text ESCAPE '\'
      OR payment.voucher_no LIKE @text ESCAPE '\' OR payment.memo LIKE @text ESCAPE '\')`,
  ],
  ['from', 'payment.paid_on >= @from'],
  ['to', 'payment.paid_on <= @to'],
  ['minFen', 'abs(payment.amount_fen) >= @minFen'],
  ['maxFen', 'abs(payment.amount_fen) <= @maxFen'],
]

/** Neither a reversal nor reversed. */
const standingClause = `payment.reverses_id IS NULL
  AND NOT EXISTS (SELECT 1 FROM payment AS red WHERE red.reverses_id = payment.id)`

/** As the checklist of a month counts them (openItem.ts). */
const lackClauses: Readonly<Record<NonNullable<PaymentFilter['lacks']>, string>> = {
  voucher: 'payment.voucher_no IS NULL',
  fund: 'NOT EXISTS (SELECT 1 FROM payment_fund WHERE payment_id = payment.id)',
  line: 'payment.budget_line_id IS NULL',
}

/** 未分科目 as the four books have it: without a line, or with one that the version in force does not have. */
const unclassifiedClause = `(payment.budget_line_id IS NULL OR payment.budget_line_id IN (
  SELECT lost.id FROM budget_line AS lost JOIN budget_version AS version ON version.id = lost.version_id
    WHERE version.project_id = @projectId AND lost.line_key NOT IN (
      SELECT line_key FROM budget_line WHERE version_id = (
        SELECT id FROM budget_version WHERE project_id = @projectId
          ORDER BY (state = 'approved' AND kind IN ('preliminary', 'adjusted')) DESC,
            CASE WHEN state = 'approved' AND kind IN ('preliminary', 'adjusted') THEN approved_on END DESC, rowid DESC
          LIMIT 1))))`

export function isSet(value: string | number | undefined) {
  return value !== undefined && !(typeof value === 'string' && value.trim() === '')
}

export function paramsOf(filter: PaymentFilter) {
  return {
    ...Object.fromEntries(plainFilters.map((name) => [name, filter[name] ?? null])),
    payee: likePattern(filter.payee?.trim() ?? ''),
    text: likePattern(filter.text?.trim() ?? ''),
  }
}

/** Those that are looked for as they are. */
const plainFilters = [
  'projectId',
  'planId',
  'contractId',
  'budgetLineId',
  'fundId',
  'importId',
  'kind',
  'refundOf',
  'from',
  'to',
  'minFen',
  'maxFen',
] as const
