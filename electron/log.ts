import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import log from 'electron-log/main'
import { faultLines, isFrame } from './dbFault.ts'

/**
 * Starts the log file. It holds request names, codes, incident ids and durations; never a payee, an amount
 * or a memo: a log may be sent to somebody who must not see the ledger.
 */
export function startLog(userDataDir: string): void {
  log.transports.file.resolvePathFn = () => join(userDataDir, 'logs', 'main.log')
  log.transports.file.maxSize = 2 * 1024 * 1024
  log.transports.file.writeOptions = { mode: 0o600, flag: 'a', encoding: 'utf8' }
  log.transports.console.level = false
}

export function logLine(
  event: string,
  facts: Readonly<Record<string, string | number | boolean>> = {},
): void {
  log.info(event, facts)
}

/** Writes a fault under an id that the window shows and a person can read out. */
export function logIncident(event: string, error: unknown): string {
  const incident = randomUUID()
  log.error(event, { incident, ...traceOf(error) })
  return incident
}

/** A fault of the db process: its incident id, the request, the kind of error and the places; not the message. */
export function logDbFault(text: string): void {
  log.error('db process', faultLines(text))
}

/** Where it happened, without the message: a message may quote what was typed. */
function traceOf(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { name: typeof error }
  const frames = (error.stack ?? '').split('\n').filter(isFrame)
  return { name: error.name, code: 'code' in error ? error.code : undefined, frames }
}
