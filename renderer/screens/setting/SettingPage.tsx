import { useTranslation } from 'react-i18next'
import { ScreenFrame } from '../../parts/ScreenFrame.tsx'
import { ContentSetting } from '../attachment/ContentSetting.tsx'
import { RequirementSetting } from '../attachment/RequirementSetting.tsx'
import { CalendarSetting } from '../calendar/CalendarSetting.tsx'
import { RuleSetting } from '../rule/RuleSetting.tsx'
import { About } from './About.tsx'
import { ActorSetting } from './ActorSetting.tsx'
import { BackupSetting } from './BackupSetting.tsx'
import { LibrarySetting } from './LibrarySetting.tsx'
import { LookSetting } from './LookSetting.tsx'

export function SettingPage() {
  const { t } = useTranslation('setting')
  return (
    <ScreenFrame title={t('title')} lead={t('lead')}>
      <div className="settings">
        <div>
          <ActorSetting />
          <LookSetting />
        </div>
        <div>
          <LibrarySetting />
          <ContentSetting />
          <BackupSetting />
          <About />
        </div>
      </div>
      <CalendarSetting />
      <RuleSetting />
      <RequirementSetting />
    </ScreenFrame>
  )
}
