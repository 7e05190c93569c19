import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { type BrowserWindow, dialog, type FileFilter } from 'electron'
import type { Language } from '../db/domain/ruleText.ts'
import { type ShellTextKey, shellText } from './shellText.ts'

export interface Place {
  readonly direction: 'save' | 'open'
  /** A file to save gets the first. */
  readonly extensions: readonly [string, ...string[]]
}

/**
 * Asks for a file to read or a place to write: the only door through which a path enters. What stands at that place
 * is replaced after a question alone; a place that may not be replaced is answered as it is, for the caller to refuse.
 */
export async function askFile(
  window: BrowserWindow,
  use: Place & { readonly mayReplace?: (path: string) => boolean },
  defaultPath: string | undefined,
  language: Language,
): Promise<string | undefined> {
  const options = {
    ...(use.extensions[0] === anyExtension ? {} : { filters: [filter(use.extensions, language)] }),
    ...(defaultPath === undefined ? {} : { defaultPath }),
  }
  if (use.direction === 'open') {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      ...options,
      properties: ['openFile'],
    })
    return canceled ? undefined : filePaths[0]
  }
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    ...options,
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  })
  if (canceled || filePath === '') return undefined
  const path = withExtension(filePath, use.extensions[0])
  // The system asked about the name as it was typed, and nobody about the one with the extension.
  const isUnasked = path !== filePath && existsSync(path) && use.mayReplace?.(path) !== false
  return isUnasked && !(await askToReplace(window, path, language)) ? undefined : path
}

/** Asks for files to read in, any number. */
export async function askFiles(window: BrowserWindow): Promise<readonly string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openFile', 'multiSelections'],
  })
  return canceled ? [] : filePaths
}

/** A file of any form keeps the name that it has. */
const anyExtension = '*'

async function askToReplace(window: BrowserWindow, path: string, language: Language): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: `${basename(path)}: ${shellText('replaceQuestion', language)}`,
    buttons: [shellText('replace', language), shellText('cancel', language)],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  })
  return response === 0
}

function filter(extensions: Place['extensions'], language: Language): FileFilter {
  const key = filterNames[extensions[0]]
  return {
    name: key === undefined ? extensions[0].toUpperCase() : shellText(key, language),
    extensions: [...extensions],
  }
}

const filterNames: Readonly<Record<string, ShellTextKey>> = {
  cpt: 'libraryFiles',
  csv: 'csvFiles',
  pdf: 'pdfFiles',
  png: 'pictures',
  xlsx: 'workbooks',
}

function withExtension(path: string, extension: string): string {
  return extension === anyExtension || path.toLowerCase().endsWith(`.${extension}`)
    ? path
    : `${path}.${extension}`
}
