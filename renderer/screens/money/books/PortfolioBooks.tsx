import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { sumOfBooks } from '../../../../db/domain/books.ts'
import type { RequestOutput } from '../../../../db/requests/requests.ts'
import { useAllPages } from '../../../api.ts'
import { Block } from '../../../parts/Block.tsx'
import { ExportTable } from '../../export/ExportTable.tsx'
import type { MoneyTabProps } from '../MoneyPage.tsx'
import { moneyAddress } from '../useMoneyView.ts'
import { BookCells, BookHeads, BrokenLimits } from './BookCells.tsx'
import { portfolioOrigins, projectOrigins } from './bookOrigins.ts'
import { type ShownBooks, shownBooks } from './shownBooks.ts'
import { useBookColumns } from './useBookColumns.ts'

/** A plan, or a project below it. */
interface Named extends ShownBooks {
  readonly name: string
  readonly depth: number
}

interface Props {
  readonly books: RequestOutput<'fourBooks'>
  readonly listed: MoneyTabProps['projects']
}

/** The books of all projects, under the plan that each belongs to; sums leave the unknown out and say so. */
export function PortfolioBooks({ books, listed }: Props) {
  const { t } = useTranslation('money')
  const plans = useAllPages('listPlans', {}).data ?? []
  const countOf = new Map(listed.map(({ id, paymentCount }) => [id, paymentCount]))
  const paidFor = (projects: typeof books.projects) =>
    projects.map(({ projectId }) => ({ paymentCount: countOf.get(projectId) ?? 0 }))
  const groups = [...Map.groupBy(books.projects, ({ planId }) => planId)]
  const { budget, contract, done } = books.unknown
  const nameOf = (planId: string | null) => plans.find(({ id }) => id === planId)?.name ?? t('noPlan')
  const exported = useBookColumns<Named>(t('project'), ({ name }) => name)
  return (
    <Block
      title={t('booksTitle')}
      lead={t('unknownCounts', { budget, contract, done })}
      actions={
        <ExportTable
          name={t('booksTitle')}
          columns={exported}
          rows={groups.flatMap(([planId, projects]) => [
            { ...shownBooks(sumOfBooks(projects), paidFor(projects)), name: nameOf(planId), depth: 0 },
            ...projects.map((project) => ({
              ...shownBooks(project, paidFor([project])),
              name: project.projectName,
              depth: 1,
            })),
          ])}
          depthOf={({ depth }) => depth}
        />
      }
    >
      <div className="money-scroll">
        <table className="sheet book-table" aria-label={t('booksTitle')}>
          <BookHeads first={t('project')} />
          <tbody>
            <tr className="book-total">
              <th scope="row">
                {t('total')} <BrokenLimits books={books.total} />
              </th>
              <BookCells
                books={shownBooks(books.total, listed)}
                origins={portfolioOrigins(null)}
                budgetParts={budgetPartsOf(books.projects)}
              />
            </tr>
          </tbody>
          {groups.map(([planId, projects]) => (
            <tbody key={planId ?? 'none'}>
              <tr className="book-group">
                <th scope="row">{nameOf(planId)}</th>
                <BookCells
                  books={shownBooks(sumOfBooks(projects), paidFor(projects))}
                  origins={planId === null ? {} : portfolioOrigins(planId)}
                  budgetParts={budgetPartsOf(projects)}
                />
              </tr>
              {projects.map((project) => (
                <tr key={project.projectId}>
                  <th scope="row" className="book-project">
                    <Link to={moneyAddress({ projectId: project.projectId })}>{project.projectName}</Link>{' '}
                    <BrokenLimits books={project} />
                  </th>
                  <BookCells
                    books={shownBooks(project, paidFor([project]))}
                    origins={projectOrigins(project.projectId)}
                  />
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </Block>
  )
}

/** The 概算 of each project that has one. */
function budgetPartsOf(projects: RequestOutput<'fourBooks'>['projects']) {
  return projects.flatMap(({ projectId, projectName: name, budgetFen: fen }) =>
    fen === null ? [] : [{ name, sign: '+' as const, fen, to: moneyAddress({ tab: 'budgets', projectId }) }],
  )
}
