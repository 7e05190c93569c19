import type { z } from 'zod'
import type { Role } from '../domain/actor.ts'
import { alertRequests } from './alertRequests.ts'
import { annualPlanRequests } from './annualPlanRequests.ts'
import { attachmentRequests } from './attachmentRequests.ts'
import { baselineRequests } from './baselineRequests.ts'
import { budgetRequests } from './budgetRequests.ts'
import { contractRequests } from './contractRequests.ts'
import { documentRequests } from './documentRequests.ts'
import { fundRequests } from './fundRequests.ts'
import { holdingRequests } from './holdingRequests.ts'
import { importRequests } from './importRequests.ts'
import { libraryRequests } from './libraryRequests.ts'
import { paymentRequests } from './paymentRequests.ts'
import { progressRequests } from './progressRequests.ts'
import { projectRequests } from './projectRequests.ts'
import { reportRequests } from './reportRequests.ts'
import { ruleRequests } from './ruleRequests.ts'
import { scheduleFileRequests } from './scheduleFileRequests.ts'
import { scheduleRequests } from './scheduleRequests.ts'
import { tableRequests } from './tableRequests.ts'

/**
 * Every request: its kind, who may send it, its input and its output. A query reads; a command writes in one
 * transaction and appends to the chain; a batch is a command that takes long; a task takes long and writes nothing
 * in the library. Both report progress and can be cancelled.
 * `file` marks a request that reads or writes a file outside the library: in the window a dialog gives the path.
 */
export const requests = {
  ...libraryRequests,
  ...projectRequests,
  ...baselineRequests,
  ...scheduleRequests,
  ...scheduleFileRequests,
  ...progressRequests,
  ...paymentRequests,
  ...budgetRequests,
  ...contractRequests,
  ...fundRequests,
  ...annualPlanRequests,
  ...attachmentRequests,
  ...documentRequests,
  ...ruleRequests,
  ...reportRequests,
  ...tableRequests,
  ...alertRequests,
  ...holdingRequests,
  ...importRequests,
} as const

export type RequestName = keyof typeof requests
/** What a caller sends (defaults may be left out). */
export type RequestInput<Name extends RequestName> = z.input<(typeof requests)[Name]['input']>
/** What a handler gets, parsed. */
export type ParsedInput<Name extends RequestName> = z.output<(typeof requests)[Name]['input']>
export type RequestOutput<Name extends RequestName> = z.output<(typeof requests)[Name]['output']>
type NamesOfKind<Kind> = {
  [Name in RequestName]: (typeof requests)[Name]['kind'] extends Kind ? Name : never
}[RequestName]
export type QueryName = NamesOfKind<'query'>
export type CommandName = NamesOfKind<'command'>
export type TaskName = NamesOfKind<'task'>
export type BatchName = NamesOfKind<'batch'>

export function isRequestName(name: string): name is RequestName {
  return Object.hasOwn(requests, name)
}

/** Whether a role may send the request; the same table hides what the screens would refuse. */
export function maySend(role: Role, name: RequestName): boolean {
  return requests[name].roles.some((allowed) => allowed === role)
}

/** Whether the request changes the library. */
export function writes(name: RequestName): boolean {
  return requests[name].kind === 'command' || requests[name].kind === 'batch'
}
