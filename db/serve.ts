import { createHash } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import { type Actor, actor as actorSchema } from './domain/actor.ts'
import { canonicalJson } from './domain/change.ts'
import { localDay } from './domain/day.ts'
import { RowsBroken, RuleBroken } from './domain/ruleBroken.ts'
import { isRuleCode, type Language, ruleText } from './domain/ruleText.ts'
import type { Moment } from './handlers/handler.ts'
import { batchHandlers, commandHandlers, queryHandlers, taskHandlers } from './handlers/handlers.ts'
import {
  type BatchName,
  type CommandName,
  isRequestName,
  maySend,
  type QueryName,
  type RequestName,
  requests,
  type TaskName,
  writes,
} from './requests/requests.ts'
import type { Answer, RequestError } from './requests/wire.ts'
import { writeBatch } from './store/batch.ts'
import { answerOfKey, type WriteDb, writeCommand } from './store/change.ts'
import type { Connection } from './store/database.ts'
import { damage } from './store/libraryFile.ts'

/** One request as it comes over the wire. */
export interface Call {
  readonly name: string
  readonly input: unknown
  readonly actor: unknown
  readonly language: Language
}

export interface Serving {
  readonly db: Connection
  readonly isViewOnly: boolean
  /** Id of this installation, written on each change. */
  readonly device: string
  readonly now: () => Date
  /** Called with an error that is no rule: the caller logs it under the id. */
  readonly onFault: (incident: string, request: string, error: unknown) => void
}

/** How a task tells where it is, and asks whether it should go on. */
export type OnStep = (done: number, total: number) => Promise<boolean>

/** Serves one request: find, parse, check the role, run in one transaction, answer. Never throws. */
export async function serve(serving: Serving, call: Call, onStep: OnStep): Promise<Answer<unknown>> {
  try {
    return { ok: true, value: await runRequest(serving, call, onStep) }
  } catch (error) {
    return { ok: false, error: errorOf(error, call, serving.onFault) }
  }
}

/** The coded error, with its sentence in the caller's language; what is no rule gets an incident id. */
export function errorOf(
  error: unknown,
  call: Pick<Call, 'name' | 'language'>,
  onFault: Serving['onFault'],
): RequestError {
  const broken = error instanceof RuleBroken ? error : damage(error)
  if (broken !== null) {
    const { code, fields, params } = broken
    const message = ruleText(code, params, call.language)
    if (!(broken instanceof RowsBroken)) return { code, fields, params, message }
    const rows = broken.rows.map((fault) => ({
      ...fault,
      message: ruleText(fault.code, fault.params, call.language),
    }))
    return { code, fields, params, message, rows }
  }
  const incident = uuidv7().slice(-8)
  onFault(incident, call.name, error)
  return {
    code: 'internal',
    fields: [],
    params: { incident },
    message: ruleText('internal', { incident }, call.language),
  }
}

/** The same, its errors thrown. */
export async function runRequest(serving: Serving, call: Call, onStep: OnStep): Promise<unknown> {
  const { name } = call
  if (!isRequestName(name)) throw new RuleBroken('requestUnknown', ['name'], { name: name.slice(0, 60) })
  const actor = parseActor(call.actor)
  assertMaySend(actor, name)
  const input = parseInput(name, call.input)
  const moment = momentOf(serving)
  if (isOfKind(name, 'query')) return runQuery(serving, name, input, moment)
  if (isOfKind(name, 'task')) return await runTask(serving, name, input, moment, onStep)
  if (serving.isViewOnly) throw new RuleBroken('libraryReadOnly')
  if (isOfKind(name, 'batch')) return await runBatch(serving, name, { input, actor }, moment, onStep)
  return runCommand(serving, name, { input, actor }, moment)
}

/** @throws RuleBroken with the code of the first broken field, and all broken fields */
function parseInput(name: RequestName, input: unknown): unknown {
  const schema: z.ZodType = requests[name].input
  const parsed = schema.safeParse(input ?? {})
  if (parsed.success) return parsed.data
  const [first] = parsed.error.issues
  if (first === undefined) throw new Error('a failed parse without an issue')
  if (first.code === 'unrecognized_keys')
    throw new RuleBroken('unknownField', first.keys, { field: first.keys.join(', ') })
  const fields = [...new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? '')))].filter(
    (field) => field !== '',
  )
  const field = first.path.map(String).join('.')
  if (!isRuleCode(first.message))
    throw new RuleBroken('inputMalformed', fields, { field: field === '' ? name : field })
  throw new RuleBroken(
    first.message,
    fields,
    first.code === 'too_big' ? { max: Number(first.maximum), field } : { field },
  )
}

function parseActor(actor: unknown): Actor | null {
  if (actor === null || actor === undefined) return null
  const parsed = actorSchema.safeParse(actor)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const isTooLong = issue?.code === 'too_big'
  throw isTooLong
    ? new RuleBroken('textTooLong', ['actor'], { max: Number(issue.maximum) })
    : new RuleBroken('actorMissing', ['actor'])
}

/** Making a library and filling it needs nobody's name; every other write does. */
function assertMaySend(actor: Actor | null, name: RequestName) {
  if (actor === null) {
    if (!writes(name) || name === 'createLibrary' || name === 'loadPlans') return
    throw new RuleBroken('actorMissing', ['actor'])
  }
  if (maySend(actor.role, name)) return
  throw new RuleBroken('roleForbidden', ['actor'], {
    role: actor.role,
    needed: requests[name].roles.join('|'),
  })
}

function momentOf({ now }: Serving): Moment {
  const instant = now()
  return { today: localDay(instant), at: instant.toISOString(), newId: uuidv7 }
}

function runQuery(serving: Serving, name: QueryName, input: unknown, moment: Moment): unknown {
  // The input was parsed with this name's own schema; the table of handlers has one type for each name.
  const handler = queryHandlers[name] as (db: Connection, input: unknown, moment: Moment) => unknown
  return handler(serving.db, input, moment)
}

function runCommand(
  serving: Serving,
  name: CommandName,
  { input, actor }: { input: unknown; actor: Actor | null },
  moment: Moment,
): unknown {
  const handler = commandHandlers[name] as (db: WriteDb, input: unknown, moment: Moment) => unknown
  const receipt = receiptFor(serving, name, input)
  if (receipt.known !== undefined) return receipt.known
  return writeCommand(serving.db, { request: name, actor, device: serving.device, at: moment.at }, (db) => {
    const value = handler(db, input, moment)
    receipt.remember(db, value)
    return value
  })
}

async function runBatch(
  serving: Serving,
  name: BatchName,
  { input, actor }: { input: unknown; actor: Actor | null },
  moment: Moment,
  onStep: OnStep,
): Promise<unknown> {
  const handler = batchHandlers[name] as (db: WriteDb, input: unknown, moment: Moment) => Steps
  const receipt = receiptFor(serving, name, input)
  if (receipt.known !== undefined) return receipt.known
  const command = { request: name, actor, device: serving.device, at: moment.at }
  const work = writeBatch(serving.db, command, async function* (db) {
    const value = yield* handler(db, input, moment)
    receipt.remember(db, value)
    return value
  })
  return await drive(work, onStep)
}

/**
 * What an idempotency key was answered before, and how to remember what it is answered now. One process holds the
 * file and commands run one at a time: nothing comes between this look and the write.
 * @throws RuleBroken idempotencyKeyReused
 */
function receiptFor(serving: Serving, name: CommandName | BatchName, input: unknown) {
  const key = keyOf(input)
  if (key === null) return { known: undefined, remember: () => undefined }
  const inputHash = createHash('sha256').update(canonicalJson(input)).digest('hex')
  const known = answerOfKey(serving.db, key)
  if (known !== undefined && (known.request !== name || known.input_hash !== inputHash))
    throw new RuleBroken('idempotencyKeyReused', ['idempotencyKey'])
  return {
    known: known === undefined ? undefined : (JSON.parse(known.answer) as unknown),
    remember: (db: WriteDb, value: unknown) => {
      db.rememberAnswer({ key, inputHash, answer: JSON.stringify(value) })
    },
  }
}

async function runTask(
  serving: Serving,
  name: TaskName,
  input: unknown,
  moment: Moment,
  onStep: OnStep,
): Promise<unknown> {
  const handler = taskHandlers[name] as (db: Connection, input: unknown, moment: Moment) => Steps
  return await drive(handler(serving.db, input, moment), onStep)
}

type Steps = AsyncGenerator<{ done: number; total: number }, unknown>

/** @throws RuleBroken cancelled */
async function drive(work: Steps, onStep: OnStep): Promise<unknown> {
  for (;;) {
    const step = await work.next()
    if (step.done === true) return step.value
    if (!(await onStep(step.value.done, step.value.total))) {
      await work.return(undefined)
      throw new RuleBroken('cancelled')
    }
  }
}

function keyOf(input: unknown): string | null {
  return typeof input === 'object' &&
    input !== null &&
    'idempotencyKey' in input &&
    typeof input.idempotencyKey === 'string'
    ? input.idempotencyKey
    : null
}

function isOfKind<Kind extends 'query' | 'task' | 'batch'>(
  name: RequestName,
  kind: Kind,
): name is Kind extends 'query' ? QueryName : Kind extends 'task' ? TaskName : BatchName {
  return requests[name].kind === kind
}
