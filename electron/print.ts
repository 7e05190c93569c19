import { writeFile } from 'node:fs/promises'
import type { BrowserWindow } from 'electron'
import type { Language } from '../db/domain/ruleText.ts'
import { shellText } from './shellText.ts'

/**
 * What the window would print has a title of its own: a fixed table or a board, which says on every page itself what the foot of
 * a screen says, in the type that the app brings along. Null for any other screen.
 */
export function reportOnScreen(window: BrowserWindow): string | null {
  const { hash } = new URL(window.webContents.getURL())
  const isReport = hash.startsWith('#/reports') || hash.startsWith('#/schedule/board') || hasOwnFoot(window)
  return isReport ? window.webContents.getTitle() : null
}

/**
 * Writes the screen as it prints: across, on the paper that the page asks for or A4, with the file's name, the date
 * and the page below; false when the place cannot be written.
 */
export async function printToPdf(
  window: BrowserWindow,
  path: string,
  library: string,
  language: Language,
): Promise<boolean> {
  // The margins of a page have the colour that the window has behind its page.
  const behind = window.getBackgroundColor()
  window.setBackgroundColor('#ffffff')
  const pdf = await window.webContents.printToPDF({
    pageSize: 'A4',
    landscape: true,
    preferCSSPageSize: true,
    printBackground: true,
    displayHeaderFooter: !hasOwnFoot(window),
    headerTemplate: '<span></span>',
    footerTemplate: footer(reportOnScreen(window) === null ? screenWords(library, language) : ''),
    margins: { top: 0.5, bottom: 0.6, left: 0.5, right: 0.5 },
  })
  window.setBackgroundColor(behind)
  return writeFile(path, pdf, { mode: 0o600 }).then(
    () => true,
    (error: unknown) => {
      // A folder that went, a full disk, no right: the system's own reasons have a code, a bug has none.
      if (error instanceof Error && 'code' in error) return false
      throw error
    },
  )
}

/** A schedule numbers its own pages, and is no matter of money. */
function hasOwnFoot(window: BrowserWindow): boolean {
  return new URL(window.webContents.getURL()).hash.startsWith('#/schedule/print')
}

/** The Gantt draws the rows in view alone: its pages are laid out before they are printed. */
export function isGantt(window: BrowserWindow): boolean {
  const [path, query] = new URL(window.webContents.getURL()).hash.slice(1).split('?')
  return path === '/schedule' && (new URLSearchParams(query).get('tab') ?? 'gantt') === 'gantt'
}

/** Hands the screen to the system's print dialog; false when the person closed it. */
export function printToPrinter(window: BrowserWindow): Promise<boolean> {
  return new Promise((resolve) => {
    window.webContents.print({ landscape: true, printBackground: true }, resolve)
  })
}

function screenWords(library: string, language: Language): string {
  const name = library.replaceAll(/[&<>"']/g, (mark) => `&#${String(mark.codePointAt(0))};`)
  return `${name} · <span class="date"></span> · ${shellText('notBooks', language)}`
}

function footer(words: string): string {
  const page = '<span class="pageNumber"></span>/<span class="totalPages"></span>'
  return `<div style="width:100%;margin:0 .5in;display:flex;justify-content:space-between;font:8px sans-serif;color:#333"><span>${words}</span><span>${page}</span></div>`
}
