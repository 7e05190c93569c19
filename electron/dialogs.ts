import { type BrowserWindow, dialog, type FileFilter } from 'electron'
import type { Language } from '../db/domain/ruleText.ts'
import type { FileUse } from '../db/requests/requests.ts'
import { type ShellTextKey, shellText } from './shellText.ts'

/** Asks for a file to read or a place to write: the only door through which a path enters. */
export async function askFile(
  window: BrowserWindow,
  use: FileUse,
  defaultPath: string | undefined,
  language: Language,
): Promise<string | undefined> {
  const options = {
    filters: [filter(use.extension, language)],
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
  return canceled || filePath === '' ? undefined : withExtension(filePath, use.extension)
}

function filter(extension: string, language: Language): FileFilter {
  const key = filterNames[extension]
  return {
    name: key === undefined ? extension.toUpperCase() : shellText(key, language),
    extensions: [extension],
  }
}

const filterNames: Readonly<Record<string, ShellTextKey>> = {
  cpt: 'libraryFiles',
  csv: 'csvFiles',
  pdf: 'pdfFiles',
}

function withExtension(path: string, extension: string): string {
  return path.toLowerCase().endsWith(`.${extension}`) ? path : `${path}.${extension}`
}
