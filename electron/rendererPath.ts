import { join, sep } from 'node:path'

/** The window's only address. A scheme of its own, so that the pages have an origin and file:// stays closed. */
export const rendererOrigin = 'app://capital'

/** The file that an address means, or undefined for one that leads elsewhere. */
export function rendererPath(folder: string, url: string): string | undefined {
  try {
    const { protocol: scheme, host, pathname } = new URL(url)
    if (`${scheme}//${host}` !== rendererOrigin) return undefined
    const name = decodeURIComponent(pathname)
    const path = join(folder, name === '/' ? 'index.html' : name)
    return path.startsWith(folder + sep) && !path.includes('\0') ? path : undefined
  } catch {
    return undefined
  }
}
