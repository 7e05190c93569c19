import { Segmented } from 'antd'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Actor } from '../db/domain/actor.ts'
import type { AmountUnit } from '../db/domain/fen.ts'
import type { Language } from '../db/domain/ruleText.ts'
import type { LibraryState } from '../db/requests/wire.ts'
import { useRequest } from './api.ts'
import { fileName } from './parts/fileName.ts'
import { StatusTag } from './parts/StatusTag.tsx'
import { useAppState, useSaveSettings } from './state.tsx'

interface ShellTopProps {
  readonly file: string
  readonly viewOnly: LibraryState['viewOnly']
  readonly actor: Actor
}

/** Which library, whether it is a synthetic one, whether it can be written, the unit of amounts, the language, and who is at it. */
export const ShellTop = memo(Top)

function Top({ file, viewOnly, actor }: ShellTopProps) {
  const { t } = useTranslation(['shell', 'terms'])
  const { settings } = useAppState()
  const saveSettings = useSaveSettings()
  const library = useRequest('getLibrary', {})
  return (
    <header className="shell-top">
      <span className="shell-file" title={file}>
        <span className="visually-hidden">{t('library')}: </span>
        {fileName(file)}
      </span>
      {library.data?.isSynthetic === true && (
        <span title={t('syntheticWhy')}>
          <StatusTag tone="grey">{t('synthetic')}</StatusTag>
        </span>
      )}
      {viewOnly !== null && (
        <span className="shell-view-only" role="status" title={t(`viewOnlyReason.${viewOnly}`)}>
          {t('viewOnly')}
        </span>
      )}
      <div className="shell-top-end">
        <Segmented<AmountUnit>
          size="small"
          aria-label={t('unit')}
          name="amountUnit"
          value={settings.amountUnit}
          options={[
            { value: 'wan', label: t('terms:wan') },
            { value: 'yuan', label: t('terms:yuan') },
          ]}
          onChange={(amountUnit) => void saveSettings({ amountUnit })}
        />
        <Segmented<Language>
          size="small"
          aria-label={t('language')}
          name="language"
          value={settings.language}
          options={[
            { value: 'zh-CN', label: <span lang="zh-CN">中文</span> },
            { value: 'en', label: <span lang="en">English</span> },
          ]}
          onChange={(language) => void saveSettings({ language })}
        />
        <Link
          to="/settings"
          aria-label={t('actorOpen', { name: actor.name, role: t(`terms:role.${actor.role}`) })}
        >
          {t('actor', { name: actor.name, role: t(`terms:role.${actor.role}`) })}
        </Link>
      </div>
    </header>
  )
}
