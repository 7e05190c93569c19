import { expect, type Locator, type Page } from 'playwright/test'
import { type App, launchApp } from './app.ts'

export async function openLibrary(library: string): Promise<App> {
  return launchApp({ library, actor: { name: '王芳', role: 'finance' } })
}

export async function show(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = '#/settings'
    window.location.hash = hash
  }, address)
}

/** The reckoning that lies open over the figure. */
export function reckoning(page: Page): Locator {
  return page.locator('.ant-popover:not(.ant-popover-hidden) .formula')
}

export function entries(page: Page, title: string): Locator {
  return page.getByRole('dialog', { name: title })
}

export async function rowsOf(table: Locator): Promise<readonly string[]> {
  await expect(table).toHaveCount(1)
  const rows = await table.getByRole('row').allInnerTexts()
  return rows.map((row) => row.replaceAll(/\s+/g, ' ').trim())
}

export async function follow(page: Page, figure: string): Promise<void> {
  await reckoning(page).getByRole('link', { name: figure }).click()
}
