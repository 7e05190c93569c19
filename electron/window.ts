import { join } from 'node:path'
import { BrowserWindow, screen } from 'electron'
import type { Settings, SettingsFile } from './settings.ts'

/** Opens the one window, where it was left. `address` is the app's own page or the development server's. */
export function openWindow(settings: SettingsFile, address: string): BrowserWindow {
  const left = settings.current().windowBounds
  const window = new BrowserWindow({
    ...(left && isOnSomeScreen(left) ? { x: left.x, y: left.y } : {}),
    width: left?.width ?? 1280,
    height: left?.height ?? 800,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    backgroundColor: settings.current().theme === 'dark' ? '#14191f' : '#f7f8fa',
    webPreferences: {
      preload: join(import.meta.dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  })
  if (left?.isMaximized) window.maximize()
  window.once('ready-to-show', () => {
    window.show()
  })
  window.on('close', () => {
    settings.change({ windowBounds: { ...window.getNormalBounds(), isMaximized: window.isMaximized() } })
  })
  void window.loadURL(address)
  return window
}

/** Shows a window that may be hidden or minimised. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** The projector that the window was left on may be gone. */
function isOnSomeScreen(left: NonNullable<Settings['windowBounds']>): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const isBeside = left.x + left.width <= workArea.x || left.x >= workArea.x + workArea.width
    return !isBeside && left.y >= workArea.y && left.y < workArea.y + workArea.height
  })
}
