import { existsSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { RuleBroken } from './domain/ruleBroken.ts'
import type { Language } from './domain/ruleText.ts'
import { goOn, makeLibrary, openLibrary } from './library.ts'
import { requests } from './requests/requests.ts'
import { type Call, errorOf, serve } from './serve.ts'

const usage = `npm run -s db -- [--actor NAME --role finance|liaison|reviewer] [--language zh-CN|en] FILE REQUEST ['JSON']
npm run -s db -- --list`

process.umask(0o077)
process.exitCode = await main()

/** Runs one request on a file: the value as JSON on stdout, or the error as JSON on stderr with exit code 1. */
async function main(): Promise<number> {
  const given = readArguments()
  if (given === null) {
    console.error(usage)
    return 2
  }
  const { values, positionals } = given
  if (values.list === true) return print(list())
  const [file, name, json = '{}'] = positionals
  if (file === undefined || name === undefined) {
    console.error(usage)
    return 2
  }
  const language: Language = values.language === 'en' ? 'en' : 'zh-CN'
  const actor =
    values.actor === undefined && values.role === undefined
      ? null
      : { name: values.actor ?? '', role: values.role ?? '' }
  try {
    return await request(resolve(file), { name, input: parseJson(json), actor, language })
  } catch (error) {
    return fail(errorOf(error, { name, language }, onFault))
  }
}

async function request(file: string, call: Call): Promise<number> {
  const device = `cli-${hostname()}`
  const isMade = call.name === 'createLibrary' || call.name === 'loadPlans'
  if (isMade && !existsSync(file))
    return print(await makeLibrary(file, call, { device, now: () => new Date(), onFault }))
  const library = openLibrary(file, dirname(file), new Date())
  try {
    const isViewOnly = library.viewOnly !== null
    const answer = await serve(
      { db: library.db, isViewOnly, device, now: () => new Date(), onFault },
      call,
      goOn,
    )
    return answer.ok ? print(answer.value) : fail(answer.error)
  } finally {
    library.close()
  }
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        actor: { type: 'string' },
        role: { type: 'string' },
        language: { type: 'string' },
        list: { type: 'boolean' },
      },
    })
  } catch {
    return null
  }
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json) as unknown
  } catch {
    throw new RuleBroken('inputMalformed', [], { field: 'JSON' })
  }
}

function list() {
  return Object.entries(requests).map(([name, { kind, roles, input, output }]) => ({
    name,
    kind,
    roles,
    input: z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }),
    output: z.toJSONSchema(output, { unrepresentable: 'any' }),
  }))
}

function print(value: unknown): number {
  console.log(JSON.stringify(value, null, 2))
  return 0
}

function fail(error: unknown): number {
  console.error(JSON.stringify(error, null, 2))
  return 1
}

/** stderr holds the error's JSON alone; with CPT_DEBUG also where it failed. */
function onFault(incident: string, request: string, error: unknown) {
  if (process.env['CPT_DEBUG'] !== undefined) console.error(`${incident} ${request}`, error)
}
