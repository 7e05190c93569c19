import type { FormInstance } from 'antd'
import type { z } from 'zod'
import { isRuleCode, type Language, ruleText } from '../db/domain/ruleText.ts'
import type { RequestError } from '../db/requests/wire.ts'

export interface FieldFault {
  readonly field: string
  readonly message: string
}

/** What a domain schema finds wrong with an input, each at its field, in the user's language. */
export function faultsOf(schema: z.ZodType, input: unknown, language: Language): readonly FieldFault[] {
  const parsed = schema.safeParse(input)
  if (parsed.success) return []
  return parsed.error.issues.map((issue) => {
    const field = issue.path.map(String).join('.')
    const max = 'maximum' in issue && typeof issue.maximum === 'number' ? { max: issue.maximum } : {}
    const code = isRuleCode(issue.message) ? issue.message : 'inputMalformed'
    return { field, message: ruleText(code, { field, ...max }, language) }
  })
}

/** The same for an error that the db answered. */
export function faultsOfError(error: RequestError): readonly FieldFault[] {
  return error.fields.map((field) => ({ field, message: error.message }))
}

/**
 * Puts faults beside the form's fields and moves to the first one. `names` maps an input field to the form's own
 * name for it. Answers the faults that the form has no field for: they belong above the form.
 */
export function showFaults(
  form: FormInstance,
  faults: readonly FieldFault[],
  names: Readonly<Record<string, string>> = {},
): readonly FieldFault[] {
  const placed = faults.map((fault) => ({ ...fault, field: names[fault.field] ?? fault.field }))
  const known = new Set(fieldNames(form))
  const shown = placed.filter(
    (fault) => known.has(fault.field) || form.getFieldInstance(fault.field) !== undefined,
  )
  form.setFields(
    [...Map.groupBy(shown, (fault) => fault.field)].map(([name, own]) => ({
      name,
      errors: [...new Set(own.map((fault) => fault.message))],
    })),
  )
  const first = shown[0]
  if (first !== undefined) form.scrollToField(first.field, { focus: true, block: 'nearest' })
  return placed.filter((fault) => !shown.includes(fault))
}

/** What was found wrong before does not stand beside what is found now. */
export function clearFaults(form: FormInstance): void {
  form.setFields(
    form.getFieldsError().flatMap(({ name, errors }) => (errors.length === 0 ? [] : [{ name, errors: [] }])),
  )
}

/** antd types the values of a form without a shape as any. */
function fieldNames(form: FormInstance): string[] {
  const values: unknown = form.getFieldsValue()
  return typeof values === 'object' && values !== null ? Object.keys(values) : []
}
