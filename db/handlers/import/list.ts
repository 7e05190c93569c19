import { RuleBroken } from '../../domain/ruleBroken.ts'
import { listImports as readImports } from '../../store/importBatch.ts'
import { findMapping, listMappings, removeMapping, saveMapping } from '../../store/importMapping.ts'
import type { CommandHandler, QueryHandler } from '../handler.ts'

export const listImports: QueryHandler<'listImports'> = (db, { kind, ...page }) => readImports(db, kind, page)

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
