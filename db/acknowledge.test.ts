import { describe, expect, test } from 'vitest'
import { alertsOf, fires, pay, projectId, receive, sign } from './fixture/alert.ts'
import { openPlans, reviewer } from './fixture/temporaryLibrary.ts'

describe('已阅', () => {
  test('an acknowledged alert stands apart until its figures change, and the reason stays in the chain', async () => {
    const library = await openPlans()
    const { ask } = library
    await receive(library, 100)
    await pay(library, null, 101, { kind: 'other' })
    const [alert] = await alertsOf(library, 'fundsNegative')
    const alertId = alert?.id ?? ''
    const isOpen = async () =>
      (await ask('listAlerts', { projectId, kinds: ['fundsNegative'] })).items.length === 1
    await ask('acknowledgeAlert', { alertId, reason: '到位通知在途' })
    expect(await isOpen()).toBe(false)
    const [quiet] = (await ask('listAlerts', { projectId, state: 'acknowledged' })).items
    expect(quiet).toMatchObject({
      id: alertId,
      acknowledged: { reason: '到位通知在途', acknowledgedBy: '王芳' },
    })
    expect((await ask('listChanges', { entityId: quiet?.acknowledged?.id ?? '' })).items).toMatchObject([
      { request: 'acknowledgeAlert', reason: '到位通知在途' },
    ])
    await pay(library, null, 1, { kind: 'other' })
    expect(await isOpen()).toBe(true)
    await ask('acknowledgeAlert', { alertId, reason: '仍在途' })
    await ask('reopenAlert', { alertId, reason: '已过约定日' })
    expect(await isOpen()).toBe(true)
    expect((await library.refusal('reopenAlert', { alertId, reason: '再来' })).code).toBe(
      'alertNotAcknowledged',
    )
    expect(await ask('verifyLibrary', {})).toMatchObject({ isSound: true })
  })

  test('until a day: it is quiet on that day and back on the next', async () => {
    const library = await openPlans()
    const [alert] = await alertsOf(library, 'publishedTotalGap')
    const alertId = alert?.id ?? ''
    expect(
      await library.refusal('acknowledgeAlert', { alertId, reason: '已函', until: '2026-03-09' }),
    ).toEqual({ code: 'dateInPast', fields: ['until'] })
    await library.ask('acknowledgeAlert', { alertId, reason: '已函询', until: '2026-03-10' })
    expect((await alertsOf(library, 'publishedTotalGap'))[0]?.acknowledged).not.toBeNull()
    library.db.sqlite.exec(`UPDATE alert_acknowledgement SET until = '2026-03-09'`)
    expect((await alertsOf(library, 'publishedTotalGap'))[0]?.acknowledged).toBeNull()
  })

  test('what is not there cannot be acknowledged, nor by one who only reads', async () => {
    const library = await openPlans()
    const input = { alertId: 'overBudget:nothing', reason: '无' }
    expect((await library.refusal('acknowledgeAlert', input)).code).toBe('alertUnknown')
    expect((await library.refusal('acknowledgeAlert', input, reviewer)).code).toBe('roleForbidden')
  })
})

describe('the rule table', () => {
  test('a local row goes before the nationwide one, in its own region alone', async () => {
    const library = await openPlans()
    const { ask } = library
    const local = {
      code: 'retentionRate' as const,
      text: '本区质量保证金不超过结算价款的 2%',
      basis: '测试〔1〕号',
      region: '蓬江区',
      threshold: { maxPct: 2 },
      reason: '本地规定',
    }
    const added = await ask('addRule', local)
    await sign(library, { retentionPct: 2.5 })
    expect(await alertsOf(library, 'retentionOverRule')).toMatchObject([{ rule: { id: added.id } }])
    await sign(library, { projectId: 'ep-dahuai', retentionPct: 2.5 })
    expect(await alertsOf(library, 'retentionOverRule')).toHaveLength(1)
    expect((await library.refusal('addRule', local)).code).toBe('ruleTaken')
    expect((await library.refusal('addRule', { ...local, threshold: { most: 1 } })).code).toBe(
      'ruleThresholdUnknown',
    )
    await ask('resetRule', { ruleId: added.id, reason: '已废止' })
    expect(await fires(library, 'retentionOverRule')).toBe(false)
    expect((await ask('listRules', { pageSize: 100 })).items.find(({ id }) => id === added.id)).toMatchObject(
      {
        withdrawnAt: expect.any(String) as string,
      },
    )
    expect(await ask('verifyLibrary', {})).toMatchObject({ isSound: true })
  })

  test('a contract takes the local rule of its signing date', async () => {
    const library = await openPlans()
    await library.ask('addRule', {
      code: 'retentionRate',
      text: '新办法',
      basis: '测试〔2〕号',
      region: '全国',
      effectiveFrom: '2024-01-01',
      threshold: { maxPct: 1 },
      reason: '新办法施行',
    })
    await sign(library, { retentionPct: 2, signedOn: '2023-12-31' })
    expect(await fires(library, 'retentionOverRule')).toBe(false)
    await sign(library, { retentionPct: 2, signedOn: '2024-01-01' })
    expect(await fires(library, 'retentionOverRule')).toBe(true)
  })

  test('a rule edited from a later day on stands beside the old one, which contracts signed before keep', async () => {
    const library = await openPlans()
    const { ask, refusal } = library
    const shipped = (await ask('listRules', { pageSize: 100 })).items.find(({ id }) => id === 'retentionRate')
    await sign(library, { retentionPct: 2.5, signedOn: '2025-12-31' })
    const edit = {
      ruleId: 'retentionRate',
      threshold: { maxPct: 2 },
      basis: '测试〔3〕号',
      effectiveFrom: '2026-01-01',
      reason: '新办法施行',
    }
    const later = await ask('editRule', edit)
    expect(later).toMatchObject({ isAdded: true, effectiveFrom: '2026-01-01', threshold: { maxPct: 2 } })
    const rows = (await ask('listRules', { pageSize: 100 })).items.filter(
      ({ code }) => code === 'retentionRate',
    )
    expect(rows).toEqual([shipped, later])
    expect(await fires(library, 'retentionOverRule')).toBe(false)
    await sign(library, { retentionPct: 2.5, signedOn: '2026-01-01' })
    expect(await alertsOf(library, 'retentionOverRule')).toMatchObject([{ rule: { id: later.id } }])
    expect(await refusal('editRule', { ...edit, threshold: { maxPct: 1 } })).toEqual({
      code: 'ruleTaken',
      fields: ['effectiveFrom'],
    })
    // A day typed wrongly is put right in its own row.
    const moved = { ruleId: later.id, effectiveFrom: '2026-02-01', reason: '日期录错' }
    expect(await ask('editRule', moved)).toMatchObject({ id: later.id, effectiveFrom: '2026-02-01' })
    expect(await fires(library, 'retentionOverRule')).toBe(false)
    expect(await ask('verifyLibrary', {})).toMatchObject({ isSound: true, faults: [] })
  })

  test('an edited rule is put back to what ships', async () => {
    const { ask, refusal } = await openPlans()
    const rowOf = async () =>
      (await ask('listRules', { pageSize: 100 })).items.find(({ id }) => id === 'retentionRate')
    const shipped = await rowOf()
    await ask('editRule', { ruleId: 'retentionRate', threshold: { maxPct: 5 }, reason: '误改' })
    expect(await rowOf()).toMatchObject({ isEdited: true, threshold: { maxPct: 5 } })
    await ask('resetRule', { ruleId: 'retentionRate', reason: '恢复' })
    expect(await rowOf()).toEqual(shipped)
    expect((await refusal('resetRule', { ruleId: 'retentionRate', reason: '再恢复' })).code).toBe(
      'nothingChanged',
    )
  })

  test('every rule says its basis and whether its text was checked', async () => {
    const { ask } = await openPlans()
    for (const rule of (await ask('listRules', { pageSize: 100 })).items) {
      expect(rule.text.length, rule.id).toBeGreaterThan(5)
      expect(rule.basis, rule.id).not.toBe('')
    }
  })
})
