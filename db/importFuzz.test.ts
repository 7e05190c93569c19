import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { randomNumbers } from './bench/generate.ts'
import { messyPayments } from './fixture/messyWorkbook.ts'
import { packed } from './fixture/mutatedFiles.ts'
import { offerMutated } from './fixture/offerMutated.ts'
import { openPlans, temporaryFolder } from './fixture/temporaryLibrary.ts'

test('2,000 broken and hostile files end in a preview or in a message that says where, and change nothing', async () => {
  const { db } = await openPlans()
  const faults: unknown[] = []
  const serving = {
    db,
    isViewOnly: false,
    device: 'test',
    now: () => new Date('2026-03-10T10:00:00'),
    onFault: (_incident: string, _request: string, error: unknown) => {
      faults.push(error)
    },
  }
  const offered = await offerMutated(serving, temporaryFolder(), 2000, randomNumbers(20260310))
  expect(faults).toEqual([])
  expect(offered.wrong).toEqual([])
  expect(offered.previewed).toBeGreaterThan(200)
  expect(offered.refused.size).toBeGreaterThan(3)
}, 60_000)

async function refusalOf(name: string, bytes: Buffer) {
  const { refusal } = await openPlans()
  const file = join(temporaryFolder(), name)
  writeFileSync(file, bytes)
  return (await refusal('previewImport', { file, kind: 'payments' })).code
}

const types = { name: '[Content_Types].xml', bytes: Buffer.from('<Types/>') }

test('an archive that grows past its bounds is refused before it is inflated', async () => {
  const bomb = { name: 'xl/worksheets/sheet1.xml', bytes: Buffer.alloc(40 * 1024 * 1024) }
  expect(await refusalOf('bomb.xlsx', packed([types, bomb]))).toBe('importInflatesTooFar')
})

test('an archive that lies about a size is refused', async () => {
  const liar = { name: 'xl/workbook.xml', bytes: Buffer.from('<workbook/>'.repeat(50)), declared: 12 }
  expect(await refusalOf('liar.xlsx', packed([types, liar]))).toBe('importNotXlsx')
})

test.each([
  ['a DTD', '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "b">]><workbook/>'],
  ['entities behind a long comment', `<!--${' '.repeat(70_000)}--><!ENTITY a "b"><workbook/>`],
  ['another encoding', '<?xml version="1.0" encoding="UTF-7"?><workbook/>'],
])('a workbook with %s is refused', async (_what, xml) => {
  const book = { name: 'xl/workbook.xml', bytes: Buffer.from(xml) }
  expect(await refusalOf('entities.xlsx', packed([types, book]))).toBe('importEntities')
})

test('a part that climbs out of its folder is refused', async () => {
  const climber = { name: '../../escape.xml', bytes: Buffer.from('<a/>') }
  expect(await refusalOf('climb.xlsx', packed([types, climber]))).toBe('importNotXlsx')
})

test('an old or encrypted workbook, a picture and a file too large are refused with what to do', async () => {
  expect(await refusalOf('old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toBe('importNotXlsx')
  expect(await refusalOf('picture.csv', Buffer.from('89504e470d0a1a0a0000000d', 'hex'))).toBe(
    'importEncodingUnknown',
  )
  expect(await refusalOf('large.csv', Buffer.alloc(50 * 1024 * 1024 + 1, 'a'))).toBe('importFileTooLarge')
})

test('a workbook cut in the middle of a sheet names the sheet and changes nothing', async () => {
  const { ask, refusal } = await openPlans()
  const file = join(temporaryFolder(), 'cut.xlsx')
  await messyPayments(file)
  const whole = readFileSync(file)
  writeFileSync(file, whole.subarray(0, Math.floor(whole.length / 2)))
  expect((await refusal('previewImport', { file, kind: 'payments' })).code).toBe('importNotXlsx')
  expect((await ask('listImports', {})).total).toBe(0)
})
