import { existsSync } from 'node:fs'
import { z } from 'zod'
import type { Payment } from '../domain/payment.ts'
import { runRequest, type Serving } from '../serve.ts'
import { writeCommand } from '../store/change.ts'
import type { Connection } from '../store/database.ts'
import { insertPaymentFund } from '../store/fund.ts'
import { insertPayments } from '../store/payment.ts'
import { benchFile, emptySynthetic, syntheticPayments } from './generate.ts'

const contractsEach = 10

/**
 * A library with every book filled: for each of twenty projects a locked 概算, a source, ten contracts with changes and
 * five years of work measured by month; so many payments, each of a contract, a 科目 and a source.
 */
export async function bookLibrary(count: number): Promise<string> {
  const name = `books-${String(count)}`
  const file = benchFile(name)
  if (existsSync(file)) return file
  const db = await emptySynthetic(name)
  const payments = [...syntheticPayments(count)]
  const places = new Map<string, Place>()
  for (const projectId of new Set(payments.map((payment) => payment.projectId)))
    places.set(projectId, await fillBooks(db, projectId))
  for (let start = 0; start < count; start += 50_000)
    postPayments(db, payments.slice(start, start + 50_000), places)
  db.sqlite.close()
  return file
}

interface Place {
  readonly fundId: string
  readonly contracts: readonly { readonly id: string; readonly budgetLineId: string }[]
}

/** As the office would have entered them, by the same requests. */
async function fillBooks(db: Connection, projectId: string): Promise<Place> {
  const ask = asker(db)
  const version = withId.parse(
    await ask('createBudgetVersion', { projectId, kind: 'preliminary', start: 'template' }),
  )
  const { items } = lines.parse(await ask('listBudgetLines', { versionId: version.id }))
  const parents = new Set(items.map(({ parentId }) => parentId))
  const leaves = items.filter(({ id }) => !parents.has(id))
  for (const { id } of leaves)
    await ask('setBudgetLine', { versionId: version.id, lineId: id, amountFen: 200_000_000_000 })
  await ask('approveBudgetVersion', {
    versionId: version.id,
    approvalNo: '合成发改〔2021〕1号',
    approvalBody: '合成发展和改革局',
    approvedOn: '2021-01-04',
    overrideReason,
  })
  const fund = withId.parse(await ask('createFund', { kind: 'district', name: `合成资金 ${projectId}` }))
  const receipt = { fundId: fund.id, projectId, amountFen: 9_000_000_000_000, enteredOn: '2021-01-04' }
  await ask('recordFundReceipt', receipt)
  const contracts: { id: string; budgetLineId: string }[] = []
  for (let number = 0; number < contractsEach; number += 1) {
    const budgetLineId = leaves[number % leaves.length]?.id ?? ''
    contracts.push({ id: await fillContract(ask, { projectId, budgetLineId, number }), budgetLineId })
  }
  return { fundId: fund.id, contracts }
}

async function fillContract(
  ask: Ask,
  {
    projectId,
    budgetLineId,
    number,
  }: { readonly projectId: string; readonly budgetLineId: string; readonly number: number },
): Promise<string> {
  const amountFen = 100_000_000_000
  const { id } = withId.parse(
    await ask('recordContract', {
      projectId,
      number: `合成-${projectId}-${String(number)}`,
      name: `合成施工合同第${String(number)}标段`,
      counterparty: `合成建设工程有限公司${String(number)}`,
      kind: number % 2 === 0 ? 'construction' : 'supervision',
      signedOn: '2021-01-05',
      amountFen,
      advancePct: 10,
      retentionPct: 3,
      isSme: number % 3 === 0,
      lines: [{ budgetLineId, amountFen }],
      overrideReason,
    }),
  )
  await ask('recordContractChange', {
    contractId: id,
    number: '变-1',
    title: '合成变更',
    amountFen: 5_000_000,
  })
  for (let month = 0; month < 60; month += 1)
    await ask('recordProgressValue', {
      contractId: id,
      month: `${String(2021 + Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}`,
      amountFen: 1_000_000_000 + month,
      overrideReason,
    })
  return id
}

function postPayments(
  db: Connection,
  payments: readonly Payment[],
  places: ReadonlyMap<string, Place>,
): void {
  writeCommand(db, { ...command, request: 'syntheticPayments', at: '2026-03-10T00:00:00.000Z' }, (write) => {
    const placed = payments.map((payment, index) => {
      const place = places.get(payment.projectId)
      const contract = place?.contracts[index % contractsEach]
      return {
        fundId: place?.fundId ?? '',
        payment: {
          ...payment,
          kind: 'progress' as const,
          contractId: contract?.id ?? null,
          budgetLineId: contract?.budgetLineId ?? null,
        },
      }
    })
    insertPayments(
      write,
      placed.map(({ payment }) => payment),
    )
    for (const { payment, fundId } of placed)
      insertPaymentFund(write, `split-${payment.id}`, payment, { fundId, amountFen: payment.amountFen })
  })
}

type Ask = (name: string, input: unknown) => Promise<unknown>

function asker(db: Connection): Ask {
  const serving: Serving = {
    db,
    isViewOnly: false,
    device: command.device,
    now: () => new Date('2026-03-10T08:00:00'),
    onFault: console.error,
  }
  return (name, input) =>
    runRequest(serving, { name, input, actor: command.actor, language: 'zh-CN' }, () => Promise.resolve(true))
}

const command = { actor: { name: '合成数据', role: 'finance' }, device: 'bench' } as const
const overrideReason = '合成数据'
const withId = z.object({ id: z.string() })
const lines = z.object({ items: z.array(z.object({ id: z.string(), parentId: z.string().nullable() })) })
