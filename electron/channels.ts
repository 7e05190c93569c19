/** The names that cross between window and main process; nothing else does. */
export const channels = {
  request: 'request',
  cancelRequest: 'cancelRequest',
  getState: 'getState',
  saveSettings: 'saveSettings',
  openLibrary: 'openLibrary',
  openRecentLibrary: 'openRecentLibrary',
  createLibrary: 'createLibrary',
  listBackups: 'listBackups',
  restoreBackup: 'restoreBackup',
  chooseFiles: 'chooseFiles',
  openAttachment: 'openAttachment',
  print: 'print',
  readDraft: 'readDraft',
  keepDraft: 'keepDraft',
  painted: 'painted',
  /** From here on: what the main process tells the window. */
  progress: 'progress',
  state: 'state',
  menu: 'menu',
} as const

/** Channels that the window waits for an answer on. */
export type AskedChannel =
  | 'request'
  | 'getState'
  | 'saveSettings'
  | 'openLibrary'
  | 'openRecentLibrary'
  | 'createLibrary'
  | 'listBackups'
  | 'restoreBackup'
  | 'chooseFiles'
  | 'openAttachment'
  | 'print'
  | 'readDraft'
  | 'keepDraft'

/** Channels that the window only tells something on. */
export type ToldChannel = 'cancelRequest' | 'painted'
