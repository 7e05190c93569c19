import { chmod, mkdir, open, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'playwright/test'
import { launchApp, makePlansLibrary, temporaryFolder } from './app.ts'
import { openScreen } from './ledgerPage.ts'

const actor = { name: '王芳', role: 'finance' } as const

const broken: readonly (readonly [name: string, spoil: (file: string) => Promise<void>, told: RegExp])[] = [
  [
    'a damaged file',
    async (file) => {
      await overwrite(file, 4096 * 5, Buffer.alloc(8192))
    },
    /文件已损坏/,
  ],
  [
    'a file cut in half',
    async (file) => {
      await truncate(file, Math.floor((await stat(file)).size / 2))
    },
    /文件已损坏/,
  ],
  [
    'an empty file',
    async (file) => {
      await writeFile(file, '')
    },
    /文件已损坏/,
  ],
  [
    'a newer file',
    async (file) => {
      await overwrite(file, 60, Buffer.from([0, 0, 39, 15]))
    },
    /更新的版本/,
  ],
  [
    'a foreign file',
    async (file) => {
      await writeFile(file, '姓名,金额\n'.repeat(50))
    },
    /不是基建台账的项目库/,
  ],
]

for (const [name, spoil, told] of broken) {
  test(`${name} is told with its reason and left as it was`, async () => {
    const library = await makePlansLibrary()
    await spoil(library)
    const before = await readFile(library)
    const app = await launchApp({ library, actor })
    await expect(app.page.getByText(told).first()).toBeVisible()
    await expect(app.page.getByRole('button', { name: /打开另一个|打开已有/ }).first()).toBeVisible()
    await app.close()
    expect((await readFile(library)).equals(before)).toBe(true)
  })
}

test('a file that is missing is named, and no empty one is put in its place', async () => {
  const library = join(await temporaryFolder(), '不在.cpt')
  const app = await launchApp({ library, actor })
  await expect(app.page.getByText(/找不到项目库文件/).first()).toBeVisible()
  await app.close()
  await expect(stat(library)).rejects.toThrow()
})

test('in a read-only folder it opens view-only, with a banner, and is not touched', async () => {
  const folder = join(await temporaryFolder(), '光盘')
  await mkdir(folder)
  const library = await makePlansLibrary(folder)
  const before = await readFile(library)
  await chmod(dirname(library), 0o555)
  const app = await launchApp({ library, actor })
  await expect(app.page.getByText('只读打开').first()).toBeVisible()
  await expect(app.page.getByRole('region', { name: /蓬江区/ })).toContainText('88,385.26')
  await openScreen(app.page, '台账')
  await expect(
    app.page.getByRole('button', { name: /^记一笔支付/ }).and(app.page.locator(':enabled')),
  ).toHaveCount(0)
  await app.close()
  await chmod(dirname(library), 0o755)
  expect((await readFile(library)).equals(before)).toBe(true)
})

async function overwrite(file: string, at: number, bytes: Buffer) {
  const handle = await open(file, 'r+')
  await handle.write(bytes, 0, bytes.length, at)
  await handle.close()
}
