import { z } from 'zod'

/** One line of required text: trimmed, without control, direction or zero-width characters. */
export function requiredLine(max: number) {
  return z
    .string({ error: 'textMissing' })
    .trim()
    .min(1, { error: 'textMissing' })
    .max(max, { error: 'textTooLong' })
    .refine(isCleanLine, { error: 'controlCharacter' })
}

/** One line of text; empty or null means that none was given. */
export function optionalLine(max: number) {
  return z
    .string()
    .trim()
    .max(max, { error: 'textTooLong' })
    .refine(isCleanLine, { error: 'controlCharacter' })
    .nullish()
    .transform(emptyToNull)
}

/** Text of several lines; empty or null means that none was given. */
export function optionalParagraph(max: number) {
  return z
    .string()
    .trim()
    .max(max, { error: 'textTooLong' })
    .refine(isCleanParagraph, { error: 'controlCharacter' })
    .nullish()
    .transform(emptyToNull)
}

/** One line in an edit: undefined leaves the field as it is, null or empty clears it. */
export function editedLine(max: number) {
  return z
    .string()
    .trim()
    .max(max, { error: 'textTooLong' })
    .refine(isCleanLine, { error: 'controlCharacter' })
    .nullable()
    .transform(emptyToNull)
    .optional()
}

/** Several lines in an edit: undefined leaves the field as it is, null or empty clears it. */
export function editedParagraph(max: number) {
  return z
    .string()
    .trim()
    .max(max, { error: 'textTooLong' })
    .refine(isCleanParagraph, { error: 'controlCharacter' })
    .nullable()
    .transform(emptyToNull)
    .optional()
}

/** A reason that is kept in the chain of changes. */
export const reasonText = z
  .string({ error: 'reasonMissing' })
  .trim()
  .min(1, { error: 'reasonMissing' })
  .max(500, { error: 'textTooLong' })
  .refine(isCleanParagraph, { error: 'controlCharacter' })

/** A number or code as it is compared: full-width digits and letters written narrow. */
export function optionalCode(max: number) {
  return optionalLine(max).transform((text) => text?.normalize('NFKC') ?? null)
}

/**
 * Whether a text is what every schema above makes of it: no white space, nothing but ASCII and Chinese characters that
 * have no other width. Most cells of a sheet are: they need no reading.
 */
export function isPlain(text: string): boolean {
  return /^[!-~\u4e00-\u9fff]+$/.test(text)
}

/** Whether two names are the same to a reader: width of characters and white space do not count. */
export function isSameName(one: string, other: string): boolean {
  return bareName(one) === bareName(other)
}

export function bareName(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase()
}

function emptyToNull(text: string | null | undefined) {
  return text === undefined || text === '' ? null : text
}

function isCleanLine(text: string) {
  return text.isWellFormed() && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text)
}

function isCleanParagraph(text: string) {
  return isCleanLine(text.replaceAll(/[\n\r\t]/g, ''))
}
