import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { app, type BrowserWindow, dialog, Menu, nativeTheme, shell as system } from 'electron'
import { z } from 'zod'
import type { Answer, AppState, MenuCommand } from '../db/requests/wire.ts'
import { sweepOpened } from './attachmentRequests.ts'
import { orBroken, serveWindow } from './bridge.ts'
import { channels } from './channels.ts'
import { startDbHost } from './dbHost.ts'
import { openDrafts } from './drafts.ts'
import { logLine } from './log.ts'
import { menuTemplate } from './menu.ts'
import { followOpenLibrary } from './openLibrary.ts'
import { isGantt } from './print.ts'
import type { SettingsFile } from './settings.ts'
import { bringToFront } from './window.ts'
import { windowRequests } from './windowRequests.ts'

export interface ShellOptions {
  readonly window: BrowserWindow
  readonly settings: SettingsFile
  readonly userData: string
  readonly origin: string
  readonly openedFile: string | undefined
  readonly screenshot: string | undefined
}

/** Puts the running app together: db process, library, window, menu; and takes it apart at the end. */
export function startShell(options: ShellOptions): void {
  const { window, settings } = options
  const backupFolder = join(options.userData, 'backups')
  const openedFolder = join(options.userData, 'opened')
  sweepOpened(openedFolder)
  nativeTheme.themeSource = settings.current().theme
  const tell = (channel: string, ...values: readonly unknown[]): void => {
    if (!window.isDestroyed()) window.webContents.send(channel, ...values)
  }
  const db = startDbHost({
    deviceId: settings.current().deviceId,
    backupFolder,
    language: () => settings.current().language,
    onProgress: (key, done, total) => {
      tell(channels.progress, key, done, total)
    },
    onReopened: (file, answer) => {
      library.reopened(file, answer)
    },
  })
  const library = followOpenLibrary(db, settings, announce)
  const first = options.openedFile ?? settings.current().lastLibrary
  const opened = first === null ? Promise.resolve() : library.open(first)
  const bridge = windowRequests({
    window,
    db,
    library,
    settings,
    backupFolder,
    drafts: openDrafts(options.userData),
    openedFolder,
    opened,
    state,
    announce,
    painted,
  })

  function state(): AppState {
    const { actor, language, amountUnit, theme, isProjector, recentLibraries } = settings.current()
    return {
      settings: { actor, language, amountUnit, theme, isProjector },
      ...library.state(),
      recentLibraries,
      appVersion: app.getVersion(),
    }
  }

  function announce(): void {
    tell(channels.state, state())
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(state(), menuActions)))
  }

  const menuActions = {
    command: (command: MenuCommand) => {
      tell(channels.menu, command)
    },
    newLibrary: () => void fromMenu('createLibrary', () => bridge.asked.createLibrary(false)),
    openLibrary: () => void fromMenu('openLibrary', () => bridge.asked.openLibrary()),
    openRecent: (index: number) =>
      void fromMenu('openRecentLibrary', () => bridge.asked.openRecentLibrary(index)),
    print: (target: 'pdf' | 'printer') => {
      if (isGantt(window)) tell(channels.menu, 'printSchedule')
      else void fromMenu('print', () => bridge.asked.print(target))
    },
    setProjector: (isProjector: boolean) => {
      settings.change({ isProjector })
      announce()
    },
    openLogFolder: () => void system.openPath(join(options.userData, 'logs')),
  }

  /** No screen waits for the answer of a menu command: a refusal gets a box of its own. */
  async function fromMenu(channel: string, ask: () => Promise<Answer<unknown>>): Promise<void> {
    const answer = await orBroken(bridge, channel, ask)
    if (answer.ok || answer.error.code === 'cancelled') return
    logLine('menu refused', { channel, code: answer.error.code })
    if (!library.isTold(answer.error))
      await dialog.showMessageBox(window, { type: 'error', message: answer.error.message })
  }

  let isPainted = false
  function painted(): void {
    if (isPainted) return
    isPainted = true
    logLine('painted', { ms: Math.round(Date.now() - (process.getCreationTime() ?? Date.now())) })
    const path = options.screenshot
    if (path !== undefined)
      void window.webContents.capturePage().then((image) => writeFile(path, image.toPNG()))
  }

  serveWindow(window, options.origin, bridge)
  announce()

  app.on('second-instance', (_event, _argv, _cwd, handedOver) => {
    bringToFront(window)
    const file = secondStart.parse(handedOver).library
    if (file !== undefined) void library.open(file)
  })
  app.on('open-file', (_event, path) => void library.open(path))
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    logLine('window gone', { reason })
    if (reason !== 'clean-exit') window.webContents.reload()
  })
  app.on('window-all-closed', () => {
    app.quit()
  })
  let isClosed = false
  app.on('will-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    // A db process that hangs must not keep the app from ending.
    const remembered = Promise.race([library.remember(), setTimeout(2_000)])
    void remembered.then(db.close).then(() => {
      sweepOpened(openedFolder)
      isClosed = true
      app.quit()
    })
  })
}

const secondStart = z.object({ library: z.string().optional() }).catch({})
