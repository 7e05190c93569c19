import type { z } from 'zod'
import type { Role } from '../domain/actor.ts'
import { idempotencyKey } from '../domain/payment.ts'
import type { Language } from '../domain/ruleText.ts'

export interface FileUse {
  readonly direction: 'save' | 'open'
  /** The first is suggested, unless the input names another one as its `format`. */
  readonly extensions: readonly [string, ...string[]]
  /** What the suggested name of a file to save says, besides the day; from an input that nobody has checked yet. */
  readonly title?: (input: Readonly<Record<string, unknown>>, language: Language) => string
  /** Input fields that stand for a file chosen before, or for none: with one of them no dialog asks. */
  readonly unless?: readonly string[]
}

export function query<Input extends z.ZodType, Output extends z.ZodType>(input: Input, output: Output) {
  return { kind: 'query', roles: everyone, input, output, file: null } as const
}

export function command<Input extends z.ZodType, Output extends z.ZodType>(
  roles: readonly Role[],
  input: Input,
  output: Output,
) {
  return { kind: 'command', roles, input, output, file: null } as const
}

export function task<Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
  file: FileUse | null = null,
) {
  return { kind: 'task', roles: everyone, input, output, file } as const
}

/** A command that takes long: one transaction, reported on its way, undone whole where it is cancelled. */
export function batch<Input extends z.ZodType, Output extends z.ZodType>(
  roles: readonly Role[],
  input: Input,
  output: Output,
  file: FileUse | null = null,
) {
  return { kind: 'batch', roles, input, output, file } as const
}

const everyone: readonly Role[] = ['finance', 'liaison', 'reviewer']
export const writers: readonly Role[] = ['finance', 'liaison']

/** A command with a key that was used before answers what it answered then, and does nothing. */
export const keyed = { idempotencyKey: idempotencyKey.optional() }
