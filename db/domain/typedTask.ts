import type { LinkKind } from './taskLink.ts'

/** 10, 10d, 10天, 10工作日: workdays; 10ed, 10日历日: calendar days. Null when it is none of these. */
export function typedDuration(
  text: string,
): { readonly durationDays: number; readonly durationUnit: 'workday' | 'calendarDay' } | null {
  const match = /^(\d{1,5}) ?(d|天|日|工作日|ed|日历日|日历天)?$/i.exec(text.normalize('NFKC').trim())
  if (match === null) return null
  const isCalendar = /^(ed|日历)/i.test(match[2] ?? '')
  return { durationDays: Number(match[1]), durationUnit: isCalendar ? 'calendarDay' : 'workday' }
}

/** A percentage as typed; null when it is none. */
export function typedPercent(text: string): number | null {
  const match = /^(\d{1,3}(?:\.\d+)?) ?%?$/.exec(text.normalize('NFKC').trim())
  return match === null || Number(match[1]) > 100 ? null : Number(match[1])
}

export interface TypedLink {
  /** The line (3) or the place in the tree (1.2) of the predecessor. */
  readonly ref: string
  readonly kind: LinkKind
  readonly lagDays: number
}

/** 3, 3FS+2d, 4SS-1, 1.2FF … several with commas. Null where a part cannot be read. */
export function typedPredecessors(text: string): readonly TypedLink[] | null {
  const parts = text
    .normalize('NFKC')
    .split(/[,;、，；]/)
    .map((part) => part.replaceAll(/\s+/g, ''))
    .filter((part) => part !== '')
  const links = parts.map((part): TypedLink | null => {
    const match = /^(\d{1,5}(?:\.\d{1,4}){0,9})(FS|SS|FF|SF)?(?:([+-])(\d{1,4})(?:d|天|工作日)?)?$/i.exec(
      part,
    )
    if (match === null) return null
    const kind = kinds[(match[2] ?? 'FS').toUpperCase()] ?? 'FS'
    const lag = Number(match[4] ?? 0)
    return { ref: match[1] ?? '', kind, lagDays: match[3] === '-' ? 0 - lag : lag }
  })
  return links.every((link) => link !== null) ? links : null
}

const kinds: Readonly<Record<string, LinkKind>> = { FS: 'FS', SS: 'SS', FF: 'FF', SF: 'SF' }
