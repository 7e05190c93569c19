import './work.css'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { localDay } from '../../../../db/domain/day.ts'
import { useRequest } from '../../../api.ts'
import { Block } from '../../../parts/Block.tsx'
import { Loaded } from '../../../parts/Loaded.tsx'
import { LoadState } from '../../../parts/LoadState.tsx'
import type { MoneyTabProps } from '../MoneyPage.tsx'
import { ExportWork } from './ExportWork.tsx'
import { WorkGrid } from './WorkGrid.tsx'

/** 完成投资 of one project: all its contracts, month by month, typed as in a workbook. */
export function WorkTab({ view, show, projects, closedWhy }: MoneyTabProps) {
  const { t } = useTranslation('money')
  const { projectId } = view
  const thisYear = Number(localDay(new Date()).slice(0, 4))
  const asked = Number(view.year ?? '')
  const year = asked >= 1900 && asked <= 2999 ? asked : thisYear
  const grid = useRequest(
    'progressGrid',
    { projectId: projectId ?? '', year },
    { isEnabled: projectId !== null, keepsPrevious: true },
  )
  if (projectId === null) return <LoadState kind="empty" text={t('chooseProjectWork')} />
  const known = grid.data?.years ?? []
  const years = [...new Set([...known, year, thisYear, year - 1, year + 1])].filter((one) => one <= thisYear)
  return (
    <Block
      title={t('tab.work')}
      lead={t('gridLead')}
      actions={
        <>
          {(grid.data?.items.length ?? 0) > 0 && grid.data !== undefined && (
            <ExportWork grid={grid.data} project={projects.find(({ id }) => id === projectId)?.name} />
          )}
          <Select
            size="small"
            className="work-year"
            aria-label={t('year')}
            value={year}
            onChange={(chosen) => show({ year: String(chosen) })}
            options={years
              .toSorted((a, b) => b - a)
              .map((value) => ({ value, label: t('yearOf', { year: value }) }))}
          />
        </>
      }
    >
      <Loaded answer={grid}>
        {(answer) =>
          answer.items.length === 0 ? (
            <LoadState kind="empty" text={t('gridNone')} />
          ) : (
            <WorkGrid
              grid={answer}
              isClosed={closedWhy !== null}
              onEntries={(entries) => show({ ...noEntries, ...entries })}
            />
          )
        }
      </Loaded>
    </Block>
  )
}

const noEntries = { entries: null, entriesOf: null, lineKey: null, from: null, to: null }
