import type { WindowApi } from '../db/requests/wire.ts'

declare global {
  interface Window {
    readonly api: WindowApi
  }
}
