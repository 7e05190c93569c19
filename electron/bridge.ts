import { type BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent, ipcMain } from 'electron'
import type { Answer, AppState } from '../db/requests/wire.ts'
import type { AskedChannel, ToldChannel } from './channels.ts'
import { logIncident } from './log.ts'

export interface Bridge {
  readonly asked: {
    readonly [Channel in AskedChannel]: (
      ...args: readonly unknown[]
    ) => Promise<
      Channel extends 'getState'
        ? AppState
        : Channel extends 'request'
          ? Answer<never> | string
          : Answer<unknown>
    >
  }
  readonly told: Readonly<Record<ToldChannel, (...args: readonly unknown[]) => void>>
  /** What the window hears when a handler has a bug. */
  readonly broken: (incident: string) => Answer<never>
}

/** Answers the one window's own page, and no other frame. */
export function serveWindow(window: BrowserWindow, origin: string, bridge: Bridge): void {
  for (const [channel, handle] of Object.entries(bridge.asked)) {
    ipcMain.handle(channel, async (event, ...args: readonly unknown[]) => {
      if (!isOwnPage(event, window, origin)) throw new Error('Not for this page')
      const value = await orBroken<unknown>(bridge, channel, () => handle(...args))
      // What the db process answered goes on as it came; what is answered here is written the same way.
      return channel === 'request' && typeof value !== 'string' ? JSON.stringify(value) : value
    })
  }
  for (const [channel, hear] of Object.entries(bridge.told)) {
    ipcMain.on(channel, (event, ...args: readonly unknown[]) => {
      if (isOwnPage(event, window, origin)) hear(...args)
    })
  }
}

/** A bug is logged, and whoever asked hears under which incident. */
export async function orBroken<Value>(
  bridge: Bridge,
  channel: string,
  ask: () => Promise<Value>,
): Promise<Value | Answer<never>> {
  try {
    return await ask()
  } catch (error) {
    return bridge.broken(logIncident(channel, error))
  }
}

function isOwnPage(event: IpcMainEvent | IpcMainInvokeEvent, window: BrowserWindow, origin: string): boolean {
  const frame = event.senderFrame
  if (window.isDestroyed() || event.sender !== window.webContents || frame === null || frame.parent !== null)
    return false
  const { protocol, host } = new URL(frame.url)
  return `${protocol}//${host}` === origin
}
