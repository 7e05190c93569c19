import { RuleBroken } from '../domain/ruleBroken.ts'
import type { TableRow } from '../domain/table.ts'
import type { TableFormat } from '../domain/tableFile.ts'
import { csvHead, csvRow } from '../exchange/csv.ts'
import { writeFileAtomically } from '../exchange/file.ts'
import type { TableSheet } from '../exchange/tableSheet.ts'
import { writeXlsxTable } from '../exchange/xlsx.ts'
import type { RequestOutput } from '../requests/requests.ts'
import { headOf } from '../store/chain.ts'
import type { ReadDb } from '../store/database.ts'
import { getLibrary } from '../store/library.ts'
import type { Step } from '../store/verify.ts'
import type { Moment, TaskHandler } from './handler.ts'

/** A list as it stands on a screen. */
export const exportTable: TaskHandler<'exportTable'> = async function* (db, input, moment) {
  const { name, columns, rows, conditions, unit, language, paper, file, format } = input
  const sheet = listSheet(
    db,
    { title: name, columns, rowCount: rows.length, unit, language, paper },
    conditions,
    moment,
  )
  return yield* writeTable({ file, format }, sheet, rows)
}

/**
 * A workbook or CSV, as the file's extension says and, without one, the format; whole or not at all.
 * @throws RuleBroken fileNotWritable, tooManyRows
 */
export async function* writeTable(
  { file, format }: { readonly file: string; readonly format: TableFormat },
  sheet: TableSheet,
  rows: Iterable<TableRow>,
): AsyncGenerator<Step, RequestOutput<'exportTable'>> {
  const total = sheet.rowCount
  yield { done: 0, total }
  if (/\.csv$/i.test(file) || (format === 'csv' && !/\.xlsx$/i.test(file))) {
    for (const done of writeCsvTable(file, sheet, rows)) yield { done, total }
  } else {
    if (total > mostRows) throw new RuleBroken('tooManyRows', ['file'], { max: mostRows })
    for await (const done of writeXlsxTable(file, sheet, rows)) yield { done, total }
  }
  return { file, rowCount: total }
}

/** The lines above and below a list: whose it is, what it was chosen by, when, and by which head of the chain. */
export function listSheet(
  db: ReadDb,
  list: Pick<TableSheet, 'title' | 'columns' | 'rowCount' | 'unit' | 'language' | 'paper'>,
  conditions: string,
  { today }: Moment,
): TableSheet {
  const isEnglish = list.language === 'en'
  const { name } = getLibrary(db)
  const chosen = conditions === '' ? (isEnglish ? 'all' : '全部') : conditions
  return {
    ...list,
    hasFilter: true,
    lines: isEnglish
      ? [`Kept by: ${name}    Made on: ${today}`, `Shown: ${chosen}`]
      : [`编制单位：${name}    导出日期：${today}`, `筛选：${chosen}`],
    footLines: [notBooks(db, isEnglish)],
  }
}

/** 会计法 第十六条: there is one set of books, and it is not this one. */
export function notBooks(db: ReadDb, isEnglish: boolean): string {
  const { hash } = headOf(db)
  return isEnglish
    ? `Not a book of account; the finance ledger prevails. Head of the chain: ${hash}`
    : `非会计账簿，以财务账为准。账本链头：${hash}`
}

function* writeCsvTable(
  file: string,
  { columns, unit, language }: TableSheet,
  rows: Iterable<TableRow>,
): Generator<number, void> {
  const target = writeFileAtomically(file)
  try {
    target.append(csvHead(columns, unit, language))
    let count = 0
    for (const row of rows) {
      target.append(csvRow(row, columns, unit))
      count += 1
      if (count % 2000 === 0) yield count
    }
    target.finish()
  } finally {
    target.discard()
  }
}

/** A sheet ends at row 1,048,576; the lines above and below the table need a few. */
const mostRows = 1_048_500
