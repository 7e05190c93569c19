import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { protocol } from 'electron'
import { rendererPath } from './rendererPath.ts'

/** To be called before the app is ready. */
export function registerRendererScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Serves the built pages in `folder` and nothing beside it, once the shell can answer what they ask. */
export function serveRenderer(folder: string, shell: () => Promise<void>): void {
  protocol.handle('app', async (request) => {
    const path = request.method === 'GET' ? rendererPath(folder, request.url) : undefined
    const type = path === undefined ? undefined : contentTypes[extname(path)]
    if (path === undefined || type === undefined) return refused()
    await shell()
    try {
      return new Response(await readFile(path), { headers: { ...headers, 'Content-Type': type } })
    } catch {
      return refused()
    }
  })
}

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  // antd writes its styles into the page.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const headers = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

function refused(): Response {
  return new Response(null, { status: 404, headers })
}
