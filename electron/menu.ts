import { basename } from 'node:path'
import type { MenuItemConstructorOptions as Item } from 'electron'
import type { AppState, MenuCommand } from '../db/requests/wire.ts'
import { type ShellTextKey, shellText } from './shellText.ts'

export interface MenuActions {
  /** For the window to do. */
  readonly command: (command: MenuCommand) => void
  readonly newLibrary: () => void
  readonly openLibrary: () => void
  readonly openRecent: (index: number) => void
  readonly print: (target: 'pdf' | 'printer') => void
  readonly setProjector: (isProjector: boolean) => void
  readonly openLogFolder: () => void
}

/** The menu bar in the person's language, with the recent libraries as they are now. */
export function menuTemplate(state: AppState, actions: MenuActions): Item[] {
  const text = (key: ShellTextKey) => shellText(key, state.settings.language)
  const role = (key: ShellTextKey, name: NonNullable<Item['role']>): Item => ({
    label: text(key),
    role: name,
  })
  const item = (key: ShellTextKey, keys: string, click: () => void): Item => ({
    label: text(key),
    click,
    ...(keys === '' ? {} : { accelerator: keys }),
  })
  const file: Item[] = [
    item('recordPayment', 'CmdOrCtrl+N', () => actions.command('recordPayment')),
    item('enterBatch', 'CmdOrCtrl+Shift+N', () => actions.command('enterBatch')),
    line,
    item('newLibrary', '', () => actions.newLibrary()),
    item('openLibrary', 'CmdOrCtrl+O', () => actions.openLibrary()),
    { label: text('recent'), submenu: recentItems(state.recentLibraries, actions, text('none')) },
    line,
    item('savePdf', '', () => actions.print('pdf')),
    item('print', 'CmdOrCtrl+P', () => actions.print('printer')),
    line,
    item('settings', 'CmdOrCtrl+,', () => actions.command('openSettings')),
    role('quit', 'quit'),
  ]
  const edit: Item[] = [
    role('undo', 'undo'),
    role('redo', 'redo'),
    line,
    role('cut', 'cut'),
    role('copy', 'copy'),
    role('paste', 'paste'),
    role('selectAll', 'selectAll'),
    line,
    item('find', 'CmdOrCtrl+F', () => actions.command('find')),
  ]
  const projector: Item = {
    label: text('projector'),
    type: 'checkbox',
    checked: state.settings.isProjector,
    click: ({ checked }) => actions.setProjector(checked),
  }
  const view: Item[] = [
    role('zoomIn', 'zoomIn'),
    role('zoomOut', 'zoomOut'),
    role('resetZoom', 'resetZoom'),
    line,
    projector,
    role('fullScreen', 'togglefullscreen'),
  ]
  const help: Item[] = [item('openLog', '', () => actions.openLogFolder()), role('about', 'about')]
  return [
    { label: text('file'), submenu: file },
    { label: text('edit'), submenu: edit },
    { label: text('view'), submenu: view },
    { label: text('help'), submenu: help },
  ]
}

const line: Item = { type: 'separator' }

function recentItems(paths: readonly string[], actions: MenuActions, none: string): Item[] {
  if (paths.length === 0) return [{ label: none, enabled: false }]
  return paths.map((path, index) => ({
    label: basename(path),
    sublabel: path,
    click: () => actions.openRecent(index),
  }))
}
