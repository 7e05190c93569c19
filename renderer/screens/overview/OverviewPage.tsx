import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAllPages, useCommand } from '../../api.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { LoadState } from '../../parts/LoadState.tsx'
import { ScreenFrame } from '../../parts/ScreenFrame.tsx'
import { useMay } from '../../state.tsx'
import { AlertList } from '../alert/AlertList.tsx'
import { PlanBlock } from './PlanBlock.tsx'
import { ProjectSheet } from './ProjectSheet.tsx'

/** How much, what gap, what is red; then every project in one row. */
export function OverviewPage() {
  const { t } = useTranslation('overview')
  const plans = useAllPages('listPlans', {})
  const projects = useAllPages('listProjects', {})
  const alerts = useAllPages('listAlerts', { state: 'all' })
  const isKnown = plans.data !== undefined && projects.data !== undefined
  const lead = isKnown ? t('lead', { plans: plans.data.length, projects: projects.data.length }) : null
  return (
    <ScreenFrame title={t('title')} lead={lead}>
      <Loaded answer={plans}>
        {(known) =>
          known.length === 0 && projects.data?.length === 0 ? (
            <NoPlans />
          ) : (
            <>
              <div className="plan-blocks">
                {known.map((plan) => (
                  <PlanBlock key={plan.id} plan={plan} />
                ))}
              </div>
              <div className="overview-rows">
                <Loaded answer={projects}>
                  {(rows) => (
                    <ProjectSheet
                      plans={known}
                      projects={rows}
                      alerts={(alerts.data ?? []).filter(({ acknowledged }) => acknowledged === null)}
                    />
                  )}
                </Loaded>
                <Loaded answer={alerts}>{(items) => <AlertList title={t('alerts')} alerts={items} />}</Loaded>
              </div>
            </>
          )
        }
      </Loaded>
    </ScreenFrame>
  )
}

function NoPlans() {
  const { t } = useTranslation('overview')
  const loadPlans = useCommand('loadPlans')
  const may = useMay('loadPlans')
  return (
    <>
      {loadPlans.error !== null && <ErrorNotice error={loadPlans.error.error} />}
      <LoadState
        kind="empty"
        text={t('noPlans')}
        action={
          may && (
            <Button type="primary" loading={loadPlans.isPending} onClick={() => loadPlans.mutate({})}>
              {t('loadPlans')}
            </Button>
          )
        }
      />
    </>
  )
}
