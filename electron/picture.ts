import { writeFile } from 'node:fs/promises'
import type { BrowserWindow } from 'electron'
import { z } from 'zod'

/**
 * Writes what the window would print as one picture, twice as fine as the screen: also what lies outside the window.
 * False when the place cannot be written.
 */
export async function writePicture(window: BrowserWindow, path: string): Promise<boolean> {
  const { debugger: protocol } = window.webContents
  protocol.attach('1.3')
  try {
    await protocol.sendCommand('Emulation.setEmulatedMedia', { media: 'print' })
    const { cssContentSize } = layout.parse(await protocol.sendCommand('Page.getLayoutMetrics'))
    const { width, height } = cssContentSize
    const { data } = picture.parse(
      await protocol.sendCommand('Page.captureScreenshot', {
        format: 'png',
        captureBeyondViewport: true,
        clip: { x: 0, y: 0, width, height, scale: Math.min(2, mostPixels / width, mostPixels / height) },
      }),
    )
    await protocol.sendCommand('Emulation.setEmulatedMedia', { media: '' })
    await writeFile(path, Buffer.from(data, 'base64'), { mode: 0o600 })
    return true
  } catch (error) {
    // A folder that went, a full disk, no right: the system's own reasons have a code, a bug has none.
    if (error instanceof Error && 'code' in error && typeof error.code === 'string') return false
    throw error
  } finally {
    protocol.detach()
  }
}

const layout = z.object({ cssContentSize: z.object({ width: z.number(), height: z.number() }) })
const picture = z.object({ data: z.string() })

/** The longest side that Chromium draws in one texture. */
const mostPixels = 16_000
