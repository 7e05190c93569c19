import { expect, test } from 'vitest'
import { someContract } from './fixture/money.ts'
import { openPlans, somePayment } from './fixture/temporaryLibrary.ts'

const projectId = 'pj-hetang'

/** Two sources of one project that received 60,000.00 and 20,000.01 元. */
async function withFunds() {
  const library = await openPlans()
  const fundOf = async (name: string, kind: 'bond' | 'own', amountFen: number) => {
    const { id } = await library.ask('createFund', { kind, name })
    await library.ask('recordFundReceipt', { fundId: id, projectId, amountFen, enteredOn: '2024-01-05' })
    return id
  }
  return {
    ...library,
    bond: await fundOf('专项债券', 'bond', 6_000_000),
    own: await fundOf('自筹', 'own', 2_000_001),
  }
}

const pay = (amountFen: number, more: Readonly<Record<string, unknown>> = {}) =>
  somePayment({ paidOn: '2024-03-05', projectId, amountFen, ...more })

test('a payment that names no source is split by what the project received, to the 分', async () => {
  const { ask, bond, own } = await withFunds()
  const proposed = await ask('proposeSplit', { projectId, amountFen: 1_000_001 })
  expect(proposed).toMatchObject({ basis: 'received', shortFen: 0 })
  const posted = await ask('recordPayment', pay(1_000_001))
  expect(posted.fundSplit.map(({ fundId, amountFen }) => [fundId, amountFen])).toEqual([
    [bond, 750_001],
    [own, 250_000],
  ])
  expect(proposed.parts.map(({ fundId, amountFen }) => ({ fundId, amountFen }))).toEqual(
    posted.fundSplit.map(({ fundId, amountFen }) => ({ fundId, amountFen })),
  )
})

test('the next payment of a contract is split as its last one was', async () => {
  const { ask, bond, own } = await withFunds()
  const contract = await ask('recordContract', someContract())
  const contractId = contract.id
  await ask('recordPayment', pay(100_000, { contractId, fundSplit: [{ fundId: own, amountFen: 100_000 }] }))
  const second = await ask('recordPayment', pay(50_000, { contractId }))
  expect(second.fundSplit.map(({ fundId }) => fundId)).toEqual([own])
  // The last one is reversed: the one before it is the last that stands.
  await ask('recordPayment', pay(70_000, { contractId, fundSplit: [{ fundId: bond, amountFen: 70_000 }] }))
  expect(await ask('proposeSplit', { projectId, contractId, amountFen: 100 })).toMatchObject({
    basis: 'last',
    parts: [
      { fundId: bond, amountFen: 100 },
      { fundId: own, amountFen: 0 },
    ],
  })
})

test('what comes in after the day of the payment bears nothing of it', async () => {
  const { ask, bond, own } = await withFunds()
  await ask('recordFundReceipt', { fundId: own, projectId, amountFen: 99_000_000, enteredOn: '2024-06-01' })
  const posted = await ask('recordPayment', pay(1_000_001))
  expect(posted.fundSplit).toMatchObject([
    { fundId: bond, amountFen: 750_001 },
    { fundId: own, amountFen: 250_000 },
  ])
  const early = await ask('proposeSplit', { projectId, amountFen: 100, onDay: '2024-01-01' })
  expect(early).toMatchObject({ basis: 'none', shortFen: 100 })
})

test('what the sources do not cover is not split, and asks for its reason', async () => {
  const { ask, refusal } = await withFunds()
  expect(await ask('proposeSplit', { projectId, amountFen: 9_000_000 })).toMatchObject({ shortFen: 999_999 })
  expect(await refusal('recordPayment', pay(9_000_000))).toMatchObject({ code: 'warningsNeedReason' })
  const posted = await ask('recordPayment', pay(9_000_000, { overrideReason: '财政已批，次日到账' }))
  expect(posted.fundSplit).toEqual([])
})

test('an empty split is a choice: nothing is split', async () => {
  const { ask } = await withFunds()
  expect((await ask('recordPayment', pay(100, { fundSplit: [] }))).fundSplit).toEqual([])
})

test('a refund goes back by what each source paid', async () => {
  const { ask, bond, own } = await withFunds()
  await ask('recordPayment', pay(4_000_000))
  const refund = await ask('recordPayment', pay(400, { kind: 'refund', payee: '退款单位' }))
  expect(refund.fundSplit).toMatchObject([
    { fundId: bond, amountFen: -300 },
    { fundId: own, amountFen: -100 },
  ])
})

test('a wrong 到位 is reversed with its reason, once, and never below what was paid out of it', async () => {
  const { ask, refusal, bond } = await withFunds()
  const [entry] = (await ask('listFundEntries', { fundId: bond })).items
  const entryId = entry?.id ?? ''
  const reversal = { entryId, reason: '录错金额', reversedOn: '2024-03-06' }
  expect(await refusal('reverseFundEntry', { ...reversal, reason: '' })).toMatchObject({
    code: 'reasonMissing',
  })
  expect(await refusal('reverseFundEntry', { ...reversal, reversedOn: '2024-01-04' })).toMatchObject({
    code: 'fundReversalBefore',
  })
  const red = await ask('reverseFundEntry', reversal)
  expect(red).toMatchObject({ amountFen: -6_000_000, reversesId: entryId, reason: '录错金额' })
  expect(await refusal('reverseFundEntry', reversal)).toMatchObject({ code: 'fundEntryReversed' })
  expect(await refusal('reverseFundEntry', { ...reversal, entryId: red.id })).toMatchObject({
    code: 'fundEntryIsReversal',
  })
  expect(
    (await ask('listFundEntries', { fundId: bond })).items.map(({ reversedById }) => reversedById),
  ).toEqual([null, red.id])
  const [changed] = (await ask('listChanges', { entityId: red.id })).items
  expect(changed).toMatchObject({ request: 'reverseFundEntry', reason: '录错金额' })
})

test('a 到位 that was spent cannot be reversed', async () => {
  const { ask, refusal, own } = await withFunds()
  await ask('recordPayment', pay(1, { fundSplit: [{ fundId: own, amountFen: 1 }] }))
  const [entry] = (await ask('listFundEntries', { fundId: own })).items
  expect(
    await refusal('reverseFundEntry', { entryId: entry?.id, reason: '错', reversedOn: '2024-03-06' }),
  ).toEqual({ code: 'fundNegative', fields: ['entryId'] })
})

test('funds stand by year, and the years add up to the balances', async () => {
  const { ask, bond } = await withFunds()
  await ask('recordFundReceipt', {
    fundId: bond,
    projectId,
    kind: 'allotment',
    amountFen: 9_000_000,
    enteredOn: '2023-12-20',
    documentNo: '测财〔2023〕9号',
  })
  await ask('recordPayment', pay(1_000_000, { paidOn: '2025-02-01' }))
  const { items } = await ask('fundsByYear', { projectId })
  expect(items.filter(({ fundId }) => fundId === bond)).toMatchObject([
    { year: '2025', allottedFen: 0, receivedFen: 0, paidFen: 750_000 },
    { year: '2024', allottedFen: 0, receivedFen: 6_000_000, paidFen: 0 },
    { year: '2023', allottedFen: 9_000_000, receivedFen: 0, paidFen: 0 },
  ])
  expect((await ask('listFundEntries', { kind: 'allotment', year: '2023' })).total).toBe(1)
  expect((await ask('listFundEntries', { kind: 'allotment', year: '2024' })).total).toBe(0)
})
