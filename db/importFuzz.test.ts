import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { randomNumbers } from './bench/generate.ts'
import { messyPayments } from './fixture/messyWorkbook.ts'
import { mutatedFiles, packed } from './fixture/mutatedFiles.ts'
import { offerMutated } from './fixture/offerMutated.ts'
import { liaison, openPlans, temporaryFolder } from './fixture/temporaryLibrary.ts'
import { goOn } from './library.ts'
import { serve } from './serve.ts'
import { headOf } from './store/chain.ts'

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

test('400 broken and hostile files of Project XML end in a dry run or in a message, and change nothing', async () => {
  const { db, ask } = await openPlans()
  const projectId = 'pj-hetang'
  const folder = temporaryFolder()
  const good = join(folder, 'good.xml')
  await ask('addTask', { projectId, name: '基础', start: '2026-03-02', durationDays: 10 }, liaison)
  await ask('addTask', { projectId, name: '验收', kind: 'milestone', due: '2026' }, liaison)
  await ask('exportMspdi', { projectId, file: good }, liaison)
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
  const before = headOf(db).hash
  const answers = { read: 0, refused: 0 }
  const random = randomNumbers(20260311)
  const broken = mutatedFiles([{ name: 'good.xml', bytes: readFileSync(good) }], 200, random)
  const wild = Array.from({ length: 200 }, () => ({
    bytes: withWildValues(readFileSync(good, 'utf8'), random),
  }))
  for (const { bytes } of [...broken, ...wild]) {
    const file = join(folder, 'offered.xml')
    writeFileSync(file, bytes)
    const input = { projectId, file, dryRun: true }
    const actor = { name: '李强', role: 'liaison' as const }
    const answer = await serve(serving, { name: 'importMspdi', input, actor, language: 'zh-CN' }, goOn)
    answers[answer.ok ? 'read' : 'refused'] += 1
  }
  expect(faults).toEqual([])
  expect(headOf(db).hash).toBe(before)
  expect(answers.read).toBeGreaterThan(20)
  expect(answers.refused).toBeGreaterThan(100)
})

/** The XML with one to five of its values replaced: whole as a document, absurd as a schedule. */
function withWildValues(xml: string, random: (below: number) => number): string {
  const values = [...xml.matchAll(/<(\w+)>([^<]+)<\/\1>/g)]
  const wild = [
    '-1',
    '0',
    '2',
    '3',
    '99999999999',
    '2026-02-30T08:00:00',
    '1899-01-01T08:00:00',
    'NA',
    'PT99999999H0M0S',
    '壹',
    '1e9',
    '',
  ]
  const changed = new Map(
    Array.from({ length: 1 + random(5) }, () => {
      const at = random(values.length)
      return [values[at]?.index ?? 0, wild[random(wild.length)] ?? '']
    }),
  )
  return xml.replaceAll(/<(\w+)>([^<]+)<\/\1>/g, (whole, tag: string, _value: string, at: number) => {
    const value = changed.get(at)
    return value === undefined ? whole : `<${tag}>${value}</${tag}>`
  })
}

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
