import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Books } from '../../../../db/domain/books.ts'
import type { RequestOutput } from '../../../../db/requests/requests.ts'
import { useRequest } from '../../../api.ts'
import { Chart } from '../../../parts/Chart.tsx'
import { chartColors, chartFrame, moneyAxis, nameAxis } from '../../../parts/chartStyle.ts'
import { Loaded } from '../../../parts/Loaded.tsx'
import { LoadState } from '../../../parts/LoadState.tsx'
import { useAmountUnit, useAppState } from '../../../state.tsx'
import { ExportTable } from '../../export/ExportTable.tsx'
import { BookCells, BookHeads, type BookOrigins } from '../books/BookCells.tsx'
import { lineOrigins, projectOrigins } from '../books/bookOrigins.ts'
import { useBookColumns } from '../books/useBookColumns.ts'
import { ChartOrTable } from './ChartOrTable.tsx'

/** 概算, 合同, 完成投资 and 支付 side by side: of all projects, or of one project's 科目. */
export function BookChart({ projectId }: { readonly projectId: string | null }) {
  const { t } = useTranslation(['money', 'terms'])
  const unit = useAmountUnit()
  const books = useRequest('fourBooks', projectId === null ? {} : { projectId })
  return (
    <Loaded answer={books}>
      {(answer) => {
        const rows = rowsOf(answer)
        return rows.length === 0 ? (
          <LoadState kind="empty" text={t('chartNone')} />
        ) : (
          <ChartOrTable
            title={t('chartBooks')}
            lead={`${t('chartUnit', { unit: t(`terms:${unit}`) })} · ${projectId === null ? t('chartBooksOfAll') : t('chartBooksOfLines')}`}
            actions={<ExportBooks rows={rows} />}
            chart={<BookBars rows={rows} />}
            table={<BookRows rows={rows} />}
          />
        )
      }}
    </Loaded>
  )
}

interface BookRow {
  readonly key: string
  readonly name: string | null
  readonly books: Books
  readonly origins: BookOrigins
}

const shownBooks = ['budget', 'contract', 'done', 'paid'] as const

function BookBars({ rows }: { readonly rows: readonly BookRow[] }) {
  const { t } = useTranslation('money')
  const unit = useAmountUnit()
  const { theme, isProjector } = useAppState().settings
  const goTo = useNavigate()
  const option = useMemo(
    () => ({
      ...chartFrame(unit, isProjector ? 14 : 12),
      // Drawn anew when the look changes: its colours are read from the tokens.
      darkMode: theme === 'dark',
      xAxis: moneyAxis(unit),
      yAxis: { ...nameAxis(rows.map(({ name }) => name ?? t('unclassified'))), inverse: true },
      series: shownBooks.map((book) => ({
        type: 'bar' as const,
        name: t(`book.${book}Fen`),
        itemStyle: { color: chartColors[book] },
        barMaxWidth: 10,
        barGap: '10%',
        cursor: 'pointer',
        data: rows.map(({ books }) => books[`${book}Fen`]),
      })),
    }),
    [rows, unit, theme, isProjector, t],
  )
  return (
    <Chart
      label={t('chartBooks')}
      option={option}
      height={72 + rows.length * 52}
      onPoint={({ series, index }) => {
        const book = shownBooks.find((known) => t(`book.${known}Fen`) === series)
        const to = book === undefined ? undefined : rows[index]?.origins[book]
        if (to !== undefined) void goTo(to)
      }}
    />
  )
}

function ExportBooks({ rows }: { readonly rows: readonly BookRow[] }) {
  const { t } = useTranslation('money')
  const columns = useBookColumns<Books & Pick<BookRow, 'name'>>(
    t('name'),
    ({ name }) => name ?? t('unclassified'),
  )
  return (
    <ExportTable
      name={t('chartBooks')}
      columns={columns}
      rows={rows.map(({ name, books }) => ({ ...books, name }))}
    />
  )
}

function BookRows({ rows }: { readonly rows: readonly BookRow[] }) {
  const { t } = useTranslation('money')
  return (
    <div className="money-scroll">
      <table className="sheet book-table" aria-label={t('chartBooks')}>
        <BookHeads first={t('name')} />
        <tbody>
          {rows.map(({ key, name, books, origins }) => (
            <tr key={key}>
              <th scope="row">{name ?? t('unclassified')}</th>
              <BookCells books={books} origins={origins} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Projects with anything recorded; of one project the 科目 that amounts stand on. */
function rowsOf(answer: RequestOutput<'fourBooks'>): readonly BookRow[] {
  const { projectId, versionId } = answer
  if (projectId === null)
    return answer.projects.filter(hasFigure).map((project) => ({
      key: project.projectId,
      name: project.projectName,
      books: project,
      origins: projectOrigins(project.projectId),
    }))
  return answer.items
    .filter((line) => line.isLeaf && hasFigure(line))
    .map((line) => ({
      key: line.lineId ?? 'none',
      name: line.name,
      books: line,
      origins: lineOrigins(projectId, versionId, line),
    }))
}

function hasFigure({ budgetFen, contractFen, doneFen, paidFen }: Books) {
  return [budgetFen, contractFen, doneFen, paidFen].some((fen) => (fen ?? 0) !== 0)
}
