/** What a sheet says of a row's place in its tree; null where it says nothing. */
export interface OutlineRow {
  /** 1 for the top, from a column of its own. */
  readonly level: number | null
  /** 1.2.3 · 一 · （一） · 1 */
  readonly code: string | null
  /** How far the name stands in from the left. */
  readonly indent: number
}

/**
 * How deep each row stands, 0 for the top: by the column of levels, else by codes that stand below one another, else by
 * the indents. Null where none of the three tells a tree.
 */
export function outlineDepths(rows: readonly OutlineRow[]): readonly number[] | null {
  const levels = rows.flatMap(({ level }) => level ?? [])
  if (new Set(levels).size > 1) {
    const top = Math.min(...levels)
    return held(rows, ({ level }) => (level === null ? null : level - top))
  }
  const styles: string[] = []
  const byCode = held(rows, ({ code }) => (code === null ? null : codeDepth(code, styles)))
  if (byCode.some((depth) => depth > 0)) return byCode
  return rows.some(({ indent }) => indent !== rows[0]?.indent) ? indentDepths(rows) : null
}

/**
 * Dotted codes by their dots, other styles in the order in which the sheet first uses them below one another. `styles`
 * is what was seen so far, and learns.
 */
export function codeDepth(code: string, styles: string[]): number {
  const said = code.normalize('NFKC').replaceAll(/\s/g, '')
  const dots = /^[A-Za-z]?\d+(?:[.-]\d+)+$/.test(said) ? said.split(/[.-]/).length - 1 : 0
  const style = /^[一二三四五六七八九十]+[、.]?$/.test(said)
    ? 'chinese'
    : /^\([一二三四五六七八九十]+\)$/.test(said)
      ? 'chineseInBrackets'
      : /^\(\d+\)$/.test(said)
        ? 'digitInBrackets'
        : 'digit'
  if (!styles.includes(style)) styles.push(style)
  return styles.indexOf(style) + dots
}

/** A row that says nothing stands below the last one that did. */
function held(rows: readonly OutlineRow[], depthOf: (row: OutlineRow) => number | null): number[] {
  let last: number | null = null
  return rows.map((row) => {
    const own = depthOf(row)
    if (own === null) return last === null ? 0 : last + 1
    last = own
    return own
  })
}

/** As an editor reads indented text: further in than the row above is below it. */
function indentDepths(rows: readonly OutlineRow[]): number[] {
  const open: number[] = []
  return rows.map(({ indent }) => {
    while (open.length > 0 && (open.at(-1) ?? 0) >= indent) open.pop()
    open.push(indent)
    return open.length - 1
  })
}
