import { writeFile } from 'node:fs/promises'
import type { BrowserWindow } from 'electron'
import type { Language } from '../db/domain/ruleText.ts'
import { shellText } from './shellText.ts'

/**
 * Writes the screen as it prints: A4 across, with the file's name, the date and the page below; false when the place
 * cannot be written.
 */
export async function printToPdf(
  window: BrowserWindow,
  path: string,
  library: string,
  language: Language,
): Promise<boolean> {
  const pdf = await window.webContents.printToPDF({
    pageSize: 'A4',
    landscape: true,
    preferCSSPageSize: true,
    printBackground: true,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: footer(library, language),
    margins: { top: 0.5, bottom: 0.6, left: 0.5, right: 0.5 },
  })
  return writeFile(path, pdf, { mode: 0o600 }).then(
    () => true,
    (error: unknown) => {
      // A folder that went, a full disk, no right: the system's own reasons have a code, a bug has none.
      if (error instanceof Error && 'code' in error) return false
      throw error
    },
  )
}

/** Hands the screen to the system's print dialog; false when the person closed it. */
export function printToPrinter(window: BrowserWindow): Promise<boolean> {
  return new Promise((resolve) => {
    window.webContents.print({ landscape: true, printBackground: true }, resolve)
  })
}

function footer(library: string, language: Language): string {
  const name = library.replaceAll(/[&<>"']/g, (mark) => `&#${String(mark.codePointAt(0))};`)
  const words = `${name} · <span class="date"></span> · ${shellText('notBooks', language)}`
  const page = '<span class="pageNumber"></span>/<span class="totalPages"></span>'
  return `<div style="width:100%;margin:0 .5in;display:flex;justify-content:space-between;font:8px sans-serif;color:#333"><span>${words}</span><span>${page}</span></div>`
}
