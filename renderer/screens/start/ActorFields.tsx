import { Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { actor, roles } from '../../../db/domain/actor.ts'

/** Name and role, as fields of a form that holds an Actor. */
export function ActorFields() {
  const { t } = useTranslation(['start', 'terms'])
  return (
    <>
      <Form.Item name="name" label={t('name')} required>
        <Input autoComplete="off" count={{ ...nameLimit, show: true }} style={{ width: 240 }} />
      </Form.Item>
      <Form.Item name="role" label={t('role')} required>
        <Radio.Group className="role-choice">
          {roles.map((role) => (
            <Radio key={role} value={role}>
              {t(`terms:role.${role}`)} <span className="grey">{t(`roleLead.${role}`)}</span>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
    </>
  )
}

/** The domain's own; a name beyond it stays as typed, marked here and refused with its reason. */
const { maxLength } = actor.shape.name
const nameLimit = maxLength === null ? {} : { max: maxLength }
