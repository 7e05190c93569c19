import { z } from 'zod'
import { importKind } from '../domain/import/field.ts'
import { applyImportInput, importBatch, undoImportInput } from '../domain/import/importBatch.ts'
import { importEntryPage, importOrigin, listImportEntriesInput } from '../domain/import/importEntry.ts'
import { savedMapping, saveImportMappingInput } from '../domain/import/importMapping.ts'
import {
  correctImportRowInput,
  importPreview,
  importRowPage,
  listImportRowsInput,
  previewImportInput,
} from '../domain/import/importPreview.ts'
import { pageInput, pageOf } from '../domain/page.ts'
import { reasonText, requiredLine } from '../domain/text.ts'
import { batch, command, type FileUse, keyed, query, task, writers } from './kinds.ts'

/** The file is asked for once: a preview that is read again or imported names itself. */
const sheetFile: FileUse = {
  direction: 'open',
  extensions: ['xlsx', 'xlsm', 'csv', 'txt', 'tsv'],
  unless: ['previewId', 'pasted', 'cells'],
}

/** Files and cells that come in as records: seen first, imported by one command, undone by one. Tasks are the liaison's, money is finance's. */
export const importRequests = {
  previewImport: task(previewImportInput, importPreview, sheetFile),
  /** Mends, takes or leaves one row of a preview; nothing in the library changes. */
  correctImportRow: task(correctImportRowInput, importPreview),
  listImportRows: query(listImportRowsInput, importRowPage),
  applyImport: batch(writers, applyImportInput, importBatch, sheetFile),
  undoImport: batch(writers, undoImportInput, importBatch),
  listImports: query(z.strictObject({ kind: importKind.optional(), ...pageInput }), pageOf(importBatch)),
  /** What an import brought in, with its own sum. */
  listImportEntries: query(listImportEntriesInput, importEntryPage),
  /** Of a payment, a contract, an entry of a fund or a budget version. */
  importOrigin: query(z.strictObject({ recordId: z.string().max(100) }), importOrigin),
  saveImportMapping: command(writers, saveImportMappingInput.extend(keyed), savedMapping),
  removeImportMapping: command(
    writers,
    z.strictObject({ kind: importKind, name: requiredLine(60), reason: reasonText, ...keyed }),
    z.object({ name: z.string() }),
  ),
  listImportMappings: query(
    z.strictObject({ kind: importKind.optional(), ...pageInput }),
    pageOf(savedMapping),
  ),
} as const
