import { expect, type Page } from 'playwright/test'

export interface Entry {
  readonly project?: string
  readonly paidOn?: string
  readonly amount: string
  readonly payee: string
  readonly purpose: string
  readonly voucherNo?: string
}

export async function openScreen(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { name, exact: true }).first()).toBeVisible()
}

/** Fills the form of 记一笔支付; what an entry leaves out keeps what the form recalls. */
export async function fillEntry(page: Page, entry: Entry): Promise<void> {
  const form = page.getByRole('region', { name: '记一笔支付' })
  if (entry.project !== undefined) {
    await form.getByRole('combobox', { name: /^项目/ }).fill(entry.project)
    await page.keyboard.press('Enter')
  }
  if (entry.paidOn !== undefined) await form.getByRole('textbox', { name: /^支付日期/ }).fill(entry.paidOn)
  await form.getByRole('textbox', { name: /^金额/ }).fill(entry.amount)
  await form.getByRole('combobox', { name: /^收款单位/ }).fill(entry.payee)
  await page.keyboard.press('Escape')
  await form.getByRole('textbox', { name: /^用途/ }).fill(entry.purpose)
  if (entry.voucherNo !== undefined)
    await form.getByRole('textbox', { name: /^凭证号/ }).fill(entry.voucherNo)
}

export async function saveEntry(page: Page): Promise<void> {
  await page.getByRole('region', { name: '记一笔支付' }).getByRole('button', { name: /^保存/ }).click()
}
