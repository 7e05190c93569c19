import type { ImportKind } from '../domain/import/field.ts'
import type { ImportEntry } from '../domain/import/importEntry.ts'
import type { PageInput } from '../domain/page.ts'
import type { ReadDb } from './database.ts'
import { readPage } from './page.ts'

/** The records of an import that are still there, in the order of its sheet. */
export function listImportEntries(db: ReadDb, importId: string, kind: ImportKind, page: PageInput) {
  const { columns, from, order } = entrySql[kind]
  return readPage<StoredEntry, ImportEntry>(
    db,
    page,
    {
      from,
      rows: `SELECT ${columns}, project.id AS projectId, project.name AS projectName ${from} ORDER BY ${order}`,
      params: { importId },
    },
    ({ isReversed, ...row }) => ({ ...row, isReversed: isReversed === 1 }),
  )
}

/** Undefined where a person entered the record. */
export function findOrigin(db: ReadDb, recordId: string) {
  return db.get<{ importId: string; row: number | null }>(
    `SELECT import_id AS importId, import_row AS row FROM payment WHERE id = @recordId AND import_id IS NOT NULL
      UNION ALL SELECT import_id, import_row FROM contract WHERE id = @recordId AND import_id IS NOT NULL
      UNION ALL SELECT import_id, import_row FROM fund_entry WHERE id = @recordId AND import_id IS NOT NULL
      UNION ALL SELECT import_id, NULL FROM budget_version WHERE id = @recordId AND import_id IS NOT NULL`,
    { recordId },
  )
}

type StoredEntry = Omit<ImportEntry, 'isReversed'> & { readonly isReversed: number }

const entrySql: Readonly<
  Record<ImportKind, { readonly columns: string; readonly from: string; readonly order: string }>
> = {
  payments: {
    columns: `payment.id AS recordId, import_row AS row, payee || ' · ' || purpose AS title, paid_on AS dated,
      payment.amount_fen AS amountFen, NULL AS ownerId, NULL AS part,
      EXISTS (SELECT 1 FROM payment AS red WHERE red.reverses_id = payment.id) AS isReversed`,
    from: 'FROM payment JOIN project ON project.id = payment.project_id WHERE payment.import_id = @importId',
    order: 'payment.rowid',
  },
  contracts: {
    columns: `contract.id AS recordId, import_row AS row, contract.number || ' ' || contract.name AS title, signed_on AS dated,
      contract.amount_fen AS amountFen, NULL AS ownerId, NULL AS part, 0 AS isReversed`,
    from: 'FROM contract JOIN project ON project.id = contract.project_id WHERE contract.import_id = @importId',
    order: 'contract.rowid',
  },
  budgetLines: {
    columns: `line.id AS recordId, NULL AS row, line.code || ' ' || line.name AS title, NULL AS dated,
      line.amount_fen AS amountFen, version.id AS ownerId, NULL AS part, 0 AS isReversed`,
    from: `FROM budget_line AS line JOIN budget_version AS version ON version.id = line.version_id
      JOIN project ON project.id = version.project_id WHERE version.import_id = @importId`,
    order: 'line.sort',
  },
  funds: {
    columns: `entry.id AS recordId, import_row AS row, fund.name || ifnull(' · ' || entry.document_no, '') AS title,
      entered_on AS dated, entry.amount_fen AS amountFen, entry.fund_id AS ownerId, entry.kind AS part,
      EXISTS (SELECT 1 FROM fund_entry AS red WHERE red.reverses_id = entry.id) AS isReversed`,
    from: `FROM fund_entry AS entry JOIN fund ON fund.id = entry.fund_id
      JOIN project ON project.id = entry.project_id WHERE entry.import_id = @importId`,
    order: 'entry.rowid',
  },
  // Tasks are made and changed by the step that bears the import's id.
  tasks: {
    columns: `task.id AS recordId, NULL AS row, task.name AS title,
      CASE WHEN task.planned_finish_first = task.planned_finish_last THEN task.planned_finish_last END AS dated,
      NULL AS amountFen, NULL AS ownerId, NULL AS part, task.removed_at IS NOT NULL AS isReversed`,
    from: `FROM schedule_step AS step
      JOIN change AS mark ON mark.entity_id = step.id AND mark.entity = 'schedule_step'
      JOIN change ON change.seq BETWEEN step.first_seq AND mark.seq AND change.entity = 'milestone'
      JOIN task ON task.id = change.entity_id JOIN project ON project.id = task.project_id
      WHERE step.id = @importId`,
    order: 'change.seq',
  },
}
