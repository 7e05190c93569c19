import './filters.css'
import { Button, Select } from 'antd'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { localDay } from '../../../db/domain/day.ts'
import type { ListPayments } from '../../../db/domain/payment.ts'
import type { ProjectRow } from '../../../db/domain/project.ts'
import { LinkedFilters } from './LinkedFilters.tsx'
import { MoreFilters } from './MoreFilters.tsx'
import { ProjectPicker } from './ProjectPicker.tsx'
import { isFiltered, type PaymentFilter, periodOf, quickPeriods } from './paymentView.ts'
import { AmountFilter, DayFilter } from './RangeFilter.tsx'
import { PayeeFilter, SearchFilter } from './SearchFilter.tsx'

interface Props {
  readonly view: ListPayments
  readonly projects: readonly ProjectRow[]
  readonly onFilter: (change: Partial<PaymentFilter>) => void
  readonly onClear: () => void
}

/** Every filter of the ledger; the address holds them. Drawn again only when one changes. */
export const PaymentFilterBar = memo(FilterBar)

function FilterBar({ view, projects, onFilter, onClear }: Props) {
  const { t } = useTranslation('payment')
  const planName = projects.find((project) => project.planId === view.planId)?.planName ?? null
  const isRangeReversed =
    (view.from !== undefined && view.to !== undefined && view.from > view.to) ||
    (view.minFen !== undefined && view.maxFen !== undefined && view.minFen > view.maxFen)
  return (
    <search className="payment-filter is-screen-only" aria-label={t('filter')}>
      <div className="filter-line">
        <span className="filter-project">
          <ProjectPicker
            projects={projects}
            value={view.projectId ?? ''}
            canClear
            onChange={(projectId) => {
              onFilter({ projectId: projectId === '' ? undefined : projectId })
            }}
            select={{ 'aria-label': t('project'), placeholder: t('allProjects') }}
          />
        </span>
        <PayeeFilter
          label={t('payee')}
          placeholder={t('anyPayee')}
          value={view.payee ?? ''}
          onChange={(payee) => {
            onFilter({ payee: payee === '' ? undefined : payee })
          }}
        />
        <SearchFilter
          label={t('text')}
          placeholder={t('textHint')}
          value={view.text ?? ''}
          onChange={(text) => {
            onFilter({ text: text === '' ? undefined : text })
          }}
        />
        <Select
          className="filter-reversals"
          aria-label={t('reversals')}
          value={view.reversals}
          onChange={(reversals) => {
            onFilter({ reversals })
          }}
          options={[
            { value: 'all' as const, label: t('reversalsAll') },
            { value: 'none' as const, label: t('reversalsNone') },
            { value: 'only' as const, label: t('reversalsOnly') },
          ]}
        />
      </div>
      <div className="filter-line">
        <DayFilter
          label={`${t('period')} ${t('from')}`}
          placeholder={`${t('period')} ${t('from')}`}
          value={view.from}
          onChange={(from) => {
            onFilter({ from })
          }}
        />
        <span aria-hidden="true">–</span>
        <DayFilter
          label={`${t('period')} ${t('to')}`}
          placeholder={t('to')}
          value={view.to}
          onChange={(to) => {
            onFilter({ to })
          }}
        />
        <span className="filter-quick">
          {quickPeriods.map((name) => {
            const period = periodOf(name, localDay(new Date()))
            const isChosen = view.from === period.from && view.to === period.to
            return (
              <Button
                key={name}
                size="small"
                type={isChosen ? 'primary' : 'default'}
                aria-pressed={isChosen}
                onClick={() => {
                  onFilter(isChosen ? { from: undefined, to: undefined } : period)
                }}
              >
                {t(name)}
              </Button>
            )
          })}
        </span>
        <AmountFilter
          label={t('minAmount')}
          placeholder={t('minAmount')}
          value={view.minFen}
          onChange={(minFen) => {
            onFilter({ minFen })
          }}
        />
        <span aria-hidden="true">–</span>
        <AmountFilter
          label={t('maxAmount')}
          placeholder={t('maxAmount')}
          value={view.maxFen}
          onChange={(maxFen) => {
            onFilter({ maxFen })
          }}
        />
        <MoreFilters view={view} onFilter={onFilter} />
        {view.planId !== undefined && (
          <span className="tag is-accent">
            {planName === null ? t('planFilter') : t('plan', { name: planName })}
          </span>
        )}
        <LinkedFilters view={view} onFilter={onFilter} />
        {isRangeReversed && <span className="amber">{t('reversedRange')}</span>}
        <Button size="small" type="link" disabled={!isFiltered(view)} onClick={onClear}>
          {t('clearAll')}
        </Button>
      </div>
    </search>
  )
}
