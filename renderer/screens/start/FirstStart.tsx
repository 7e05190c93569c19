import { Button, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Actor, actor } from '../../../db/domain/actor.ts'
import { maySend } from '../../../db/requests/requests.ts'
import { faultsOf, showFaults } from '../../fieldFault.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { useAppState, useSaveSettings } from '../../state.tsx'
import { ActorFields } from './ActorFields.tsx'
import { useLibraryAction } from './libraryAction.ts'
import { RecentLibraries } from './RecentLibraries.tsx'
import { StartFrame } from './StartFrame.tsx'

/** Before the first library is open: who it is, and which file. */
export function FirstStart() {
  const { t } = useTranslation('start')
  const { settings, library } = useAppState()
  const saveSettings = useSaveSettings()
  const action = useLibraryAction()
  const [form] = Form.useForm<Actor>()
  const role = Form.useWatch((typed: Partial<Actor>) => typed.role, form) ?? settings.actor?.role ?? 'finance'
  const mayCreate = maySend(role, 'createLibrary')

  /** Keeps name and role first: what is made next carries them. */
  async function after(next: () => Promise<void>) {
    const typed = form.getFieldsValue()
    const faults = faultsOf(actor, typed, settings.language)
    showFaults(form, faults)
    if (faults.length > 0) return
    await saveSettings({ actor: actor.parse(typed) })
    await next()
  }

  return (
    <StartFrame title={t('title')} lead={t('lead')}>
      <Form
        form={form}
        layout="vertical"
        initialValues={settings.actor ?? { name: '', role: 'finance' }}
        requiredMark={false}
      >
        <section className="start-part">
          <h2>{t('who')}</h2>
          <p className="grey">{t('whoLead')}</p>
          <ActorFields />
          {library.file !== null && (
            <Button type="primary" htmlType="submit" onClick={() => void after(() => Promise.resolve())}>
              {t('enter')}
            </Button>
          )}
        </section>
        {library.file === null && (
          <section className="start-part">
            <h2>{t('where')}</h2>
            {!mayCreate && <p className="amber">{t('asReviewer')}</p>}
            {action.error !== null && <ErrorNotice error={action.error} />}
            <ul className="start-choices">
              <li>
                <Button
                  type="primary"
                  disabled={!mayCreate || action.isBusy}
                  onClick={() => void after(() => action.create(true))}
                >
                  {t('withPlans')}
                </Button>
                <span className="grey">{t('withPlansLead')}</span>
              </li>
              <li>
                <Button
                  disabled={!mayCreate || action.isBusy}
                  onClick={() => void after(() => action.create(false))}
                >
                  {t('empty')}
                </Button>
                <span className="grey">{t('emptyLead')}</span>
              </li>
              <li>
                <Button disabled={action.isBusy} onClick={() => void after(action.open)}>
                  {t('openOther')}
                </Button>
                <span className="grey">{t('openOtherLead')}</span>
              </li>
            </ul>
            <RecentLibraries
              isBusy={action.isBusy}
              onOpen={(index) => void after(() => action.openRecent(index))}
            />
          </section>
        )}
      </Form>
    </StartFrame>
  )
}
