import { useTranslation } from 'react-i18next'
import { useAllPages, useRequest } from '../../../api.ts'
import { Loaded } from '../../../parts/Loaded.tsx'
import type { MoneyTabProps } from '../MoneyPage.tsx'
import { BookFunds } from './BookFunds.tsx'
import { CostClasses } from './CostClasses.tsx'
import { LineBooks } from './LineBooks.tsx'
import { PortfolioBooks } from './PortfolioBooks.tsx'

/** 四本账 of a project by 科目, or of all projects; its funds beside. */
export function BookTab({ view, projects }: MoneyTabProps) {
  const { t } = useTranslation('money')
  const { projectId } = view
  const books = useRequest('fourBooks', projectId === null ? {} : { projectId })
  const versions = useAllPages(
    'listBudgetVersions',
    { projectId: projectId ?? '' },
    { isEnabled: projectId !== null },
  ).data
  const project = projects.find(({ id }) => id === projectId)
  const limit = versions?.find(({ isLimit }) => isLimit)
  return (
    <div className="money-books">
      <Loaded answer={books}>
        {(answer) =>
          projectId === null ? (
            <PortfolioBooks books={answer} listed={projects} />
          ) : (
            <LineBooks
              books={answer}
              project={project}
              projectId={projectId}
              lead={
                limit === undefined
                  ? t('noLimit')
                  : t('limitIs', {
                      kind: t(`budgetKind.${limit.kind}`),
                      no: limit.approvalNo ?? '',
                      on: limit.approvedOn ?? '',
                    })
              }
            />
          )
        }
      </Loaded>
      <BookFunds projectId={projectId} />
      {projectId !== null && (
        <CostClasses projectId={projectId} paid={project === undefined ? [] : [project]} />
      )}
    </div>
  )
}
