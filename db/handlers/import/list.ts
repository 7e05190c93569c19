import { RuleBroken } from '../../domain/ruleBroken.ts'
import { findImport, listImports as readImports } from '../../store/importBatch.ts'
import { findOrigin, listImportEntries as readEntries } from '../../store/importEntry.ts'
import { findMapping, listMappings, removeMapping, saveMapping } from '../../store/importMapping.ts'
import type { CommandHandler, QueryHandler } from '../handler.ts'

export const listImports: QueryHandler<'listImports'> = (db, { kind, ...page }) => readImports(db, kind, page)

export const listImportEntries: QueryHandler<'listImportEntries'> = (db, { importId, ...page }) => {
  const batch = findImport(db, importId)
  if (batch === undefined) throw new RuleBroken('importUnknown', ['importId'])
  return { ...readEntries(db, importId, batch.kind, page), batch }
}

export const importOrigin: QueryHandler<'importOrigin'> = (db, { recordId }) => {
  const origin = findOrigin(db, recordId)
  const batch = origin === undefined ? undefined : findImport(db, origin.importId)
  return { origin: origin === undefined || batch === undefined ? null : { batch, row: origin.row } }
}

export const listImportMappings: QueryHandler<'listImportMappings'> = (db, { kind, ...page }) =>
  listMappings(db, kind, page)

export const saveImportMapping: CommandHandler<'saveImportMapping'> = (
  db,
  { kind, name, mapping },
  { newId, at },
) => saveMapping(db, { id: newId(), kind, name, mapping, savedAt: at, savedBy: db.command.actor?.name ?? '' })

export const removeImportMapping: CommandHandler<'removeImportMapping'> = (db, { kind, name, reason }) => {
  if (findMapping(db, kind, name) === undefined)
    throw new RuleBroken('importMappingUnknown', ['name'], { name })
  removeMapping(db, kind, name, reason)
  return { name }
}
