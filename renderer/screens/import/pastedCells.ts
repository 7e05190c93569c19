/** The cells of a clipboard: its HTML where that has a table, which knows merged cells, else its text; '' where it has none. */
export function pastedCells(clipboard: Pick<DataTransfer, 'getData'>): string {
  const html = clipboard.getData('text/html')
  const cells = /<t[dr][\s>]/i.test(html) ? html : clipboard.getData('text/plain')
  return cells.trim() === '' ? '' : cells
}
