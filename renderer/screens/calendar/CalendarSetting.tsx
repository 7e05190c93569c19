import '../payment/payment.css'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useAllPages } from '../../api.ts'
import { Block } from '../../parts/Block.tsx'
import { ProjectPicker } from '../payment/ProjectPicker.tsx'
import { CalendarBoard } from './CalendarBoard.tsx'

/** 工作日历 in 设置: the library's, or those of one project; which one is in the address. */
export function CalendarSetting() {
  const { t } = useTranslation('calendar')
  const [query, setQuery] = useSearchParams()
  const projects = useAllPages('listProjects', {})
  const projectId = query.get('calendarOf')
  return (
    <Block
      title={t('title')}
      lead={t('lead')}
      actions={
        <div className="calendar-scope">
          <ProjectPicker
            projects={projects.data ?? []}
            value={projectId ?? ''}
            canClear
            onChange={(chosen) => {
              setQuery(chosen === '' ? {} : { calendarOf: chosen }, { replace: true })
            }}
            select={{ 'aria-label': t('scope'), placeholder: t('library'), size: 'small' }}
          />
        </div>
      }
    >
      <CalendarBoard key={projectId} projectId={projectId} />
    </Block>
  )
}
