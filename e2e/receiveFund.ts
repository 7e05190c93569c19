import { expect, type Page } from 'playwright/test'
import { z } from 'zod'
import { readAnswer } from '../db/requests/wire.ts'

/** 到位 of a source, as another window might have entered it. */
export async function receiveFund(
  page: Page,
  name: string,
  amountFen: number,
  projectId = 'pj-hetang',
): Promise<void> {
  const funds = readAnswer(await page.evaluate(() => window.api.request('listFunds', {})))
  const { items } = funds.ok
    ? z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) }).parse(funds.value)
    : { items: [] }
  const answer = await page.evaluate((input) => window.api.request('recordFundReceipt', input), {
    fundId: items.find((fund) => fund.name === name)?.id,
    projectId,
    amountFen,
    enteredOn: '2024-01-05',
  })
  expect(readAnswer(answer).ok).toBe(true)
}
