import fc from 'fast-check'
import { expect, test } from 'vitest'
import { draftedBudget, someContract } from './fixture/money.ts'
import { openPlans, somePayment } from './fixture/temporaryLibrary.ts'
import type { RequestOutput } from './requests/requests.ts'

const projects = ['pj-hetang', 'ep-dahuai'] as const
const month = fc.constantFrom('2025-11', '2025-12', '2026-01', '2026-02')
const amountFen = fc.integer({ min: 1, max: 3_000 })
const which = fc.nat({ max: 50 })
const project = fc.constantFrom(...projects)

const step = fc.oneof(
  fc.record({ do: fc.constant('contract' as const), project, amountFen, isSplit: fc.boolean() }),
  fc.record({
    do: fc.constant('change' as const),
    which,
    amountFen: fc.integer({ min: -500, max: 500 }).filter((amount) => amount !== 0),
  }),
  fc.record({ do: fc.constant('approve' as const), which }),
  fc.record({ do: fc.constant('settle' as const), which, amountFen, isSplit: fc.boolean() }),
  fc.record({
    do: fc.constant('measure' as const),
    which,
    month,
    amountFen: fc.integer({ min: -800, max: 1500 }).filter((amount) => amount !== 0),
  }),
  fc.record({
    do: fc.constant('receive' as const),
    which,
    project,
    month,
    amountFen: fc.integer({ min: -800, max: 3_000 }).filter((amount) => amount !== 0),
  }),
  fc.record({
    do: fc.constant('pay' as const),
    which,
    month,
    amountFen,
    isRefund: fc.boolean(),
    funds: fc.constantFrom('none', 'one', 'two'),
    line: fc.constantFrom('contract', 'other', 'none'),
  }),
  fc.record({ do: fc.constant('reverse' as const), which, month: fc.constantFrom('2026-02', '2026-03') }),
  fc.record({ do: fc.constant('close' as const), month }),
  fc.record({ do: fc.constant('reopen' as const), month }),
  fc.record({ do: fc.constant('rebudget' as const), project, amountFen }),
)

test('after any sequence of commands the four books add up, sources stay above zero and closed months stay as they were', async () => {
  const wentThrough = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 30 }), async (steps) => {
      const { ask, answer, db, close } = await openPlans()
      const lineIds: Record<string, string[]> = {}
      for (const projectId of projects) {
        const { lines } = await draftedBudget({ ask }, projectId, { '1.1': 5000, '1.2': 77, '2.05': 1 }, true)
        lineIds[projectId] = ['1.1', '2.05'].map((code) => lines.find((line) => line.code === code)?.id ?? '')
      }
      const funds = [
        await ask('createFund', { kind: 'province', name: '省级' }),
        await ask('createFund', { kind: 'own', name: '自筹' }),
      ]
      const contracts: { id: string; projectId: string }[] = []
      const changes: string[] = []
      const payments: string[] = []
      const frozen = new Map<string, string>()
      const reason = '测试'

      /** The value where it went through; a refusal must be a coded rule, which `answer` makes sure of. */
      const attempt = async (name: string, input: object) => {
        const got = await answer(name, input)
        if (got.ok) wentThrough.set(name, (wentThrough.get(name) ?? 0) + 1)
        return got.ok ? got.value : null
      }

      for (const [index, one] of steps.entries()) {
        const contract = 'which' in one ? contracts[one.which % Math.max(1, contracts.length)] : undefined
        switch (one.do) {
          case 'contract': {
            const [first = '', second = ''] = lineIds[one.project] ?? []
            const half = Math.floor(one.amountFen / 2)
            const lines =
              one.isSplit && half > 0
                ? [
                    { budgetLineId: first, amountFen: half },
                    { budgetLineId: second, amountFen: one.amountFen - half },
                  ]
                : [{ budgetLineId: first, amountFen: one.amountFen }]
            const made = await ask(
              'recordContract',
              someContract({
                projectId: one.project,
                amountFen: one.amountFen,
                lines,
                overrideReason: reason,
              }),
            )
            contracts.push({ id: made.id, projectId: one.project })
            break
          }
          case 'change': {
            if (contract === undefined) break
            const input = {
              contractId: contract.id,
              number: String(index),
              title: '签证',
              amountFen: one.amountFen,
            }
            const made = (await attempt(
              'recordContractChange',
              input,
            )) as RequestOutput<'recordContractChange'> | null
            if (made !== null) changes.push(made.id)
            break
          }
          case 'approve': {
            const changeId = changes[one.which % Math.max(1, changes.length)]
            const input = { changeId, approvedOn: '2026-01-10', overrideReason: reason }
            if (changeId !== undefined) await attempt('approveContractChange', input)
            break
          }
          case 'settle': {
            if (contract === undefined) break
            const [, second = null] = lineIds[contract.projectId] ?? []
            const lines = [{ budgetLineId: second, amountFen: one.amountFen }]
            await attempt('settleContract', {
              contractId: contract.id,
              settlementFen: one.amountFen,
              settledOn: '2026-02-20',
              reason,
              overrideReason: reason,
              ...(one.isSplit ? { lines } : {}),
            })
            break
          }
          case 'measure': {
            if (contract === undefined) break
            const input = { contractId: contract.id, month: one.month, amountFen: one.amountFen }
            await attempt('recordProgressValue', { ...input, overrideReason: reason })
            break
          }
          case 'receive': {
            const fundId = funds[one.which % 2]?.id
            const input = {
              fundId,
              projectId: one.project,
              amountFen: one.amountFen,
              enteredOn: `${one.month}-03`,
            }
            await attempt('recordFundReceipt', input)
            break
          }
          case 'pay': {
            const projectId = contract?.projectId ?? projects[0]
            const half = Math.floor(one.amountFen / 2)
            const parts = [
              {
                fundId: funds[0]?.id ?? '',
                amountFen: one.funds === 'two' ? one.amountFen - half : one.amountFen,
              },
              ...(one.funds === 'two' && half > 0 ? [{ fundId: funds[1]?.id ?? '', amountFen: half }] : []),
            ]
            const made = (await attempt('recordPayment', {
              ...somePayment({ projectId, amountFen: one.amountFen, paidOn: `${one.month}-15` }),
              kind: one.isRefund ? 'refund' : 'progress',
              ...(contract === undefined || one.line === 'none' ? {} : { contractId: contract.id }),
              ...(one.line === 'other' ? { budgetLineId: lineIds[projectId]?.[1] } : {}),
              ...(one.funds === 'none' ? {} : { fundSplit: parts }),
              confirmDuplicate: true,
              overrideReason: reason,
            })) as RequestOutput<'recordPayment'> | null
            if (made !== null) payments.push(made.id)
            break
          }
          case 'reverse': {
            const paymentId = payments[one.which % Math.max(1, payments.length)]
            if (paymentId === undefined) break
            const input = {
              paymentId,
              reason,
              reversedOn: `${one.month}-25`,
              idempotencyKey: `reverse-${String(index)}`,
            }
            const before = await sumsOf(ask, paymentId)
            const reversed = one.month === '2026-03' ? { ...input, reversedOn: '2026-03-09' } : input
            if ((await attempt('reversePayment', reversed)) !== null)
              expect(await sumsOf(ask, paymentId)).toEqual(withoutPayment(before))
            break
          }
          case 'close':
            await attempt('closeMonth', { month: one.month, reason })
            if (!frozen.has(one.month)) frozen.set(one.month, monthImage(db, one.month))
            break
          case 'reopen':
            await attempt('reopenMonth', { month: one.month, reason })
            frozen.delete(one.month)
            break
          case 'rebudget': {
            const version = await ask('createBudgetVersion', { projectId: one.project, kind: 'adjusted' })
            const lines = (await ask('listBudgetLines', { versionId: version.id })).items
            const lineId = lines.find(({ code }) => code === '1.1')?.id ?? ''
            await ask('setBudgetLine', { versionId: version.id, lineId, amountFen: one.amountFen })
            const approval = { approvalNo: '测〔2〕', approvalBody: '测试局', approvedOn: '2026-01-01' }
            await ask('approveBudgetVersion', { versionId: version.id, ...approval, overrideReason: reason })
            break
          }
        }
        for (const [closed, image] of frozen) expect(monthImage(db, closed)).toBe(image)
      }

      await expectBooksAddUp(ask, db)
      const { items } = await ask('listFunds', {})
      for (const { projects: own, balanceFen, receivedFen, paidFen } of items) {
        for (const balance of own) expect(balance.balanceFen).toBeGreaterThanOrEqual(0)
        expect(balanceFen).toBe(receivedFen - paidFen)
        expect(balanceFen).toBe(own.reduce((sum, balance) => sum + balance.balanceFen, 0))
      }
      expect(await ask('verifyLibrary', {})).toMatchObject({ isSound: true, faults: [] })
      close()
    }),
    { numRuns: 25 },
  )
  // A sequence that is refused throughout proves nothing.
  for (const name of [
    'recordPayment',
    'reversePayment',
    'settleContract',
    'approveContractChange',
    'closeMonth',
  ])
    expect(wentThrough.get(name), name).toBeGreaterThan(0)
}, 240_000)

type Library = Awaited<ReturnType<typeof openPlans>>
type Ask = Library['ask']

/** From the raw rows, by another way than the books take. */
function recomputed(db: Library['db'], projectId: string) {
  const contracts = db.all<{ id: string; amount_fen: number; settlement_fen: number | null }>(
    'SELECT id, amount_fen, settlement_fen FROM contract WHERE project_id = @projectId',
    { projectId },
  )
  const sum = (sql: string, params: Record<string, string>) =>
    db.get<{ fen: number | null }>(sql, params)?.fen ?? 0
  const approved = (id: string) =>
    sum(
      `SELECT sum(amount_fen) AS fen FROM contract_change WHERE contract_id = @id AND approved_on IS NOT NULL`,
      { id },
    )
  const done = (id: string) =>
    sum('SELECT sum(amount_fen) AS fen FROM progress_value WHERE contract_id = @id', { id })
  return {
    contract: contracts.reduce(
      (total, row) => total + (row.settlement_fen ?? row.amount_fen + approved(row.id)),
      0,
    ),
    done: contracts.reduce((total, { id }) => total + done(id), 0),
    paid: sum('SELECT sum(amount_fen) AS fen FROM payment WHERE project_id = @projectId', { projectId }),
    budget: sum(
      `SELECT sum(amount_fen) AS fen FROM budget_line WHERE version_id = (SELECT id FROM budget_version
        WHERE project_id = @projectId AND state = 'approved' AND kind IN ('preliminary', 'adjusted')
        ORDER BY approved_on DESC, rowid DESC LIMIT 1)`,
      { projectId },
    ),
  }
}

async function expectBooksAddUp(ask: Ask, db: Library['db']) {
  const all = await ask('fourBooks', {})
  for (const projectId of projects) {
    const { items, total } = await ask('fourBooks', { projectId })
    const truth = recomputed(db, projectId)
    expect(total.budgetFen).toBe(truth.budget)
    expect(total.contractFen ?? 0).toBe(truth.contract)
    expect(total.doneFen ?? 0).toBe(truth.done)
    expect(total.paidFen).toBe(truth.paid)
    if (total.contractFen !== null) {
      expect(total.balanceFen).toBe(truth.budget - truth.contract)
      expect(total.unpaidFen).toBe(truth.contract - truth.paid)
    }
    for (const book of [
      'budgetFen',
      'contractFen',
      'doneFen',
      'paidFen',
      'balanceFen',
      'unpaidFen',
    ] as const) {
      const top = items.filter(({ depth }) => depth === 0).map((line) => line[book])
      expect(top.reduce((sum: number, part) => sum + (part ?? 0), 0)).toBe(total[book] ?? 0)
    }
    for (const line of items.filter(({ isLeaf, budgetFen }) => !isLeaf && budgetFen !== null)) {
      const below = items.filter(({ parentId }) => parentId === line.lineId)
      expect(below.reduce((sum, { budgetFen }) => sum + (budgetFen ?? 0), 0)).toBe(line.budgetFen)
      expect(below.reduce((sum, { paidFen }) => sum + paidFen, 0)).toBe(line.paidFen)
      expect(below.reduce((sum, { contractFen }) => sum + (contractFen ?? 0), 0)).toBe(line.contractFen ?? 0)
      expect(below.reduce((sum, { doneFen }) => sum + (doneFen ?? 0), 0)).toBe(line.doneFen ?? 0)
    }
    expect(all.projects.find((one) => one.projectId === projectId)).toMatchObject(total)
  }
  const known = all.projects.filter(({ contractFen }) => contractFen !== null)
  expect(all.total.contractFen ?? 0).toBe(known.reduce((sum, { contractFen }) => sum + (contractFen ?? 0), 0))
  for (const { id } of (await ask('listPlans', {})).items) {
    const own = all.projects.filter(({ planId }) => planId === id)
    const summary = await ask('planSummary', { planId: id })
    expect(summary.paidFen).toBe(own.reduce((sum, { paidFen }) => sum + paidFen, 0))
    expect(summary.contractFen ?? 0).toBe(own.reduce((sum, { contractFen }) => sum + (contractFen ?? 0), 0))
  }
}

/** All that is posted in a month. */
function monthImage(db: Library['db'], of: string): string {
  return JSON.stringify([
    db.all(`SELECT * FROM payment WHERE substr(paid_on, 1, 7) = @of ORDER BY id`, { of }),
    db.all(`SELECT * FROM progress_value WHERE month = @of ORDER BY id`, { of }),
    db.all(`SELECT * FROM fund_entry WHERE substr(entered_on, 1, 7) = @of ORDER BY id`, { of }),
  ])
}

/** The entry, and every sum that it is part of. */
async function sumsOf(ask: Ask, paymentId: string) {
  const listed: RequestOutput<'listPayments'>['items'] = []
  for (let page = 1; ; page += 1) {
    const { items, total } = await ask('listPayments', { page, pageSize: 100 })
    listed.push(...items)
    if (listed.length >= total) break
  }
  const payment = listed.find(({ id }) => id === paymentId)
  if (payment === undefined) throw new Error('no such payment')
  const { projectId, contractId, amountFen, fundSplit } = payment
  const funds = (await ask('listFunds', {})).items
  return {
    amountFen,
    fundSplit,
    project: (await ask('fourBooks', { projectId })).total.paidFen,
    contract: contractId === null ? null : (await ask('getContract', { contractId })).paidFen,
    funds: fundSplit.map(({ fundId }) => funds.find(({ id }) => id === fundId)?.paidFen ?? 0),
  }
}

function withoutPayment({
  amountFen,
  fundSplit,
  project,
  contract,
  funds,
}: Awaited<ReturnType<typeof sumsOf>>) {
  return {
    amountFen,
    fundSplit,
    project: project - amountFen,
    contract: contract === null ? null : contract - amountFen,
    funds: funds.map((paid, index) => paid - (fundSplit[index]?.amountFen ?? 0)),
  }
}
