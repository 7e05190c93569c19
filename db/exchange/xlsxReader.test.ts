import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { writeXlsxStream } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import type { Cell, GridRow } from '../domain/import/grid.ts'
import { messyPayments } from '../fixture/messyWorkbook.ts'
import { temporaryFolder } from '../fixture/temporaryLibrary.ts'
import { openWorkbook } from './xlsxReader.ts'

async function rowsOf(bytes: Uint8Array): Promise<readonly GridRow[]> {
  const workbook = await openWorkbook(Buffer.from(bytes))
  const rows: GridRow[] = []
  for await (const read of workbook.read(workbook.sheets[0] ?? '')) rows.push(...read)
  return rows
}

/** A workbook whose one sheet is this XML, with these texts to share. */
function bookOf(sheet: string, texts: readonly string[] = []): Uint8Array {
  const parts = {
    'xl/workbook.xml': '<workbook><sheets><sheet name="表" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': sheet,
    'xl/sharedStrings.xml': `<sst>${texts.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="171" formatCode="[Red]#,##0&quot;day&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>',
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
}

const data = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`

test('what any writer wrote is read as it was written: texts, figures, days, gaps', async () => {
  const cell: fc.Arbitrary<Cell> = fc.oneof(
    fc.constant(null),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: fc.constantFrom('&', '<', '"', '_', 'x', '甲', '0', '4', '1', ' ') }),
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }),
    fc.integer({ min: -999_999_999, max: 999_999_999 }).map((figure) => figure / 100),
    fc.boolean(),
  )
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(rows, async (written) => {
      const bytes = new Uint8Array(
        await new Response(writeXlsxStream(written, { name: '支付', columns: [] })).arrayBuffer(),
      )
      const excel = new ExcelJS.Workbook()
      await excel.xlsx.load(bytes.buffer)
      expect(await rowsOf(bytes)).toEqual(byExcelJs(excel))
    }),
    { numRuns: 60 },
  )
}, 60_000)

/** As ExcelJS finds them. */
function byExcelJs(workbook: ExcelJS.Workbook): GridRow[] {
  const rows: GridRow[] = []
  workbook.worksheets[0]?.eachRow((row, number) => {
    const cells: Cell[] = []
    row.eachCell({ includeEmpty: true }, ({ value }) => {
      const isText = typeof value === 'string'
      cells.push(isText ? (value.trim() === '' ? null : value) : plain(value))
    })
    while (cells.length > 0 && cells.at(-1) === null) cells.pop()
    if (cells.length > 0) rows.push({ number, cells })
  })
  return rows
}

function plain(value: ExcelJS.CellValue): Cell {
  return typeof value === 'number' || typeof value === 'boolean' ? value : null
}

test('a workbook as an office keeps it reads the same as by ExcelJS: heads, shared texts, merged cells', async () => {
  const file = join(temporaryFolder(), '支付台账.xlsx')
  await messyPayments(file)
  const workbook = await openWorkbook(readFileSync(file))
  const excel = new ExcelJS.Workbook()
  await excel.xlsx.readFile(file)
  for (const sheet of excel.worksheets) {
    const texts: string[] = []
    for await (const rows of workbook.read(sheet.name))
      for (const { number, cells } of rows)
        cells.forEach((cell, column) => {
          if (typeof cell === 'string') texts.push(`${String(number)} ${String(column)} ${cell}`)
        })
    const merged = sheet.model.merges.length
    expect(workbook.shapeOf(sheet.name).merges).toHaveLength(merged)
    const expected: string[] = []
    sheet.eachRow((row, number) => {
      row.eachCell((cell, column) => {
        if (cell.isMerged && cell.master !== cell) return
        const value = cell.value instanceof Date ? cell.value.toISOString().slice(0, 10) : cell.value
        if (typeof value === 'string' && value.trim() !== '')
          expected.push(`${String(number)} ${String(column - 1)} ${value}`)
      })
    })
    expect(texts).toEqual(expected)
  }
})

test('rows and cells that do not say where they stand follow the one before', async () => {
  expect(
    await rowsOf(
      bookOf(
        data(
          '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row/><row><c><v>4</v></c></row>',
        ),
      ),
    ),
  ).toEqual([
    { number: 1, cells: [1, null, null, 2, 3] },
    { number: 3, cells: [4] },
  ])
})

test('a style of a day makes a day of a figure; a unit that says day, or red, does not', async () => {
  const cells =
    '<c s="1"><v>45356</v></c><c s="2"><v>45356.999999999</v></c><c s="3"><v>45356</v></c><c s="0"><v>45356</v></c>'
  expect(await rowsOf(bookOf(data(`<row r="1">${cells}</row>`)))).toEqual([
    { number: 1, cells: ['2024-03-05', '2024-03-06', 45356, 45356] },
  ])
})

test('prefixes, comments, CDATA, rich text and reading aids are what XML and Excel mean by them', async () => {
  const sheet = `<?xml version="1.0"?><x:worksheet><x:sheetData><x:row r='2'><x:c r="A2" t="s"><x:v>0</x:v></x:c><!-- > <row> --><x:c r="B2" t="inlineStr"><x:is><x:r><x:t>进<![CDATA[<度>]]></x:t></x:r><x:r><x:t>款</x:t></x:r><x:rPh><x:t>jin</x:t></x:rPh></x:is></x:c><x:c r="C2" t="str"><x:f>A1&amp;"&gt;"</x:f><x:v>a &lt; b_x000A_</x:v></x:c><x:c r="D2" t="b"><x:v>1</x:v></x:c><x:c r="E2" t="e"><x:v>#REF!</x:v></x:c></x:row></x:sheetData></x:worksheet>`
  const shared =
    '<r><rPr><b/></rPr><t>荷塘</t></r><r><t xml:space="preserve"> 项目</t></r><rPh sb="0"><t>he</t></rPh>'
  expect(await rowsOf(bookOf(sheet, [shared]))).toEqual([
    { number: 2, cells: ['荷塘 项目', '进<度>款', 'a < b\n', true, '#REF!'] },
  ])
})

test('figures are read to the last digit, whatever their notation', async () => {
  const written = ['0.1', '-1234567.89', '1E3', '1.7976931348623157e308', '123456789012345678', '.5', '12.']
  const cells = written.map((figure) => `<c><v>${figure}</v></c>`).join('')
  expect(await rowsOf(bookOf(data(`<row>${cells}</row>`)))).toEqual([
    { number: 1, cells: written.map(Number) },
  ])
})

test.each([
  ['a definition inside a sheet', '<!DOCTYPE a><worksheet/>', 'importEntities'],
  [
    'rows that go back',
    data('<row r="5"><c><v>1</v></c></row><row r="4"><c><v>1</v></c></row>'),
    'importUnreadable',
  ],
  [
    'a sheet that ends in the middle',
    '<worksheet><sheetData><row r="1"><c><v>1</v></c></row>',
    'importUnreadable',
  ],
  ['a tag that does not end', data('<row r="1"><c><v>1</v></c></row><row r="2'), 'importUnreadable'],
  ['a cell beyond the last column', data('<row r="1"><c r="XFE1"><v>1</v></c></row>'), 'importUnreadable'],
  ['a row too wide', data('<row r="1"><c r="ZZ1"><v>1</v></c></row>'), 'importTooWide'],
  ['too many rows', data('<row r="200001"><c><v>1</v></c></row>'), 'importTooManyRows'],
])('%s is refused', async (_what, sheet, code) => {
  await expect(rowsOf(bookOf(sheet))).rejects.toMatchObject({ code })
})

test('however a sheet is cut into pieces, it reads the same', async () => {
  const long = Array.from(
    { length: 30_000 },
    (_, row) =>
      `<row r="${String(row + 1)}"><c t="inlineStr"><is><t>第${String(row)}行·合成</t></is></c><c><v>${String(row / 8)}</v></c></row>`,
  )
  const rows = await rowsOf(bookOf(data(long.join(''))))
  expect(rows).toHaveLength(30_000)
  expect(
    rows.every(
      ({ number, cells }) => cells[0] === `第${String(number - 1)}行·合成` && cells[1] === (number - 1) / 8,
    ),
  ).toBe(true)
})
