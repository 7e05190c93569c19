import { App, Button, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Actor, actor } from '../../../db/domain/actor.ts'
import { faultsOf, showFaults } from '../../fieldFault.ts'
import { Block } from '../../parts/Block.tsx'
import { useActor, useLanguage, useSaveSettings } from '../../state.tsx'
import { ActorFields } from '../start/ActorFields.tsx'

/** Who is at it: the name and role that the next change will carry. */
export function ActorSetting() {
  const { t } = useTranslation('setting')
  const { message } = App.useApp()
  const language = useLanguage()
  const current = useActor()
  const saveSettings = useSaveSettings()
  const [form] = Form.useForm<Actor>()

  async function save() {
    const typed = form.getFieldsValue()
    const faults = faultsOf(actor, typed, language)
    showFaults(form, faults)
    if (faults.length > 0) return
    const next = actor.parse(typed)
    await saveSettings({ actor: next })
    void message.info(t('actorSaved', { name: next.name }))
  }

  return (
    <Block title={t('actor')} lead={t('actorLead')}>
      <Form
        className="setting-form"
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={current ?? { name: '', role: 'finance' }}
        onFinish={() => void save()}
      >
        <ActorFields />
        <Button type="primary" htmlType="submit">
          {t('save')}
        </Button>
      </Form>
    </Block>
  )
}
