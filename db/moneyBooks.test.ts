import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectBooksAddUp, expectPortfolioAddsUp } from './fixture/bookSums.ts'
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
    draws: fc.boolean(),
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
  fc.record({ do: fc.constant('correct' as const), which, amountFen, isSplit: fc.boolean() }),
  fc.record({ do: fc.constant('correctChange' as const), which, amountFen, draws: fc.boolean() }),
  fc.record({ do: fc.constant('withdraw' as const), which }),
  fc.record({
    do: fc.constant('redraft' as const),
    project,
    amountFen,
    how: fc.constantFrom('move', 'remove', 'column', 'discard'),
  }),
  fc.record({ do: fc.constant('map' as const), project, toNone: fc.boolean() }),
)

type Step = typeof step extends fc.Arbitrary<infer One> ? One : never
type StepOf<Kind extends Step['do']> = Extract<Step, { do: Kind }>

/** Each command once, where nothing refuses it: a sequence that is refused throughout proves nothing. */
const first = { which: 0, project: 'pj-hetang', month: '2026-01' } as const
const allThatGoThrough: Step[] = [
  { ...first, do: 'contract', amountFen: 2000, isSplit: true },
  { ...first, do: 'correct', amountFen: 1500, isSplit: true },
  { ...first, do: 'change', amountFen: 100, draws: true },
  { ...first, do: 'correctChange', amountFen: 150, draws: true },
  { ...first, do: 'approve' },
  { ...first, do: 'change', amountFen: 50, draws: false },
  { ...first, do: 'withdraw' },
  { ...first, do: 'measure', amountFen: 500 },
  { ...first, do: 'pay', amountFen: 300, isRefund: false, funds: 'one', line: 'contract' },
  { ...first, do: 'reverse', month: '2026-02' },
  { ...first, do: 'settle', amountFen: 1600, isSplit: false },
  { ...first, do: 'map', toNone: true },
  { ...first, do: 'redraft', amountFen: 10, how: 'column' },
  { ...first, do: 'redraft', amountFen: 10, how: 'remove' },
  { ...first, do: 'redraft', amountFen: 10, how: 'move' },
  { ...first, do: 'redraft', amountFen: 10, how: 'discard' },
  { ...first, do: 'close', month: '2025-11' },
]

test('after any sequence of commands the four books add up, sources stay above zero and closed months stay as they were', async () => {
  const wentThrough = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 30 }), async (steps) => {
      const { ask, answer, db, close } = await openPlans()
      const lineIds: Record<string, string[]> = {}
      for (const projectId of projects) {
        const { lines } = await draftedBudget(
          { ask },
          projectId,
          { '1.1': 5000, '1.2': 77, '2.05': 1, '3.1': 300 },
          true,
        )
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
        const draws = { drawsOnContingency: one.draws }
        const input = { contractId, number: 'B', title: '签证', amountFen: one.amountFen, ...draws }
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
      const correct = async (one: StepOf<'correct'>, contract: { id: string; projectId: string }) => {
        const [first = '', second = ''] = lineIds[contract.projectId] ?? []
        const half = one.isSplit ? Math.floor(one.amountFen / 2) : 0
        const lines = [{ budgetLineId: first, amountFen: one.amountFen - half }]
        if (half > 0) lines.push({ budgetLineId: second, amountFen: half })
        const changes = { amountFen: one.amountFen, lines, reason, overrideReason: reason }
        await attempt('correctContract', { contractId: contract.id, ...changes })
      }
      const onChange = async (one: StepOf<'correctChange'> | StepOf<'withdraw'>) => {
        const changeId = changes[one.which % Math.max(1, changes.length)] ?? ''
        if (one.do === 'withdraw') {
          const gone = await attempt('withdrawContractChange', { changeId, reason })
          if (gone !== null) changes.splice(changes.indexOf(changeId), 1)
        } else {
          const put = { amountFen: one.amountFen, drawsOnContingency: one.draws, reason }
          await attempt('correctContractChange', { changeId, ...put })
        }
      }
      const redraft = async (one: StepOf<'redraft'>) => {
        const { id: versionId } = await ask('createBudgetVersion', {
          projectId: one.project,
          kind: 'adjusted',
        })
        const lines = (await ask('listBudgetLines', { versionId })).items
        const idOf = (code: string) => lines.find((line) => line.code === code)?.id ?? ''
        const top = idOf('1')
        if (one.how === 'move')
          await attempt('moveBudgetLine', { versionId, lineId: idOf('2.05'), parentId: top, beforeId: null })
        else if (one.how === 'remove') await attempt('removeBudgetLine', { versionId, lineId: idOf('1.2') })
        else if (one.how === 'column') {
          const amounts = [
            { lineId: idOf('1.1'), amountFen: one.amountFen },
            { lineId: idOf('1.3'), amountFen: null },
          ]
          await attempt('setBudgetAmounts', { versionId, amounts })
        } else {
          await attempt('removeBudgetVersion', { versionId, reason })
          return
        }
        const approval = { approvalNo: '测〔3〕', approvalBody: '测试局', approvedOn: '2026-01-02' }
        await ask('approveBudgetVersion', { versionId, ...approval, overrideReason: reason })
      }
      const map = (one: StepOf<'map'>) =>
        attempt('mapCostClass', {
          ...{ projectId: one.project, lineKey: 'template:2.05', reason },
          costClass: one.toNone ? null : 'writeOff',
        })
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
        else if (one.do === 'correctChange' || one.do === 'withdraw') await onChange(one)
        else if (contract === undefined) return
        else if (one.do === 'correct') await correct(one, contract)
        else if (one.do === 'change') await change(one, contract.id)
        else if (one.do === 'settle') await settle(one, contract)
        else if (one.do === 'measure') {
          const input = { contractId: contract.id, month: one.month, amountFen: one.amountFen }
          await attempt('recordProgressValue', { ...input, overrideReason: reason })
        } else {
          const changeId = changes[one.which % Math.max(1, changes.length)] ?? ''
          const approved = await attempt('approveContractChange', {
            changeId,
            approvedOn: '2026-01-10',
            overrideReason: reason,
          })
          if (approved !== null) changes.splice(changes.indexOf(changeId), 1)
        }
      }

      for (const [index, one] of steps.entries()) {
        if (one.do === 'contract') await sign(one)
        else if (one.do === 'rebudget') await rebudget(one)
        else if (one.do === 'redraft') await redraft(one)
        else if (one.do === 'map') await map(one)
        else if (one.do === 'close') {
          await attempt('closeMonth', { month: one.month, reason })
          if (!frozen.has(one.month)) frozen.set(one.month, monthImage(db, one.month))
        } else if (one.do === 'reopen') {
          await attempt('reopenMonth', { month: one.month, reason })
          frozen.delete(one.month)
        } else await onOne(one, index)
        for (const [closed, image] of frozen) expect(monthImage(db, closed) === image).toBe(true)
      }

      for (const projectId of projects) await expectBooksAddUp({ ask, db }, projectId)
      await expectPortfolioAddsUp({ ask, db })
      const { items } = await ask('listFunds', {})
      for (const { projects: own, balanceFen, receivedFen, paidFen } of items) {
        for (const balance of own) expect(balance.balanceFen).toBeGreaterThanOrEqual(0)
        expect(balanceFen).toBe(receivedFen - paidFen)
        expect(balanceFen).toBe(own.reduce((sum, balance) => sum + balance.balanceFen, 0))
      }
      expect(await ask('verifyLibrary', {})).toMatchObject({ isSound: true, faults: [] })
      close()
    }),
    { numRuns: 40, examples: [[allThatGoThrough]] },
  )
  for (const name of [
    'recordPayment',
    'reversePayment',
    'settleContract',
    'approveContractChange',
    'closeMonth',
    'correctContract',
    'correctContractChange',
    'withdrawContractChange',
    'moveBudgetLine',
    'removeBudgetLine',
    'setBudgetAmounts',
    'removeBudgetVersion',
    'mapCostClass',
  ])
    expect(wentThrough.get(name) ?? 0, name).toBeGreaterThan(0)
}, 240_000)

type Library = Awaited<ReturnType<typeof openPlans>>
type Ask = Library['ask']

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
