import fc from 'fast-check'
import { expect, test } from 'vitest'
import { draftedBudget, someContract } from './fixture/money.ts'
import { openPlans, somePayment } from './fixture/temporaryLibrary.ts'
import type { CommandName, RequestInput, RequestOutput } from './requests/requests.ts'

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

type Step = typeof step extends fc.Arbitrary<infer One> ? One : never
type StepOf<Kind extends Step['do']> = Extract<Step, { do: Kind }>

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
      for (const { id: fundId } of funds)
        for (const projectId of projects)
          await ask('recordFundReceipt', { fundId, projectId, amountFen: 4000, enteredOn: '2025-10-01' })
      const contracts: { id: string; projectId: string }[] = []
      const changes: string[] = []
      const payments: string[] = []
      const frozen = new Map<string, string>()
      const reason = '测试'

      /** The value where it went through; null where a rule refused it. A fault would throw. */
      const attempt = async <Name extends CommandName>(
        name: Name,
        input: RequestInput<Name>,
      ): Promise<RequestOutput<Name> | null> => {
        const got = await answer(name, input)
        if (!got.ok) return null
        wentThrough.set(name, (wentThrough.get(name) ?? 0) + 1)
        return got.value as RequestOutput<Name>
      }
      const onContract = (one: { readonly which: number }) =>
        contracts[one.which % Math.max(1, contracts.length)]

      const sign = async (one: StepOf<'contract'>) => {
        const [first = '', second = ''] = lineIds[one.project] ?? []
        const half = one.isSplit ? Math.floor(one.amountFen / 2) : 0
        const lines = [{ budgetLineId: first, amountFen: one.amountFen - half }]
        if (half > 0) lines.push({ budgetLineId: second, amountFen: half })
        const made = await ask(
          'recordContract',
          someContract({ projectId: one.project, amountFen: one.amountFen, lines, overrideReason: reason }),
        )
        contracts.push({ id: made.id, projectId: one.project })
      }
      const change = async (one: StepOf<'change'>, contractId: string) => {
        const input = { contractId, number: 'B', title: '签证', amountFen: one.amountFen }
        const made = await attempt('recordContractChange', input)
        if (made !== null) changes.push(made.id)
      }
      const settle = async (one: StepOf<'settle'>, contract: { id: string; projectId: string }) => {
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
      }
      const partsOf = ({ funds: over, amountFen: whole }: StepOf<'pay'>) => {
        const half = over === 'two' ? Math.floor(whole / 2) : 0
        const parts = [{ fundId: funds[0]?.id ?? '', amountFen: whole - half }]
        if (half > 0) parts.push({ fundId: funds[1]?.id ?? '', amountFen: half })
        return parts
      }
      const pay = async (one: StepOf<'pay'>) => {
        const contract = one.line === 'none' ? undefined : onContract(one)
        const projectId = contract?.projectId ?? projects[0]
        const parts = partsOf(one)
        const made = await attempt('recordPayment', {
          ...somePayment({ projectId, amountFen: one.amountFen, paidOn: `${one.month}-15` }),
          kind: one.isRefund ? 'refund' : 'progress',
          contractId: contract?.id ?? null,
          budgetLineId: one.line === 'other' ? (lineIds[projectId]?.[1] ?? null) : null,
          ...(one.funds === 'none' ? {} : { fundSplit: parts }),
          confirmDuplicate: true,
          overrideReason: reason,
        })
        if (made !== null) payments.push(made.id)
      }
      const reverse = async (one: StepOf<'reverse'>, index: number) => {
        const paymentId = payments[one.which % Math.max(1, payments.length)]
        if (paymentId === undefined) return
        const reversedOn = one.month === '2026-03' ? '2026-03-09' : `${one.month}-25`
        const before = await sumsOf(ask, paymentId)
        const key = `reverse-${String(index)}`
        const made = await attempt('reversePayment', { paymentId, reason, reversedOn, idempotencyKey: key })
        if (made === null) return
        expect(await sumsOf(ask, paymentId)).toEqual(withoutPayment(before))
        if (before.fundSplit.length > 0) wentThrough.set('split', (wentThrough.get('split') ?? 0) + 1)
      }
      const rebudget = async (one: StepOf<'rebudget'>) => {
        const version = await ask('createBudgetVersion', { projectId: one.project, kind: 'adjusted' })
        const lines = (await ask('listBudgetLines', { versionId: version.id })).items
        const lineId = lines.find(({ code }) => code === '1.1')?.id ?? ''
        await ask('setBudgetLine', { versionId: version.id, lineId, amountFen: one.amountFen })
        const approval = { approvalNo: '测〔2〕', approvalBody: '测试局', approvedOn: '2026-01-01' }
        await ask('approveBudgetVersion', { versionId: version.id, ...approval, overrideReason: reason })
      }
      const onOne = async (one: Step & { which: number }, index: number) => {
        const contract = onContract(one)
        if (one.do === 'receive') {
          const fundId = funds[one.which % 2]?.id ?? ''
          const enteredOn = `${one.month}-03`
          await attempt('recordFundReceipt', {
            fundId,
            projectId: one.project,
            amountFen: one.amountFen,
            enteredOn,
          })
        } else if (one.do === 'pay') await pay(one)
        else if (one.do === 'reverse') await reverse(one, index)
        else if (contract === undefined) return
        else if (one.do === 'change') await change(one, contract.id)
        else if (one.do === 'settle') await settle(one, contract)
        else if (one.do === 'measure') {
          const input = { contractId: contract.id, month: one.month, amountFen: one.amountFen }
          await attempt('recordProgressValue', { ...input, overrideReason: reason })
        } else {
          const changeId = changes[one.which % Math.max(1, changes.length)] ?? ''
          await attempt('approveContractChange', {
            changeId,
            approvedOn: '2026-01-10',
            overrideReason: reason,
          })
        }
      }

      for (const [index, one] of steps.entries()) {
        if ('which' in one) await onOne(one, index)
        else if (one.do === 'contract') await sign(one)
        else if (one.do === 'rebudget') await rebudget(one)
        else if (one.do === 'close') {
          await attempt('closeMonth', { month: one.month, reason })
          if (!frozen.has(one.month)) frozen.set(one.month, monthImage(db, one.month))
        } else {
          await attempt('reopenMonth', { month: one.month, reason })
          frozen.delete(one.month)
        }
        for (const [closed, image] of frozen) expect(monthImage(db, closed) === image).toBe(true)
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
    { numRuns: 40 },
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
