import {
  AccountBookOutlined,
  AuditOutlined,
  BarChartOutlined,
  DashboardOutlined,
  ProjectOutlined,
  SettingOutlined,
  TableOutlined,
} from '@ant-design/icons'
import { App } from 'antd'
import { memo, type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import type { Actor } from '../db/domain/actor.ts'
import type { LibraryState } from '../db/requests/wire.ts'
import { CutTail } from './CutTail.tsx'
import { useMenu } from './menu.ts'
import { usePainted } from './painted.ts'
import { Screens } from './Screens.tsx'
import { ShellFoot } from './ShellFoot.tsx'
import { ShellTop } from './ShellTop.tsx'
import { useAppState } from './state.tsx'

interface ShellProps {
  readonly file: string
  readonly viewOnly: LibraryState['viewOnly']
  readonly actor: Actor
}

/** The window with a library open: side bar, top bar, the screen, and the line that every print carries. */
export function Shell({ file, viewOnly, actor }: ShellProps) {
  const { t } = useTranslation(['shell', 'terms'])
  return (
    <div className="shell">
      <Ears />
      <a
        className="skip"
        href="#screen"
        onClick={(event) => {
          event.preventDefault()
          document.getElementById('screen')?.focus()
        }}
      >
        {t('skip')}
      </a>
      <ShellTop file={file} viewOnly={viewOnly} actor={actor} />
      <CutTail />
      <Side />
      <main className="shell-screen" id="screen" tabIndex={-1}>
        <Screens />
      </main>
      <ShellFoot file={file} />
    </div>
  )
}

/** What the window hears besides: not drawn, and the window is not drawn again for it. */
function Ears() {
  useRefusedLibrary()
  useMenu()
  usePainted()
  return null
}

const Side = memo(SideBar)

function SideBar() {
  const { t } = useTranslation(['shell', 'terms'])
  return (
    <nav className="shell-side" aria-label={t('screens')}>
      <div className="shell-name">{t('terms:appName')}</div>
      <ul>
        {entries.map(({ to, name, icon }) => (
          <li key={to}>
            <NavLink to={to} end={to === '/'}>
              {icon}
              <span>{t(name)}</span>
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Another library did not open, and the one before is open still: says so without taking the screen. */
function useRefusedLibrary() {
  const { openError } = useAppState()
  const { notification } = App.useApp()
  useEffect(() => {
    // The state brings each refusal once; a later one takes the place of the one before.
    if (openError !== null)
      notification.error({
        key: refusedLibrary,
        title: openError.file,
        description: openError.error.message,
        duration: 0,
        placement: 'bottomRight',
      })
  }, [openError, notification])
}

const refusedLibrary = 'refusedLibrary'

interface Entry {
  readonly to: string
  readonly name: 'overview' | 'projects' | 'schedule' | 'money' | 'payments' | 'checks' | 'settings'
  readonly icon: ReactNode
}

const entries: readonly Entry[] = [
  { to: '/', name: 'overview', icon: <DashboardOutlined aria-hidden /> },
  { to: '/projects', name: 'projects', icon: <ProjectOutlined aria-hidden /> },
  { to: '/schedule', name: 'schedule', icon: <BarChartOutlined rotate={90} aria-hidden /> },
  { to: '/money', name: 'money', icon: <AccountBookOutlined aria-hidden /> },
  { to: '/payments', name: 'payments', icon: <TableOutlined aria-hidden /> },
  { to: '/checks', name: 'checks', icon: <AuditOutlined aria-hidden /> },
  { to: '/settings', name: 'settings', icon: <SettingOutlined aria-hidden /> },
]
