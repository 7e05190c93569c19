import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { someContract } from './fixture/money.ts'
import { attached, someFile } from './fixture/someFile.ts'
import {
  askable,
  finance,
  liaison,
  openPlans,
  reviewer,
  somePayment,
  temporaryFolder,
} from './fixture/temporaryLibrary.ts'
import { openLibrary } from './library.ts'
import { connect } from './store/database.ts'

const projectId = 'pj-hetang'
const onProject = { subject: 'project', subjectId: projectId } as const

describe('附件', () => {
  test('a file goes into the library under its hash and comes out the same', async () => {
    const library = await openPlans()
    const { ask } = library
    const payment = await ask('recordPayment', somePayment())
    const file = someFile(
      '发票 第1号.pdf',
      Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(700_000, 7)]),
    )
    const one = await attached(library, file, { subject: 'payment', subjectId: payment.id, document: '发票' })
    expect(one).toMatchObject({
      name: '发票 第1号.pdf',
      mediaType: 'application/pdf',
      byteCount: 700_009,
      contentId: createHash('sha256').update(readFileSync(file)).digest('hex'),
      projectId,
      actorName: '王芳',
    })
    const copy = join(temporaryFolder(), '副本.pdf')
    await ask('copyAttachment', { attachmentId: one.id, file: copy }, reviewer)
    expect(readFileSync(copy).equals(readFileSync(file))).toBe(true)
    expect(statSync(copy).mode & 0o777).toBe(0o600)
    expect(await ask('listAttachments', { subjectId: payment.id })).toMatchObject({
      total: 1,
      byteCount: 700_009,
      items: [{ recordTitle: expect.stringContaining(payment.payee) as string }],
    })
    const changes = await ask('listChanges', { entityId: one.id })
    expect(JSON.stringify(changes)).toContain(one.contentId)
    expect(JSON.stringify(changes).length).toBeLessThan(3_000)
    expect((await ask('verifyLibrary', {})).isSound).toBe(true)
  })

  test('the form is told by the bytes: a program named .pdf is a program', async () => {
    const library = await openPlans()
    const fake = await attached(library, someFile('发票.pdf', Buffer.from('MZ\u0090 program')), onProject)
    expect(fake.mediaType).toBe('application/x-executable')
  })

  test('the same content is stored once, whoever attaches it to what', async () => {
    const library = await openPlans()
    const { ask, db } = library
    const contract = await ask('recordContract', someContract())
    const bytes = Buffer.alloc(600_000, 1)
    await attached(library, someFile('甲.txt', bytes), onProject)
    await attached(
      library,
      someFile('乙.txt', bytes),
      { subject: 'contract', subjectId: contract.id },
      liaison,
    )
    expect(await ask('contentSummary', {})).toMatchObject({
      attachmentCount: 2,
      contentCount: 1,
      byteCount: 600_000,
    })
    expect(db.get('SELECT count(*) AS n FROM content_chunk')).toEqual({ n: 3 })
  })

  test('the same file twice on a record is a slip, unless it is two documents or was removed in between', async () => {
    const library = await openPlans()
    const { ask, refusal } = library
    const invoice = someFile('发票.pdf', Buffer.from('%PDF-1.4'))
    const { id, contentId } = await attached(library, invoice, { ...onProject, document: '发票' })
    const again = { ...onProject, sha256: contentId, name: '发票.pdf', document: '发票' }
    expect((await refusal('attachFile', again)).code).toBe('attachmentTwice')
    await ask('attachFile', { ...again, document: '付款申请' })
    await ask('removeAttachment', { attachmentId: id, reason: '附错' })
    await ask('attachFile', again)
    expect((await ask('listAttachments', { subjectId: onProject.subjectId })).total).toBe(2)
  })

  test('a page of records is told which of them have files, and how many stand', async () => {
    const library = await openPlans()
    const { ask } = library
    const [two, gone, none] = [
      await ask('recordPayment', somePayment()),
      await ask('recordPayment', somePayment()),
      await ask('recordPayment', somePayment()),
    ]
    const onPayment = (subjectId: string) => ({ subject: 'payment', subjectId }) as const
    await attached(library, someFile('一.txt', Buffer.from('一')), onPayment(two.id))
    await attached(library, someFile('二.txt', Buffer.from('二')), onPayment(two.id))
    const removed = await attached(library, someFile('三.txt', Buffer.from('三')), onPayment(gone.id))
    await ask('removeAttachment', { attachmentId: removed.id, reason: '传错' })
    expect(await ask('attachmentCounts', { subjectIds: [two.id, gone.id, none.id] }, reviewer)).toEqual({
      items: [{ subjectId: two.id, count: 2 }],
    })
  })

  test('removal needs a reason and keeps the record; bytes go only when nobody refers to them and somebody says so', async () => {
    const library = await openPlans()
    const { ask, refusal, db } = library
    const bytes = Buffer.from('同一份扫描件')
    const first = await attached(library, someFile('一.txt', bytes), onProject)
    const second = await attached(library, someFile('二.txt', bytes), onProject)
    expect((await refusal('removeAttachment', { attachmentId: first.id, reason: ' ' })).code).toBe(
      'reasonMissing',
    )
    await ask('removeAttachment', { attachmentId: first.id, reason: '传错' })
    expect((await refusal('removeAttachment', { attachmentId: first.id, reason: '再来' })).code).toBe(
      'attachmentRemoved',
    )
    expect((await refusal('clearContents', { reason: '清理' })).code).toBe('contentIdleNone')
    await ask('removeAttachment', { attachmentId: second.id, reason: '传错' })
    expect((await ask('listAttachments', { subjectId: projectId })).total).toBe(0)
    expect((await ask('listAttachments', { subjectId: projectId, withRemoved: true })).items).toMatchObject([
      { removedBy: '王芳', removeReason: '传错' },
      { removeReason: '传错' },
    ])
    expect((await refusal('clearContents', { reason: '清理' }, liaison)).code).toBe('roleForbidden')
    expect(await ask('clearContents', { reason: '清理' })).toMatchObject({ contentCount: 1 })
    expect(db.get('SELECT count(*) AS n FROM content_chunk')).toEqual({ n: 0 })
    expect(
      (await refusal('copyAttachment', { attachmentId: first.id, file: join(temporaryFolder(), 'x') })).code,
    ).toBe('contentCollected')
    expect((await ask('verifyLibrary', {})).isSound).toBe(true)
    // The same file again: its bytes come back under the same hash.
    await attached(library, someFile('三.txt', bytes), onProject)
    expect((await ask('verifyLibrary', {})).isSound).toBe(true)
    expect(await ask('contentSummary', {})).toMatchObject({ contentCount: 1, idleCount: 0 })
  })

  test('an empty file, a folder, one that is too large or not there, and bytes never read in are refused', async () => {
    const { ask, refusal, db } = await openPlans()
    const folder = temporaryFolder()
    const large = join(folder, '大.bin')
    writeFileSync(large, '')
    truncateSync(large, 100 * 1024 * 1024 + 1)
    mkdirSync(join(folder, '夹'))
    for (const [file, code] of [
      [someFile('空.pdf', Buffer.alloc(0)), 'attachmentEmpty'],
      [large, 'attachmentTooLarge'],
      [join(folder, '夹'), 'attachmentNotFile'],
      [join(folder, '没有.pdf'), 'fileUnreadable'],
    ] as const)
      expect((await refusal('stageFile', { file })).code).toBe(code)
    expect(db.get('SELECT count(*) AS n FROM content_chunk')).toEqual({ n: 0 })
    const sha256 = 'a'.repeat(64)
    expect((await refusal('attachFile', { ...onProject, sha256, name: 'x' })).code).toBe('contentUnknown')
    const staged = await ask('stageFile', { file: someFile('甲.txt', Buffer.from('甲')) })
    const given = { sha256: staged.sha256, name: staged.name }
    expect((await refusal('attachFile', { subject: 'payment', subjectId: 'no', ...given })).code).toBe(
      'attachmentSubjectUnknown',
    )
    expect((await refusal('attachFile', { ...onProject, ...given, name: '../x' })).code).toBe(
      'attachmentNameInvalid',
    )
    expect((await refusal('attachFile', { ...onProject, ...given }, reviewer)).code).toBe('roleForbidden')
    expect((await refusal('stageFile', { file: someFile('甲', Buffer.from('1')) }, reviewer)).code).toBe(
      'roleForbidden',
    )
  })

  test('bytes that nobody attached are forgotten the next day; a key never attaches twice', async () => {
    const library = await openPlans()
    const { ask, db } = library
    const staged = await ask('stageFile', { file: someFile('甲.txt', Buffer.from('甲')) })
    db.run(`UPDATE staged_content SET staged_at = '2026-03-01T00:00:00.000Z'`)
    db.run('INSERT INTO content_chunk (sha256, position, bytes) VALUES (?, 0, ?)', ['half', Buffer.from('x')])
    const other = await ask('stageFile', { file: someFile('乙.txt', Buffer.from('乙')) })
    expect(db.all('SELECT sha256 FROM content_chunk')).toEqual([{ sha256: other.sha256 }])
    expect(staged.sha256).not.toBe(other.sha256)
    const input = { ...onProject, sha256: other.sha256, name: other.name, idempotencyKey: 'attach-key-1' }
    expect((await ask('attachFile', input)).id).toBe((await ask('attachFile', input)).id)
    expect((await ask('listAttachments', { projectId })).total).toBe(1)
  })

  test('one changed byte of an attachment, or a missing chunk, is found by 校验账本 and never leaves the library', async () => {
    for (const [harm, kind] of [
      [
        `UPDATE content_chunk SET bytes = CAST(x'00' || substr(bytes, 2) AS BLOB) WHERE position = 1`,
        'contentAltered',
      ],
      ['DELETE FROM content_chunk WHERE position = 2', 'contentMissing'],
      ['UPDATE content SET byte_count = byte_count + 1', 'rowAltered'],
    ] as const) {
      const library = await openPlans()
      const one = await attached(library, someFile('甲.txt', Buffer.alloc(600_000, 65)), onProject)
      library.db.sqlite.exec(harm)
      const verified = await library.ask('verifyLibrary', {})
      expect(verified.faults.map((fault) => fault.kind)).toContain(kind)
      if (kind === 'rowAltered') continue
      const file = join(temporaryFolder(), 'x.txt')
      expect((await library.refusal('copyAttachment', { attachmentId: one.id, file })).code).toBe(
        'contentDamaged',
      )
      expect(() => statSync(file)).toThrow()
    }
  })

  test('a library that is open view-only takes no file', async () => {
    const library = await openPlans()
    const { file } = library
    library.close()
    chmodSync(file, 0o400)
    const again = askable(file, openLibrary(file, temporaryFolder(), new Date()))
    expect((await again.refusal('stageFile', { file: someFile('甲', Buffer.from('1')) })).code).toBe(
      'libraryReadOnly',
    )
  })

  test('after any attaching, removing and clearing each content is there once while it is referred to', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('attach' as const), which: fc.integer({ min: 0, max: 3 }) }),
      fc.record({ do: fc.constant('remove' as const), which: fc.nat({ max: 9 }) }),
      fc.record({ do: fc.constant('clear' as const), which: fc.constant(0) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
        const library = await openPlans()
        const { ask, answer, db, close } = library
        const standing: { readonly id: string; readonly which: number }[] = []
        for (const [place, one] of steps.entries()) {
          if (one.do === 'attach') {
            const file = someFile(
              `件${String(place)}.txt`,
              Buffer.alloc(1 + one.which * 300_000, one.which + 65),
            )
            const { id } = await attached(library, file, onProject, one.which === 1 ? liaison : finance)
            standing.push({ id, which: one.which })
          } else if (one.do === 'remove') {
            const [gone] = standing.splice(one.which % Math.max(1, standing.length), 1)
            if (gone !== undefined) await ask('removeAttachment', { attachmentId: gone.id, reason: '测试' })
          } else await answer('clearContents', { reason: '测试' })
          const { contentCount, idleCount } = await ask('contentSummary', {})
          expect(contentCount - idleCount).toBe(new Set(standing.map(({ which }) => which)).size)
          if (one.do === 'clear') expect(idleCount).toBe(0)
        }
        expect(db.get('SELECT count(DISTINCT sha256) AS n FROM content_chunk')).toEqual({
          n: (await ask('contentSummary', {})).contentCount,
        })
        expect((await ask('verifyLibrary', {})).isSound).toBe(true)
        close()
      }),
      { numRuns: 15 },
    )
  })

  test('a backup carries the attachments', async () => {
    const library = await openPlans()
    await attached(library, someFile('甲.txt', Buffer.alloc(400_000, 65)), onProject)
    const file = join(temporaryFolder(), 'copy.cpt')
    await library.ask('backupLibrary', { file })
    const copy = connect(file)
    expect(copy.get('SELECT sum(length(bytes)) AS n FROM content_chunk')).toEqual({ n: 400_000 })
    copy.sqlite.close()
  })
})
