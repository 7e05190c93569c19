import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Route, Routes, useLocation } from 'react-router'
import { LoadState } from './parts/LoadState.tsx'
import { ScreenFault } from './parts/ScreenFault.tsx'
import { ScreenFrame } from './parts/ScreenFrame.tsx'
import { OverviewPage } from './screens/overview/OverviewPage.tsx'

/** One screen per address. 总览 is at hand at once; the others are read when they are first gone to. */
export function Screens() {
  const { pathname } = useLocation()
  return (
    <ScreenFault key={pathname}>
      <Suspense fallback={<LoadState kind="loading" />}>
        <Routes>
          <Route path="/" element={<OverviewPage />} />
          <Route path="/projects" element={<ProjectList />} />
          <Route path="/projects/:projectId" element={<ProjectPage />} />
          <Route path="/schedule" element={<SchedulePage />} />
          <Route path="/schedule/print" element={<SchedulePrint />} />
          <Route path="/schedule/board" element={<BoardPrint />} />
          <Route path="/schedule/week" element={<WeekPrint />} />
          <Route path="/money" element={<MoneyPage />} />
          <Route path="/payments" element={<PaymentPage />} />
          <Route path="/payments/batch" element={<BatchPage />} />
          <Route path="/reports" element={<ReportPage />} />
          <Route path="/import" element={<ImportPage />} />
          <Route path="/checks" element={<CheckPage />} />
          <Route path="/settings" element={<SettingPage />} />
          <Route path="*" element={<NotFound />} />
        </Routes>
      </Suspense>
    </ScreenFault>
  )
}

const ProjectList = lazy(async () => ({
  default: (await import('./screens/project/ProjectList.tsx')).ProjectList,
}))
const ProjectPage = lazy(async () => ({
  default: (await import('./screens/project/ProjectPage.tsx')).ProjectPage,
}))
const SchedulePage = lazy(async () => ({
  default: (await import('./screens/schedule/SchedulePage.tsx')).SchedulePage,
}))
const SchedulePrint = lazy(async () => ({
  default: (await import('./screens/schedule/print/SchedulePrint.tsx')).SchedulePrint,
}))
const WeekPrint = lazy(async () => ({
  default: (await import('./screens/progress/WeekPrint.tsx')).WeekPrint,
}))
const BoardPrint = lazy(async () => ({
  default: (await import('./screens/progress/BoardPrint.tsx')).BoardPrint,
}))
const MoneyPage = lazy(async () => ({ default: (await import('./screens/money/MoneyPage.tsx')).MoneyPage }))
const PaymentPage = lazy(async () => ({
  default: (await import('./screens/payment/PaymentPage.tsx')).PaymentPage,
}))
const BatchPage = lazy(async () => ({
  default: (await import('./screens/batch/BatchPage.tsx')).BatchPage,
}))
const ReportPage = lazy(async () => ({
  default: (await import('./screens/report/ReportPage.tsx')).ReportPage,
}))
const ImportPage = lazy(async () => ({
  default: (await import('./screens/import/ImportPage.tsx')).ImportPage,
}))
const CheckPage = lazy(async () => ({ default: (await import('./screens/check/CheckPage.tsx')).CheckPage }))
const SettingPage = lazy(async () => ({
  default: (await import('./screens/setting/SettingPage.tsx')).SettingPage,
}))

function NotFound() {
  const { t } = useTranslation('shell')
  return (
    <ScreenFrame title={t('notFound')}>
      <Link to="/">{t('toOverview')}</Link>
    </ScreenFrame>
  )
}
