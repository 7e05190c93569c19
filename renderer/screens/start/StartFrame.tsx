import { Segmented } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../../db/domain/ruleText.ts'
import { usePainted } from '../../painted.ts'
import { useLanguage, useSaveSettings } from '../../state.tsx'

interface StartFrameProps {
  readonly title: string
  readonly lead: string
  readonly children: ReactNode
}

/** The window while no library is open: one calm column. */
export function StartFrame({ title, lead, children }: StartFrameProps) {
  const { t } = useTranslation(['shell', 'terms'])
  const language = useLanguage()
  const saveSettings = useSaveSettings()
  usePainted()
  return (
    <main className="start">
      <header className="start-head">
        <span className="start-name">{t('terms:appName')}</span>
        <Segmented<Language>
          size="small"
          aria-label={t('language')}
          name="language"
          value={language}
          options={[
            { value: 'zh-CN', label: <span lang="zh-CN">中文</span> },
            { value: 'en', label: <span lang="en">English</span> },
          ]}
          onChange={(chosen) => void saveSettings({ language: chosen })}
        />
      </header>
      <h1>{title}</h1>
      <p className="grey">{lead}</p>
      {children}
    </main>
  )
}
