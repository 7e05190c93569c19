import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { type LinkKind, linkKinds } from '../../../../db/domain/taskLink.ts'
import type { TaskLine } from '../gantt/taskLine.ts'
import type { LinkDraft, LinkSide } from './linkDraft.ts'

interface LinkRowsProps {
  readonly side: LinkSide
  readonly drafts: readonly LinkDraft[]
  /** The tasks that can be chosen. */
  readonly others: readonly TaskLine[]
  readonly faults: ReadonlyMap<string, string>
  readonly onChange: (drafts: readonly LinkDraft[]) => void
}

/** The links of one side, a row each. */
export function LinkRows({ side, drafts, others, faults, onChange }: LinkRowsProps) {
  const { t } = useTranslation('task')
  const options = others.map(({ number, task }) => ({
    value: task.id,
    label: `${String(number)} ${task.name}`,
  }))
  const change = (key: string, changes: Partial<LinkDraft>) =>
    onChange(drafts.map((draft) => (draft.key === key ? { ...draft, ...changes } : draft)))
  const nameOf = (index: number, field: 'other' | 'linkKind' | 'lag') =>
    t('rowOf', { side: t(side), n: index + 1, field: t(field) })
  return (
    <fieldset className="link-part">
      <legend>{t(side)}</legend>
      {drafts.length === 0 ? (
        <p className="grey">{t('noLinks')}</p>
      ) : (
        <table className="link-table">
          <thead>
            <tr>
              <th scope="col">{t('other')}</th>
              <th scope="col" style={{ width: 168 }}>
                {t('linkKind')}
              </th>
              <th scope="col" style={{ width: 136 }} title={t('lagHint')}>
                {t('lag')}
              </th>
              <td style={{ width: 32 }} />
            </tr>
          </thead>
          <tbody>
            {drafts.map((draft, index) => {
              const taskFault = faults.get(`${side}.${String(index)}.taskId`)
              const lagFault = faults.get(`${side}.${String(index)}.lagDays`)
              return (
                <tr key={draft.key}>
                  <td>
                    <Select<string>
                      autoFocus={draft.taskId === null}
                      aria-label={nameOf(index, 'other')}
                      showSearch={{ optionFilterProp: 'label' }}
                      value={draft.taskId}
                      placeholder={t('chooseTask')}
                      options={options}
                      {...statusOf(taskFault)}
                      onChange={(taskId) => change(draft.key, { taskId })}
                    />
                    <Fault text={taskFault} />
                  </td>
                  <td>
                    <Select<LinkKind>
                      aria-label={nameOf(index, 'linkKind')}
                      value={draft.kind}
                      options={linkKinds.map((value) => ({ value, label: t(`linkKinds.${value}`) }))}
                      onChange={(kind) => change(draft.key, { kind })}
                    />
                  </td>
                  <td>
                    <Input
                      aria-label={nameOf(index, 'lag')}
                      value={draft.lag}
                      placeholder={t('lagHint')}
                      inputMode="numeric"
                      autoComplete="off"
                      {...statusOf(lagFault)}
                      onChange={(event) => change(draft.key, { lag: event.target.value })}
                    />
                    <Fault text={lagFault} />
                  </td>
                  <td>
                    <Button
                      icon={<DeleteOutlined aria-hidden />}
                      aria-label={`${t(side)} ${t('removeLink', { n: index + 1 })}`}
                      onClick={() => onChange(drafts.filter(({ key }) => key !== draft.key))}
                    />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      <Button
        size="small"
        icon={<PlusOutlined aria-hidden />}
        onClick={() => onChange([...drafts, { key: crypto.randomUUID(), taskId: null, kind: 'FS', lag: '' }])}
      >
        {t(side === 'predecessors' ? 'addPredecessor' : 'addSuccessor')}
      </Button>
    </fieldset>
  )
}

function Fault({ text }: { readonly text: string | undefined }) {
  return text === undefined ? null : (
    <span className="red" role="alert">
      {text}
    </span>
  )
}

function statusOf(fault: string | undefined) {
  return fault === undefined ? {} : { status: 'error' as const, 'aria-invalid': true }
}
