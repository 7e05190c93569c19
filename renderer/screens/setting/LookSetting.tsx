import { Segmented, Switch } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { AmountUnit } from '../../../db/domain/fen.ts'
import type { Language } from '../../../db/domain/ruleText.ts'
import type { UserSettings } from '../../../db/requests/wire.ts'
import { Block } from '../../parts/Block.tsx'
import { useAppState, useSaveSettings } from '../../state.tsx'

/** Language, unit, colours, and larger type for a projector; each takes effect at once. */
export function LookSetting() {
  const { t } = useTranslation(['setting', 'terms'])
  const { settings } = useAppState()
  const saveSettings = useSaveSettings()
  const projector = useId()
  return (
    <Block title={t('look')}>
      <dl className="facts setting-facts">
        <dt>{t('language')}</dt>
        <dd>
          <Segmented<Language>
            aria-label={t('language')}
            name="settingLanguage"
            value={settings.language}
            options={[
              { value: 'zh-CN', label: <span lang="zh-CN">中文</span> },
              { value: 'en', label: <span lang="en">English</span> },
            ]}
            onChange={(language) => void saveSettings({ language })}
          />
        </dd>
        <dt>{t('unit')}</dt>
        <dd>
          <Segmented<AmountUnit>
            aria-label={t('unit')}
            name="settingUnit"
            value={settings.amountUnit}
            options={[
              { value: 'wan', label: t('terms:wan') },
              { value: 'yuan', label: t('terms:yuan') },
            ]}
            onChange={(amountUnit) => void saveSettings({ amountUnit })}
          />{' '}
          <span className="grey">{t('unitLead')}</span>
        </dd>
        <dt>{t('theme')}</dt>
        <dd>
          <Segmented<UserSettings['theme']>
            aria-label={t('theme')}
            name="settingTheme"
            value={settings.theme}
            options={[
              { value: 'light', label: t('themes.light') },
              { value: 'dark', label: t('themes.dark') },
            ]}
            onChange={(theme) => void saveSettings({ theme })}
          />
        </dd>
        <dt>
          <label htmlFor={projector}>{t('projector')}</label>
        </dt>
        <dd>
          <Switch
            id={projector}
            checked={settings.isProjector}
            onChange={(isProjector) => void saveSettings({ isProjector })}
          />{' '}
          <span className="grey">{t('projectorLead')}</span>
        </dd>
      </dl>
    </Block>
  )
}
