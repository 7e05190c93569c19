import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type AmountUnit, formatFen } from '../../../db/domain/fen.ts'
import type { Report } from '../../../db/domain/report/report.ts'
import { groupSpans, headOf, labelSpan, type TableCell, type TableColumn } from '../../../db/domain/table.ts'
import type { RequestInput } from '../../../db/requests/requests.ts'
import { entered } from '../../parts/Amount.tsx'
import { useLanguage } from '../../state.tsx'
import { reportOrigin } from './reportOrigin.ts'

interface ReportSheetProps {
  /** What was asked for: where its figures come from. */
  readonly input: RequestInput<'getReport'>
  readonly report: Report
  readonly paper: 'A4' | 'A3'
}

/** The table on its paper. Its head, and the line that says what it is not, are repeated on every page. */
export function ReportSheet({ input, report, paper }: ReportSheetProps) {
  const { t } = useTranslation(['report', 'terms'])
  const { columns, rows, total, gaps, notes, inWords, unit } = report
  return (
    <article className={`report-paper is-${paper}`} aria-label={report.title}>
      <h2 className="report-title">{report.title}</h2>
      <dl className="report-facts">
        <Fact name={t('office')} value={report.office} />
        <Fact name={t('period')} value={report.period} />
        <Fact name={t('unit')} value={t(`terms:${unit}`)} />
        <Fact name={t('madeOn')} value={report.madeOn} />
      </dl>
      <table className="report-table" aria-label={report.title}>
        <Heads columns={columns} unit={unit} />
        <tbody>
          {rows.map((row, place) => (
            <tr key={String(place)} className={row.sums === null ? '' : 'is-sum'}>
              {columns.map((column, at) => (
                <Cell
                  key={column.id}
                  column={column}
                  cell={row.cells[at] ?? null}
                  unit={unit}
                  indent={at === 0 ? row.level : 0}
                  to={row.of === undefined ? undefined : reportOrigin(input, column.id, row.of)}
                />
              ))}
            </tr>
          ))}
          {rows.length === 0 && (
            <tr>
              <td colSpan={columns.length} className="report-none">
                {t('none')}
              </td>
            </tr>
          )}
          {total !== null && <Total input={input} columns={columns} cells={total} unit={unit} />}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={columns.length}>
              <span>{t('terms:notBooks')}</span>
              <span>
                {t('head')} <code>{report.headHash}</code>
              </span>
              <span>{report.madeOn}</span>
            </td>
          </tr>
        </tfoot>
      </table>
      <div className="report-notes">
        {inWords !== null && <p>{t('inWords', { words: inWords })}</p>}
        {gaps.map(({ planId, text }) => (
          <p key={planId}>
            <Link className="report-gap" to={`/checks?planId=${encodeURIComponent(planId)}`}>
              {text}
            </Link>
          </p>
        ))}
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
        <p className="report-hands">
          <span>{t('maker')}</span>
          <span>{t('checker')}</span>
          <span>{t('approver')}</span>
        </p>
      </div>
    </article>
  )
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function Heads({ columns, unit }: { readonly columns: readonly TableColumn[]; readonly unit: AmountUnit }) {
  const language = useLanguage()
  // The unit stands once, above the table.
  const head = (column: TableColumn) =>
    column.kind === 'money' ? column.title : headOf(column, unit, language)
  const spans = groupSpans(columns)
  if (spans.every(({ group }) => group === null))
    return (
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.id} scope="col">
              {head(column)}
            </th>
          ))}
        </tr>
      </thead>
    )
  return (
    <thead>
      <tr>
        {spans.map(({ group, from, to }) => {
          const column = columns[from]
          return group === null && column !== undefined ? (
            <th key={String(from)} scope="col" rowSpan={2}>
              {head(column)}
            </th>
          ) : (
            <th key={String(from)} scope="colgroup" colSpan={to - from + 1}>
              {group}
            </th>
          )
        })}
      </tr>
      <tr>
        {columns
          .filter(({ group }) => group !== null)
          .map((column) => (
            <th key={column.id} scope="col">
              {head(column)}
            </th>
          ))}
      </tr>
    </thead>
  )
}

function Total({
  input,
  columns,
  cells,
  unit,
}: {
  readonly input: RequestInput<'getReport'>
  readonly columns: readonly TableColumn[]
  readonly cells: readonly TableCell[]
  readonly unit: AmountUnit
}) {
  const covered = labelSpan(columns)
  const whole = input.projectId === undefined ? {} : { projectId: input.projectId }
  return (
    <tr className="is-total">
      <th scope="row" colSpan={covered}>
        {cells[0]}
      </th>
      {columns.slice(covered).map((column, at) => (
        <Cell
          key={column.id}
          column={column}
          cell={cells[covered + at] ?? null}
          unit={unit}
          indent={0}
          to={reportOrigin(input, column.id, whole)}
        />
      ))}
    </tr>
  )
}

interface CellProps {
  readonly column: TableColumn
  readonly cell: TableCell
  readonly unit: AmountUnit
  readonly indent: number
  /** Where the figure comes from: on the screen it opens that. */
  readonly to: string | undefined
}

function Cell({ column: { kind, title }, cell, unit, indent, to }: CellProps) {
  const { t } = useTranslation('report')
  if (typeof cell === 'number') {
    const figure = kind === 'money' ? formatFen(cell, unit) : kind === 'pct' ? cell.toFixed(2) : String(cell)
    return (
      <td
        className={kind === 'money' ? 'is-figure' : 'is-figure is-share'}
        {...(to === undefined && kind === 'money' ? entered : {})}
      >
        {to === undefined ? (
          figure
        ) : (
          <Link className="figure-origin" to={to} aria-label={`${figure}，${t('openOrigin', { title })}`}>
            {figure}
          </Link>
        )}
      </td>
    )
  }
  const isFigure = kind === 'money' || kind === 'pct' || kind === 'count'
  return (
    <td
      className={isFigure ? 'is-figure is-word' : kind === 'text' && !isShort(cell) ? '' : 'is-nowrap'}
      style={indent === 0 ? undefined : { paddingInlineStart: `${String(4 + indent * 12)}px` }}
    >
      {kind === 'text' ? <Words words={cell} title={title} to={to} /> : cell}
    </td>
  )
}

interface WordsProps {
  readonly words: string | null
  readonly title: string
  readonly to: string | undefined
}

/** Words that hold figures, such as the sources of a year, open where these come from. */
function Words({ words, title, to }: WordsProps) {
  const { t } = useTranslation('report')
  if (to === undefined || words === null) return words
  return (
    <Link className="report-gap" to={to} aria-label={`${words}，${t('openOrigin', { title })}`}>
      {words}
    </Link>
  )
}

/** 履行中, 2025-2027: broken in two it is read as two. */
function isShort(cell: string | null): boolean {
  return cell === null || /^([ -~]{1,12}|.{1,4})$/u.test(cell)
}
