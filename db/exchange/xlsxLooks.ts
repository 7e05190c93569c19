/** How a cell is shown, where that says more than what it holds: 2025年3月 is a day underneath. */
export interface CellLook {
  readonly precision: 'year' | 'month' | null
  /** Steps from the left. */
  readonly indent: number
}

/** The looks of a sheet's cells by their references (B7), from the XML of the styles and of the sheet. */
export function cellLooks(styles: string, sheet: string): ReadonlyMap<string, CellLook> {
  const looks = stylesOf(styles)
  const found = new Map<string, CellLook>()
  if (looks.every((look) => look === null)) return found
  for (const [, attributes = ''] of sheet.matchAll(/<(?:\w+:)?c\s([^<>]{1,200})>/g)) {
    const ref = /(?:^|\s)r="([A-Z]{1,3}\d{1,7})"/.exec(attributes)?.[1]
    const look = looks[Number(/(?:^|\s)s="(\d{1,6})"/.exec(attributes)?.[1])] ?? null
    if (ref !== undefined && look !== null) found.set(ref, look)
  }
  return found
}

/** By number of style; null where the look says nothing more. */
function stylesOf(xml: string): (CellLook | null)[] {
  const codes = new Map(
    [...xml.matchAll(/<(?:\w+:)?numFmt\s([^<>]{1,2000})>/g)].flatMap(([, attributes = '']) => {
      const id = /(?:^|\s)numFmtId="(\d{1,6})"/.exec(attributes)?.[1]
      const code = /(?:^|\s)formatCode="([^"]*)"/.exec(attributes)?.[1]
      return id === undefined || code === undefined ? [] : [[Number(id), code] as const]
    }),
  )
  const [, list = ''] = /<(?:\w+:)?cellXfs[^>]*>([\s\S]*?)<\/(?:\w+:)?cellXfs>/.exec(xml) ?? []
  return [...list.matchAll(/<(?:\w+:)?xf\s([^<>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?xf>)/g)].map(
    ([, attributes = '', inner = '']) => {
      const id = Number(/(?:^|\s)numFmtId="(\d{1,6})"/.exec(attributes)?.[1] ?? 0)
      const code = codes.get(id)
      const precision = code === undefined ? builtInPrecision(id) : precisionOf(code)
      const indent = Number(/(?:^|\s)indent="(\d{1,3})"/.exec(inner)?.[1] ?? 0)
      return precision === null && indent === 0 ? null : { precision, indent }
    },
  )
}

function precisionOf(code: string): CellLook['precision'] {
  const plain = code.replaceAll(/&quot;[\s\S]*?&quot;|"[^"]*"|\[[^\]]*\]|\\./g, '').toLowerCase()
  if (!plain.includes('y') || plain.includes('d')) return null
  return plain.includes('m') ? 'month' : 'year'
}

/** ECMA-376 18.8.30: mmm-yy, and what the numbers kept for languages mean in Chinese (yyyy年m月). */
function builtInPrecision(id: number): CellLook['precision'] {
  return [17, 27, 36, 50, 52, 57].includes(id) ? 'month' : null
}
