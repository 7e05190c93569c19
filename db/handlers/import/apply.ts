import type { Actor } from '../../domain/actor.ts'
import { type ImportKind, importRole } from '../../domain/import/field.ts'
import type { NewImport } from '../../domain/import/importBatch.ts'
import { missingFields } from '../../domain/import/missingFields.ts'
import { RuleBroken } from '../../domain/ruleBroken.ts'
import { ruleText } from '../../domain/ruleText.ts'
import { reasonFor } from '../../domain/warning.ts'
import { findImport, insertImport } from '../../store/importBatch.ts'
import type { BatchHandler } from '../handler.ts'
import { type Checked, isTaken } from './checkRows.ts'
import { checkAgain, stage } from './stage.ts'
import { dropPreview, previewOf, type Staged } from './staged.ts'

/** Imports what is new, checked again against the library as it now is: one command, one change for each record. */
export const applyImport: BatchHandler<'applyImport'> = async function* (db, input, moment) {
  const staged =
    input.previewId === undefined
      ? yield* stage(db, input, moment)
      : yield* recheck(db, input.previewId, moment)
  const checked = assertChecked(staged)

  assertRole(db.command.actor, staged.kind)
  // The rows of a schedule stand on one another: with one of them missing it would be another schedule.
  if (!input.leavesErrors || staged.kind === 'tasks') assertNoErrors(staged, checked)
  const fresh = checked.rows.filter(isTaken)
  if (fresh.length === 0) throw new RuleBroken('importNothingNew', ['previewId'])
  const reason = reasonFor(
    fresh.flatMap(({ warnings }) => warnings),
    input.overrideReason,
  )
  const batch: NewImport = {
    id: moment.newId(),
    kind: staged.kind,
    source: staged.source.name,
    sheet: staged.grid.sheet,
    recordCount: fresh.length,
    amountFen: fresh.reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0),
    recordedAt: moment.at,
    actorName: db.command.actor?.name ?? '',
    undoneAt: null,
    undoneBy: null,
    undoReason: null,
  }

  insertImport(db, batch, reason)
  yield* checked.write(db, {
    importId: batch.id,
    at: moment.at,
    actorName: batch.actorName,
    overrideReason: reason,
    newId: moment.newId,
  })
  if (input.previewId !== undefined) dropPreview(input.previewId)
  const entered = findImport(db, batch.id)
  if (entered === undefined) throw new Error('the import is gone')
  return entered
}

function* recheck(
  ...[db, previewId, moment]: [Parameters<typeof checkAgain>[0], string, Parameters<typeof checkAgain>[3]]
) {
  const staged = previewOf(previewId)
  return yield* checkAgain(db, staged, staged.corrections, moment)
}

/** @throws RuleBroken importRoleForbidden */
export function assertRole(actor: Actor | null, kind: ImportKind): void {
  if (actor?.role !== importRole(kind)) throw new RuleBroken('importRoleForbidden', ['kind'])
}

/** @throws RuleBroken importHeaderMissing, importColumnMissing */
function assertChecked(staged: Staged): Checked {
  const { checked, header, grid, kind, mapping } = staged
  if (header === null) throw new RuleBroken('importHeaderMissing', ['mapping'], { sheet: grid.sheet })
  if (checked === null)
    throw new RuleBroken('importColumnMissing', ['mapping'], {
      sheet: grid.sheet,
      fields: missingFields(kind, mapping, header).join(', '),
    })
  return checked
}

/** @throws RuleBroken importHasErrors with the first row */
function assertNoErrors({ grid }: Staged, { rows }: Checked) {
  const wrong = rows.filter(({ state }) => state === 'error')
  const [first] = wrong
  if (first === undefined) return
  const detail = first.faults.map(({ code, params }) => ruleText(code, params, 'zh-CN')).join('；')
  throw new RuleBroken('importHasErrors', ['leavesErrors'], {
    count: wrong.length,
    sheet: grid.sheet,
    row: first.number,
    detail,
  })
}
