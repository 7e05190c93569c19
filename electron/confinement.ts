import { app, type Session, type WebContents } from 'electron'

/**
 * Keeps every page where it is: no navigation, no new windows, no webviews, no permissions, no downloads,
 * and no address but the app's own. `origins` are the addresses that may be asked for.
 */
export function confineEverything(origins: readonly string[]): void {
  app.on('web-contents-created', (_event, contents) => {
    confinePage(contents)
  })
  app.on('session-created', (session) => {
    confineSession(session, origins)
  })
}

function confinePage(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => {
    event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
  })
}

function confineSession(session: Session, origins: readonly string[]): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => {
    decide(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event) => {
    event.preventDefault()
  })
  // Nothing leaves the computer: a request to any other address ends here.
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !isAllowed(details.url, origins) })
  })
}

function isAllowed(url: string, origins: readonly string[]): boolean {
  return /^(data|blob|devtools):/.test(url) || origins.some((origin) => url.startsWith(`${origin}/`))
}
