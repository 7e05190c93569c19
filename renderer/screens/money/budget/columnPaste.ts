import type { AmountUnit, Fen } from '../../../../db/domain/fen.ts'
import { type Language, ruleText } from '../../../../db/domain/ruleText.ts'
import { typedAmount } from '../typedAmount.ts'

/** A 科目 that takes an amount. */
interface Leaf {
  readonly id: string
  readonly code: string
  readonly name: string
}

export interface PastedAmount {
  readonly lineId: string
  readonly amountFen: Fen | null
}

export interface PasteFault {
  /** Of the pasted block, from 1. */
  readonly row: number
  readonly text: string
  readonly message: string
}

/**
 * What a block copied from a workbook sets. One column goes down the leaves from where it was pasted; of several
 * columns the first names the 科目 by code or name and the last is its amount. Faults: nothing may be set.
 */
export function readPasted(
  text: string,
  leaves: readonly Leaf[],
  startId: string,
  unit: AmountUnit,
  language: Language,
): { readonly amounts: readonly PastedAmount[]; readonly faults: readonly PasteFault[] } {
  const rows = text
    .replace(/(\r?\n)+$/, '')
    .split(/\r?\n/)
    .map((row) => row.split('\t'))
  const start = leaves.findIndex(({ id }) => id === startId)
  const read = rows.map((cells, index) => {
    const isNamed = cells.length > 1
    const leaf = isNamed ? namedLeaf(leaves, cells.slice(0, -1)) : leaves[start + index]
    const typed = (cells.at(-1) ?? '').trim()
    const amount =
      typed === '' || /^[-—－]+$/.test(typed)
        ? { fen: null, fault: null }
        : typedAmount(typed, unit, 'notNegative', language)
    const message =
      amount.fault ??
      (leaf === undefined ? ruleText(isNamed ? 'budgetLineUnknown' : 'pasteTooLong', {}, language) : null)
    return { row: index + 1, text: cells.join(' ').trim(), leaf, amountFen: amount.fen, message }
  })
  return {
    amounts: read.flatMap(({ leaf, amountFen }) =>
      leaf === undefined ? [] : [{ lineId: leaf.id, amountFen }],
    ),
    faults: read.flatMap(({ row, text: cell, message }) =>
      message === null ? [] : [{ row, text: cell, message }],
    ),
  }
}

/** Is it more than one figure? A single one is typed into its field as always. */
export function isBlock(text: string): boolean {
  return /[\n\t]/.test(text.trim())
}

function namedLeaf(leaves: readonly Leaf[], names: readonly string[]) {
  const asked = names
    .map((name) => name.normalize('NFKC').replaceAll(/\s/g, ''))
    .filter((name) => name !== '')
  return leaves.find(({ code, name }) =>
    asked.some((given) => given === code || given === name || given === `${code}${name}`),
  )
}
