import { join } from 'node:path'
import { app } from 'electron'
import { confineEverything } from './confinement.ts'
import { readFlags } from './flags.ts'
import { logIncident, startLog } from './log.ts'
import { registerRendererScheme, serveRenderer } from './rendererFiles.ts'
import { rendererOrigin } from './rendererPath.ts'
import { openSettings } from './settings.ts'
import { openWindow } from './window.ts'

const flags = readFlags(process.argv.slice(1), process.cwd())
if (flags.userDataDir !== undefined) app.setPath('userData', flags.userDataDir)
const userData = app.getPath('userData')

// One app per user folder: a second start hands its library over and ends.
if (app.requestSingleInstanceLock({ library: flags.library })) start()
else app.quit()

function start(): void {
  startLog(userData)
  process.on('uncaughtException', (error) => {
    logIncident('main process', error)
  })
  const settings = openSettings(userData)
  if (flags.actor !== undefined) settings.change({ actor: flags.actor })
  app.commandLine.appendSwitch('lang', settings.current().language)
  registerRendererScheme()
  const address = app.isPackaged ? undefined : flags.rendererUrl
  const origin = address === undefined ? rendererOrigin : new URL(address).origin
  confineEverything(address === undefined ? [origin] : [origin, origin.replace(/^http/, 'ws')])
  // macOS gives a double-clicked file this way, and sometimes before the app is ready.
  let openedFile = flags.library
  app.on('open-file', (_event, path) => {
    openedFile = path
  })
  void app.whenReady().then(() => {
    serveRenderer(join(import.meta.dirname, '..', 'renderer'), () => shell)
    const window = openWindow(settings, address ?? `${rendererOrigin}/index.html`)
    // Read while the window's own process starts; the page that would ask it for something waits for it.
    const shell = import('./shell.ts').then(({ startShell }) => {
      startShell({ window, settings, userData, origin, openedFile, screenshot: flags.screenshot })
    })
    shell.catch((error: unknown) => {
      logIncident('main process', error)
    })
  })
}
