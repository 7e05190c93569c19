import { App as AntApp, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { type ReactNode, useLayoutEffect, useState } from 'react'
import { HashRouter } from 'react-router'
import { GoProvider } from './go.tsx'
import { Queries } from './Queries.tsx'
import { Shell } from './Shell.tsx'
import { BrokenStart } from './screens/start/BrokenStart.tsx'
import { FirstStart } from './screens/start/FirstStart.tsx'
import { StateProvider, useAppState } from './state.tsx'
import { antdTheme, writeTokens } from './styles/tokens.ts'
import { speak } from './text/text.ts'

export function App() {
  return (
    <StateProvider>
      <Look>
        <HashRouter useTransitions={false}>
          <GoProvider>
            <Start />
          </GoProvider>
        </HashRouter>
      </Look>
    </StateProvider>
  )
}

/** Language, theme and type size as the person has set them. */
function Look({ children }: { readonly children: ReactNode }) {
  const { settings } = useAppState()
  const { language, theme, isProjector } = settings
  const [isSpoken, setIsSpoken] = useState(false)
  useLayoutEffect(() => writeTokens({ theme, isProjector }), [theme, isProjector])
  useLayoutEffect(() => {
    void speak(language).then(() => setIsSpoken(true))
  }, [language])
  if (!isSpoken) return null
  return (
    <ConfigProvider
      locale={language === 'en' ? enUS : zhCN}
      theme={antdTheme({ theme, isProjector })}
      button={{ autoInsertSpace: false }}
    >
      <AntApp component={false} message={{ top: 48 }}>
        {children}
      </AntApp>
    </ConfigProvider>
  )
}

/** What there is to show: a library, the question for one, or why the last one did not open. */
function Start() {
  const { library, openError, settings } = useAppState()
  return <Queries key={library.file}>{shown()}</Queries>

  function shown() {
    if (library.file === null && openError !== null)
      return <BrokenStart file={openError.file} error={openError.error} />
    if (library.file === null || settings.actor === null) return <FirstStart />
    return <Shell file={library.file} viewOnly={library.viewOnly} actor={settings.actor} />
  }
}
