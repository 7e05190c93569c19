import type { ImportKind } from '../../../db/domain/import/field.ts'
import { cellText } from '../../../db/domain/import/grid.ts'
import type { RequestInput } from '../../../db/requests/requests.ts'
import { blockText } from '../batch/pastedBlock.ts'
import { clipboardTable } from './clipboardTable.ts'

/** What a clipboard has: its HTML where that holds a table, which knows what its cells hold, else its text; '' where it has none. */
export function pastedCells(clipboard: Pick<DataTransfer, 'getData'>): string {
  const html = clipboard.getData('text/html')
  const cells = isTable(html) ? html : clipboard.getData('text/plain')
  return cells.trim() === '' ? '' : cells
}

/** The same as a preview asks for it. A schedule is read as it was seen: a month there is no day. */
export function pastedInput(
  pasted: string,
  kind: ImportKind,
): Pick<RequestInput<'previewImport'>, 'pasted' | 'cells'> {
  const cells = isTable(pasted) ? clipboardTable(pasted, kind === 'tasks') : null
  return cells === null ? { pasted } : { cells }
}

function isTable(text: string): boolean {
  return /<t[dr][\s>]/i.test(text)
}

/** The same as text with tabs, for a grid that takes a block: figures by what their cells hold. */
export function pastedBlock(clipboard: Pick<DataTransfer, 'getData'>): string {
  const html = clipboard.getData('text/html')
  const table = isTable(html) ? clipboardTable(html, false) : null
  return table === null
    ? clipboard.getData('text/plain')
    : blockText(table.rows.map(({ cells }) => cells.map(cellText)))
}
