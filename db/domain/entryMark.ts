import { z } from 'zod'
import type { PaymentRow } from './payment.ts'

/** How another entry stands to one: what cancels it or is cancelled by it, the right one of a wrong one, its differences. */
export const entryRelation = z.enum([
  'reversedBy',
  'reverses',
  'correctedBy',
  'corrects',
  'adjusts',
  'adjustment',
])
type EntryRelation = z.infer<typeof entryRelation>

/** What is said of an entry that another one is tied to. blue: puts right one of a year before (第五十一条). */
export type EntryMark = 'red' | 'blue' | 'reversed' | 'corrected' | 'corrects' | 'difference' | 'adjusted'

export function markOf(entry: PaymentRow): EntryMark | null {
  if (entry.reversesId !== null) return entry.correction === 'blue' ? 'blue' : 'red'
  if (entry.reversedById !== null) return entry.correctedById === null ? 'reversed' : 'corrected'
  if ((entry.adjustsId ?? null) !== null) return 'difference'
  if (entry.adjustedFen !== 0) return 'adjusted'
  return entry.correctsId === null ? null : 'corrects'
}

/** Neither cancels, nor was cancelled, nor is a difference: those are put right by their original. */
export function isReversible(entry: PaymentRow): boolean {
  const mark = markOf(entry)
  return mark === null || mark === 'corrects' || mark === 'adjusted'
}

/** The entry that the mark speaks of. */
export const toldBy: Readonly<Record<EntryMark, EntryRelation>> = {
  red: 'reverses',
  blue: 'reverses',
  reversed: 'reversedBy',
  corrected: 'correctedBy',
  corrects: 'corrects',
  difference: 'adjusts',
  adjusted: 'adjustment',
}
