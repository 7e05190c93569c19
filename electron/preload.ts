import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { AppState, DroppedFile, MenuCommand, WindowApi } from '../db/requests/wire.ts'
import { channels } from './channels.ts'

const api: WindowApi = {
  request: (name, input, key) => ipcRenderer.invoke(channels.request, name, input, key),
  cancelRequest: (key) => {
    ipcRenderer.send(channels.cancelRequest, key)
  },
  onProgress: (listener) =>
    listen(channels.progress, (_event, key: string, done: number, total: number) =>
      listener(key, done, total),
    ),
  getState: () => ipcRenderer.invoke(channels.getState),
  onState: (listener) => listen(channels.state, (_event, state: AppState) => listener(state)),
  onMenu: (listener) => listen(channels.menu, (_event, command: MenuCommand) => listener(command)),
  saveSettings: (settings) => ipcRenderer.invoke(channels.saveSettings, settings),
  openLibrary: () => ipcRenderer.invoke(channels.openLibrary),
  openRecentLibrary: (index) => ipcRenderer.invoke(channels.openRecentLibrary, index),
  createLibrary: (withPlans) => ipcRenderer.invoke(channels.createLibrary, withPlans),
  listBackups: () => ipcRenderer.invoke(channels.listBackups),
  restoreBackup: (name) => ipcRenderer.invoke(channels.restoreBackup, name),
  chooseFiles: (dropped, key) =>
    ipcRenderer.invoke(channels.chooseFiles, dropped === null ? null : dropped.map(pathOf), key),
  openAttachment: (attachmentId) => ipcRenderer.invoke(channels.openAttachment, attachmentId),
  print: (target) => ipcRenderer.invoke(channels.print, target),
  readDraft: (name) => ipcRenderer.invoke(channels.readDraft, name),
  keepDraft: (name, text) => ipcRenderer.invoke(channels.keepDraft, name, text),
  painted: () => {
    ipcRenderer.send(channels.painted)
  },
}

contextBridge.exposeInMainWorld('api', api)

/** Only a file that a person dropped has a path; what a script made up has none. */
function pathOf(file: DroppedFile): string {
  return isFile(file) ? webUtils.getPathForFile(file) : ''
}

function isFile(file: DroppedFile): file is File {
  return Object.prototype.toString.call(file) === '[object File]'
}

type Listener = Parameters<typeof ipcRenderer.on>[1]

/** Answers the function that ends the listening. The event stays here: it would hand the page a sender. */
function listen(channel: string, hear: Listener): () => void {
  ipcRenderer.on(channel, hear)
  return () => {
    ipcRenderer.off(channel, hear)
  }
}
