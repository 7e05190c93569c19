import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { projectFolder } from './place.ts'

export default defineConfig({
  root: projectFolder,
  plugins: [react()],
  test: {
    include: ['{db,electron,renderer}/**/*.test.{ts,tsx}'],
    exclude: ['out/**', 'node_modules/**'],
    environment: 'node',
    // Two cores: more workers only wait for each other.
    maxWorkers: 2,
    testTimeout: 20_000,
  },
})
