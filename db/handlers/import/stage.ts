import { tableInView, withoutAside } from '../../domain/import/besideTable.ts'
import { partsOfRow, writtenEntryKind } from '../../domain/import/entryPart.ts'
import { type ImportKind, recordField } from '../../domain/import/field.ts'
import type { Grid } from '../../domain/import/grid.ts'
import { writtenUnit } from '../../domain/import/header.ts'
import type { ImportMapping } from '../../domain/import/importMapping.ts'
import { missingFields } from '../../domain/import/missingFields.ts'
import { keyOf } from '../../domain/import/nameIndex.ts'
import type { PastedTable } from '../../domain/import/pasted.ts'
import { suggestColumns } from '../../domain/import/suggestColumns.ts'
import { RuleBroken } from '../../domain/ruleBroken.ts'
import type { ReadDb } from '../../store/database.ts'
import { findMapping } from '../../store/importMapping.ts'
import { fundNames } from '../../store/importNames.ts'
import type { Step } from '../../store/verify.ts'
import type { Moment } from '../handler.ts'
import { checkBudgetLines } from './budgetLines.ts'
import type { Checked } from './checkRows.ts'
import { checkContracts } from './contracts.ts'
import { checkFundEntries } from './funds.ts'
import { checkPayments } from './payments.ts'
import { type ImportSource, sourceOfCells, sourceOfFile } from './source.ts'
import { sourceRows } from './sourceRows.ts'
import { type Correction, previewOf, type Staged } from './staged.ts'
import { checkTasks } from './tasks.ts'

interface StageInput {
  readonly file?: string | undefined
  readonly previewId?: string | undefined
  readonly pasted?: string | undefined
  readonly cells?: PastedTable | undefined
  readonly kind?: ImportKind | undefined
  readonly mapping?: string | ImportMapping | undefined
}

/** Reads a sheet as the mapping says, finding what it leaves open, and checks each row against the library. */
export async function* stage(db: ReadDb, input: StageInput, moment: Moment): AsyncGenerator<Step, Staged> {
  const known = input.previewId === undefined ? null : previewOf(input.previewId)
  const { source, kind } = await chosen(input, known)
  const given = mappingOf(db, kind, input.mapping)
  const sheet = yield* gridOf(source, kind, given, known)
  const view = tableInView(sheet, kind, given)
  const isSame =
    known !== null &&
    known.kind === kind &&
    known.sheet === sheet &&
    known.mapping.tableColumn === view.table?.left
  const staged = layOut(
    { id: known?.id ?? moment.newId(), kind, source, sheet, ...view },
    { ...given, tableColumn: view.table?.left },
    isSame ? known.corrections : new Map<number, Correction>(),
    fundOf(db),
  )
  return yield* check(db, staged, moment)
}

/** The rows again with a correction more. */
export function* checkAgain(
  db: ReadDb,
  staged: Staged,
  corrections: Staged['corrections'],
  moment: Moment,
): Generator<Step, Staged> {
  return yield* check(db, layOut(staged, staged.mapping, corrections, fundOf(db)), moment)
}

/** @throws RuleBroken importKindMissing */
async function chosen(input: StageInput, known: Staged | null) {
  const kind = input.kind ?? known?.kind
  if (kind === undefined) throw new RuleBroken('importKindMissing', ['kind'])
  return { kind, source: known?.source ?? (await sourceOf(input)) }
}

/** The sheet named, else the one in view, else the first; one that was read is not read again. */
function* gridInView(known: Staged): Generator<Step, Grid> {
  yield { done: 0, total: 0 }
  return known.sheet
}

function gridOf(source: ImportSource, kind: ImportKind, { sheet }: ImportMapping, known: Staged | null) {
  const isInView = known?.kind === kind && (sheet === undefined || sheet === known.grid.sheet)
  return isInView
    ? gridInView(known)
    : source.read(sheet ?? known?.grid.sheet ?? source.sheets[0] ?? '', kind === 'tasks')
}

async function sourceOf({ file, pasted, cells }: StageInput): Promise<ImportSource> {
  if (file !== undefined) return await sourceOfFile(file)
  const copied = cells ?? pasted
  if (copied !== undefined) return sourceOfCells(copied)
  throw new RuleBroken('importSourceMissing', ['file'])
}

function mappingOf(db: ReadDb, kind: ImportKind, given: StageInput['mapping']): ImportMapping {
  if (typeof given !== 'string') return given ?? {}
  const saved = findMapping(db, kind, given)
  if (saved === undefined) throw new RuleBroken('importMappingUnknown', ['mapping'], { name: given })
  return saved.mapping
}

type Layout = Pick<Staged, 'id' | 'kind' | 'source' | 'sheet' | 'grid' | 'header' | 'tables'>

/** Whether a source is called so; asked of the library where a head is looked at. */
function fundOf(db: ReadDb): (name: string) => boolean {
  let known: ReadonlySet<string> | null = null
  return (name) => {
    known ??= new Set(fundNames(db).flatMap(({ names }) => names.map((one) => keyOf(one ?? ''))))
    return name !== '' && known.has(keyOf(name))
  }
}

function layOut(
  { id, kind, source, sheet, grid, header, tables }: Layout,
  given: ImportMapping,
  corrections: Staged['corrections'],
  isFund: (name: string) => boolean,
): Staged {
  const columns = given.columns ?? (header === null ? [] : suggestColumns(header.heads, kind, isFund))
  const amountColumn = columns.find(({ field }) => recordField(kind, field) === 'amount')?.column
  const own = header === null ? null : writtenUnit(grid, header, amountColumn)
  // A unit over the table beside it may be meant for both: it is taken, and stands to be confirmed.
  const written = own ?? (header === null ? null : writtenUnit(sheet, header, amountColumn))
  const unit = given.unit ?? (typeof written === 'string' ? written : 'yuan')
  const mapping: ImportMapping = {
    ...given,
    sheet: grid.sheet,
    columns,
    unit,
    ...(header === null ? {} : { headerRow: header.first }),
    ...entryKindOf(kind, columns, header?.heads[amountColumn ?? -1] ?? ''),
    ...(given.entryKind === undefined ? {} : { entryKind: given.entryKind }),
  }
  return {
    id,
    kind,
    source,
    sheet,
    grid,
    header,
    tables,
    mapping,
    unit,
    isUnitWritten: own !== null,
    corrections,
    rows:
      header === null
        ? []
        : sourceRows(
            { kind, grid: withoutAside(grid, header, columns), header, mapping },
            corrections,
            written,
          ),
    checked: null,
  }
}

/** Where a row is one entry, the kind that the head of its amounts says. */
function entryKindOf(
  kind: ImportKind,
  columns: NonNullable<ImportMapping['columns']>,
  headOfAmount: string,
): Pick<ImportMapping, 'entryKind'> {
  const said = writtenEntryKind(headOfAmount)
  return kind !== 'funds' || said === null || partsOfRow({ columns }) !== null ? {} : { entryKind: said }
}

function* check(db: ReadDb, staged: Staged, moment: Moment): Generator<Step, Staged> {
  if (staged.header === null || missingFields(staged.kind, staged.mapping, staged.header).length > 0)
    return staged
  return { ...staged, checked: yield* checkKind(db, staged, moment) }
}

function* checkKind(
  db: ReadDb,
  { kind, rows, mapping, unit, header, grid: { isDate1904 } }: Staged,
  moment: Moment,
): Generator<Step, Checked> {
  const sheet = { unit, isDate1904, mapping }
  switch (kind) {
    case 'payments':
      return yield* checkPayments(db, rows, sheet, moment)
    case 'contracts':
      return yield* checkContracts(db, rows, sheet, moment)
    case 'budgetLines':
      return yield* checkBudgetLines(db, rows, sheet)
    case 'funds':
      return yield* checkFundEntries(db, rows, sheet, moment)
    case 'tasks':
      return yield* checkTasks(db, rows, { ...sheet, heads: header?.heads ?? [] }, moment)
  }
}
