import type { Merge } from '../domain/import/grid.ts'
import { maxColumns, maxRows } from './sheetBounds.ts'

/** A1:C2 as rows and columns; null where it is no area of a sheet that is read. */
export function mergeOf(ref: string): Merge | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(ref)
  if (match === null) return null
  const [, left = '', top = '', right = '', bottom = ''] = match
  const merge = {
    top: Number(top),
    bottom: Number(bottom),
    left: columnOf(left),
    right: Math.min(columnOf(right), maxColumns - 1),
  }
  const isWhole = merge.top <= merge.bottom && merge.left <= merge.right && merge.bottom <= maxRows
  return isWhole ? merge : null
}

function columnOf(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
