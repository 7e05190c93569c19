import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import type { Answer } from '../db/requests/wire.ts'
import { findRuntime, rootArguments } from '../electron/build/runtime.ts'
import { type App, launchApp, makePlansLibrary } from './app.ts'
import { remoteConnections } from './connections.ts'
import { malformedMessages } from './malformed.ts'

let app: App
test.beforeAll(async () => {
  app = await launchApp({ library: await makePlansLibrary(), actor: { name: '李会计', role: 'finance' } })
  await app.page.getByRole('heading', { name: '总览' }).first().waitFor()
})
test.afterAll(async () => {
  await app.close()
})

test('the window is sandboxed and isolated, without Node or webviews', async () => {
  const preferences = await app.electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    if (window === undefined) throw new Error('no window')
    // Not in Electron's typings, but the only way to ask what a window really got.
    return Reflect.apply(Reflect.get(window.webContents, 'getLastWebPreferences'), window.webContents, [])
  })
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
  })
})

test('the page sees nothing of Node and of the main process but window.api', async () => {
  const seen = await app.page.evaluate(() => ({
    globals: ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'electron'].filter(
      (name) => name in globalThis,
    ),
    api: Object.keys(window.api).sort(),
  }))
  expect(seen.globals).toEqual([])
  expect(seen.api).toEqual(
    [
      ...[
        'cancelRequest',
        'chooseFiles',
        'createLibrary',
        'openAttachment',
        'getState',
        'keepDraft',
        'listBackups',
        'onMenu',
        'onProgress',
        'onState',
      ],
      ...[
        'openLibrary',
        'openRecentLibrary',
        'painted',
        'print',
        'readDraft',
        'request',
        'restoreBackup',
        'saveSettings',
      ],
    ].sort(),
  )
})

test('every answer of app:// carries the content policy, and it holds', async () => {
  const policy = await app.page.evaluate(async () =>
    (await fetch(location.href)).headers.get('content-security-policy'),
  )
  expect(policy).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  )
  const ran = await app.page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'window.inlineRan = true'
    document.head.append(script)
    const image = document.createElement('img')
    document.body.append(image)
    image.setAttribute('onerror', 'window.handlerRan = true')
    image.src = 'app://capital/none.png'
    await new Promise((resolve) => setTimeout(resolve, 200))
    image.remove()
    return ['inlineRan', 'handlerRan'].filter((name) => name in window)
  })
  expect(ran).toEqual([])
})

test('app:// gives out the pages and nothing beside them', async () => {
  const statuses = await app.page.evaluate(
    async (paths) => {
      const fetched = paths.map(
        async (path) => (await fetch(path).catch(() => undefined))?.status ?? 'blocked',
      )
      return Promise.all(fetched)
    },
    [
      '/..%2f..%2f..%2fpackage.json',
      '/..%2felectron/main.js',
      '/%2fetc%2fpasswd',
      'app://other/index.html',
      'file:///etc/passwd',
      'https://example.com/',
    ],
  )
  expect(statuses).toEqual([404, 404, 404, 'blocked', 'blocked', 'blocked'])
})

test('the page cannot be led elsewhere', async () => {
  const start = app.page.url()
  for (const address of [
    'https://example.com/',
    'file:///etc/passwd',
    'app://other/',
    'javascript:document.title="x"',
  ]) {
    await app.page.evaluate((to) => {
      const link = document.createElement('a')
      link.href = to
      document.body.append(link)
      link.click()
      link.remove()
    }, address)
  }
  await app.page.waitForTimeout(300)
  expect(app.page.url()).toBe(start)
  expect(await app.page.title()).not.toBe('x')
})

test('no second window, no webview, no frame with the api', async () => {
  const opened = await app.page.evaluate(() => {
    const popup = window.open('app://capital/index.html')
    const view = document.createElement('webview')
    view.setAttribute('src', 'app://capital/index.html')
    const frame = document.createElement('iframe')
    document.body.append(view, frame)
    const inFrame = frame.contentWindow !== null && 'api' in frame.contentWindow
    view.remove()
    frame.remove()
    return { popup: popup !== null, inFrame }
  })
  expect(opened).toEqual({ popup: false, inFrame: false })
  expect(await app.electron.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1)
})

test('every permission is denied', async () => {
  const states = await app.page.evaluate(async () => ({
    notification: await Notification.requestPermission(),
    geolocation: (await navigator.permissions.query({ name: 'geolocation' })).state,
    camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'granted',
      () => 'denied',
    ),
  }))
  expect(states).toEqual({ notification: 'denied', geolocation: 'denied', camera: 'denied' })
})

test('10,000 malformed messages are refused with a code and change nothing', async () => {
  const before = await app.page.evaluate(() => window.api.request('getLibrary', {}))
  const answers = await app.page.evaluate(malformedMessages, 10_000)
  expect(answers.sent).toBe(10_000)
  expect(answers.accepted).toEqual([])
  expect(answers.uncoded).toEqual([])
  expect(await app.page.evaluate(() => window.api.request('getLibrary', {}))).toEqual(before)
})

test('nothing of what was entered is in the log, and only the user can read it', async () => {
  const payee = '密密建筑工程有限公司'
  const recorded = await app.page.evaluate(async (secret) => {
    const projects = JSON.parse(await window.api.request('listProjects', {})) as Answer<unknown>
    const [{ id: projectId } = { id: '' }] = projects.ok ? Reflect.get(Object(projects.value), 'items') : []
    const payment = { projectId, paidOn: '2026-01-05', amountFen: 7_654_321, payee: secret, purpose: secret }
    const answer = JSON.parse(
      await window.api.request('recordPayment', {
        ...payment,
        memo: secret,
        idempotencyKey: secret,
      }),
    ) as Answer<unknown>
    await window.api.request('recordPayment', { ...payment, amountFen: 'x' })
    await window.api.request(secret, { secret })
    return answer.ok ? 'recorded' : answer.error.message
  }, payee)
  expect(recorded).toBe('recorded')
  const log = join(app.userDataDir, 'logs', 'main.log')
  await expect.poll(() => readFileSync(log, { encoding: 'utf8', flag: 'a+' })).toContain('painted')
  expect(readFileSync(log, 'utf8')).not.toMatch(/密密|7654321|76,?543/)
  for (const file of [log, join(app.userDataDir, 'settings.json')])
    expect(statSync(file).mode & 0o077).toBe(0)
})

test('a second start hands its library over and the first window comes to the front', async () => {
  const other = await makePlansLibrary()
  const { executable, appArguments } = await findRuntime()
  const args = [...rootArguments(), ...appArguments, '--user-data-dir', app.userDataDir, '--library', other]
  const second = spawn(executable, args, { stdio: 'ignore' })
  const [code] = await once(second, 'exit')
  expect(code).toBe(0)
  await expect
    .poll(() => app.page.evaluate(async () => (await window.api.getState()).library.file))
    .toBe(other)
  expect(await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('no socket leads out of the computer', () => {
  expect(remoteConnections(app.electron.process().pid ?? 0)).toEqual([])
})
