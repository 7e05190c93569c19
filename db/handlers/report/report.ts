import { amountInWords } from '../../domain/fen.ts'
import { mostPreviewRows, type ReportBody, reportTitle, reportUnit } from '../../domain/report/report.ts'
import { RuleBroken } from '../../domain/ruleBroken.ts'
import { columnTotals, type TableRow, type TableTotals, totalCell, totalLabel } from '../../domain/table.ts'
import type { ParsedInput } from '../../requests/requests.ts'
import { headOf } from '../../store/chain.ts'
import type { ReadDb } from '../../store/database.ts'
import { getLibrary } from '../../store/library.ts'
import type { Moment, QueryHandler, TaskHandler } from '../handler.ts'
import { notBooks, writeTable } from '../tableFile.ts'
import { reportBody } from './reportBody.ts'

/** A fixed table, as it is printed. */
export const getReport: QueryHandler<'getReport'> = (db, input, moment) => {
  const body = reportBody(db, input, moment)
  if (body.rowCount > mostPreviewRows)
    throw new RuleBroken('reportTooLong', ['report'], { count: body.rowCount, max: mostPreviewRows })
  const rows = [...body.rows]
  const totals = totalsOf(body, rows)
  return {
    report: input.report,
    title: reportTitle(input.report, input.language),
    office: getLibrary(db).name,
    period: body.period,
    unit: reportUnit(input),
    madeOn: moment.today,
    headHash: headOf(db).hash,
    columns: [...body.columns],
    rows,
    total: rows.length === 0 ? null : totalCells(body, totals, input.language),
    inWords: wordsOf(body, totals, input.language),
    gaps: [...(body.gaps ?? [])],
    notes: [...body.notes],
  }
}

/** The same table as a workbook, however many rows it has. */
export const exportReport: TaskHandler<'exportReport'> = async function* (db, input, moment) {
  const { file, language, paper, report } = input
  const unit = reportUnit(input)
  const body = reportBody(db, input, moment)
  // The line in words stands below the table, and the rows go by once only.
  const words = wordsOf(body, totalsOf(body, reportBody(db, input, moment).rows), language)
  const sheet = {
    title: reportTitle(report, language),
    lines: [headLine(db, body, input, moment)],
    columns: body.columns,
    rowCount: body.rowCount,
    footLines: [
      ...(words === null ? [] : [`合计金额（大写）：${words}`]),
      ...(body.gaps ?? []).map(({ text }) => text),
      ...body.notes,
      notBooks(db, language === 'en'),
    ],
    unit,
    language,
    paper,
    hasFilter: false,
  }
  return yield* writeTable({ file, format: 'xlsx' }, sheet, body.rows)
}

function headLine(db: ReadDb, { period }: ReportBody, input: ParsedInput<'exportReport'>, { today }: Moment) {
  const { language } = input
  const unit = reportUnit(input)
  const { name } = getLibrary(db)
  return language === 'en'
    ? `Kept by: ${name}    Period: ${period}    Unit: ${unit === 'wan' ? 'wan yuan' : 'yuan'}    Made on: ${today}`
    : `编制单位：${name}    期间：${period}    单位：${unit === 'wan' ? '万元' : '元'}    制表日期：${today}`
}

function totalsOf({ columns }: ReportBody, rows: Iterable<TableRow>): TableTotals {
  const totals = columnTotals(columns)
  for (const row of rows) totals.add(row)
  return totals.read()
}

function totalCells({ columns }: ReportBody, totals: TableTotals, language: 'zh-CN' | 'en') {
  if (!columns.some(({ isSummed }) => isSummed)) return null
  return columns.map(({ isSummed }, place) => {
    if (place === 0) return totalLabel(columns, totals, language)
    const total = totals.columns[place]
    return isSummed && total !== undefined ? totalCell(total) : null
  })
}

/** 大写; in English a reader of Chinese amounts is not expected. */
function wordsOf(
  { columns, inWords }: ReportBody,
  totals: TableTotals,
  language: 'zh-CN' | 'en',
): string | null {
  const place = columns.findIndex(({ id }) => id === inWords)
  const fen = totals.columns[place]?.fen ?? 0
  return language === 'en' || place === -1 || fen === 0 ? null : amountInWords(fen)
}
