import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'playwright/test'
import type { Answer } from '../db/requests/wire.ts'
import { type App, answerDialogs, launchApp, makePlansLibrary } from './app.ts'

let app: App
let library = ''
let folder = ''
test.beforeAll(async () => {
  library = await makePlansLibrary()
  folder = dirname(library)
  app = await launchApp({ library, actor: { name: '李会计', role: 'finance' } })
  await app.page.getByRole('heading', { name: '总览' }).first().waitFor()
})
test.afterAll(async () => {
  await app.close()
})

test('a name typed without its extension does not replace the file that has it, unless the person says so', async () => {
  const table = join(folder, '支付.csv')
  await writeFile(table, '别人的表')
  await answerDialogs(app, join(folder, '支付'))
  await answerBoxes(1)
  expect(await ask('exportPayments')).toBe('cancelled')
  expect(await readFile(table, 'utf8')).toBe('别人的表')
  expect(await boxes()).toEqual([{ type: 'warning', message: expect.stringContaining('支付.csv') }])
  await answerBoxes(0)
  expect(await ask('exportPayments')).toBe('ok')
  expect(await readFile(table, 'utf8')).not.toBe('别人的表')
})

test('the open library is never a place to save to, under whatever name', async () => {
  const linkedTable = join(folder, '副本.csv')
  await link(library, linkedTable)
  await answerBoxes(0)
  for (const [request, path] of [
    ['backupLibrary', library],
    ['backupLibrary', library.replace(/\.cpt$/, '')],
    ['exportPayments', linkedTable],
    ['exportPayments', linkedTable.replace(/\.csv$/, '')],
  ] as const) {
    await answerDialogs(app, path)
    expect(await ask(request)).toBe('libraryExists')
  }
  const linkedPdf = join(folder, '副本.pdf')
  await link(library, linkedPdf)
  await answerDialogs(app, linkedPdf)
  const printed = await app.page.evaluate(() => window.api.print('pdf'))
  expect(printed).toMatchObject({ ok: false, error: { code: 'libraryExists' } })
  await rm(linkedPdf)
  expect(await boxes()).toEqual([])
  expect((await readFile(library)).subarray(0, 15).toString()).toBe('SQLite format 3')
  await rm(linkedTable)
})

test('a menu command that is refused says so in a box, and the log has its code', async () => {
  await answerBoxes(0)
  await answerDialogs(app, library)
  await press('新建项目库…')
  await expect.poll(boxes).toEqual([{ type: 'error', message: '该位置已有文件，未覆盖' }])

  await answerBoxes(0)
  await answerDialogs(app, join(folder, '不在', '总览.pdf'))
  await press('存为 PDF…')
  await expect.poll(boxes).toEqual([{ type: 'error', message: expect.stringMatching(/^无法写入所选位置/) }])
  const log = join(app.userDataDir, 'logs', 'main.log')
  await expect
    .poll(() => readFile(log, 'utf8'))
    .toMatch(/createLibrary[\s\S]*libraryExists[\s\S]*fileNotWritable/)
})

test('another library that does not open is told once, and no box repeats what the window says', async () => {
  const broken = join(folder, '坏.cpt')
  await writeFile(broken, '姓名,金额\n'.repeat(50))
  await answerBoxes(0)
  await answerDialogs(app, broken)
  await press('打开项目库…')
  await expect(app.page.getByText(/不是基建台账的项目库/).first()).toBeVisible()
  expect(await boxes()).toEqual([])
  const state = await app.page.evaluate(() => window.api.getState())
  expect(state.openError).toBeNull()
  expect(state.library.file).toBe(library)
})

test('the backups offered are those of the open library, by its id, and are restored by their name', async () => {
  const kept = join(app.userDataDir, 'backups')
  await mkdir(kept, { recursive: true })
  const id = await app.page.evaluate(async () => {
    const answer = JSON.parse(await window.api.request('getLibrary', {})) as Answer<unknown>
    return answer.ok ? String(Reflect.get(Object(answer.value), 'id')) : ''
  })
  const mine = `基建台账-${id.slice(-8)}-20260102T030405Z.cpt`
  await answerDialogs(app, join(kept, 'made.cpt'))
  expect(await ask('backupLibrary')).toBe('ok')
  await rename(join(kept, 'made.cpt'), join(kept, mine))
  await writeFile(join(kept, '基建台账-ffffffff-20260203T040506Z.cpt'), '另一个库')
  await writeFile(join(kept, '坏-ffffffff-20260203T040506Z.cpt'), '另一个库')

  expect(await listed()).toEqual([mine])
  const restore = (name: string) =>
    app.page.evaluate(async (wanted) => {
      const answer = await window.api.restoreBackup(wanted)
      return answer.ok ? answer.value.library.file : answer.error.code
    }, name)
  for (const other of ['基建台账-ffffffff-20260203T040506Z.cpt', `../backups/${mine}`, '0', ''])
    expect(await restore(other)).toBe('inputMalformed')
  expect(await restore(mine)).toBe(join(folder, '基建台账-恢复-20260102-0304.cpt'))
})

function listed() {
  return app.page.evaluate(async () => {
    const answer = await window.api.listBackups()
    return answer.ok ? answer.value.map(({ name }) => name) : []
  })
}

function ask(request: 'exportPayments' | 'backupLibrary'): Promise<string> {
  return app.page.evaluate(async (name) => {
    const answer = JSON.parse(
      await window.api.request(name, name === 'exportPayments' ? { format: 'csv' } : {}),
    ) as Answer<unknown>
    return answer.ok ? 'ok' : answer.error.code
  }, request)
}

/** Answers message boxes with the button of that number, and keeps what they said. */
async function answerBoxes(button: number): Promise<void> {
  await app.electron.evaluate(({ dialog }, response) => {
    const said: unknown[] = []
    Reflect.set(globalThis, 'boxes', said)
    Reflect.set(dialog, 'showMessageBox', (_window: unknown, box: { type: string; message: string }) => {
      said.push({ type: box.type, message: box.message })
      return Promise.resolve({ response, checkboxChecked: false })
    })
  }, button)
}

function boxes(): Promise<unknown> {
  return app.electron.evaluate((): unknown => Reflect.get(globalThis, 'boxes'))
}

/** Presses the entry of the menu bar's first menu, 文件. */
async function press(label: string): Promise<void> {
  await app.electron.evaluate(({ Menu }, wanted) => {
    const file = Menu.getApplicationMenu()?.items[0]?.submenu
    const item = file?.items.find((entry) => entry.label === wanted)
    if (item === undefined) throw new Error(`no ${wanted}`)
    Reflect.apply(item.click, item, [])
  }, label)
}
