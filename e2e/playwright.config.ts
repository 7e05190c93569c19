import { join } from 'node:path'
import { defineConfig } from 'playwright/test'
import { outFolder } from '../electron/build/place.ts'

export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: join(outFolder, 'stories'),
  // One window at a time: two cores, and a story may end the app.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['json', { outputFile: join(outFolder, 'stories.json') }]],
})
