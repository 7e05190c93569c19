import './export.css'
import { DownloadOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RequestOutput } from '../../../db/requests/requests.ts'
import type { TaskState } from '../../task.ts'
import { ExportState } from './ExportState.tsx'

/** What a list can be written as. */
export const exportForms = {
  xlsxA4: { format: 'xlsx', paper: 'A4' },
  xlsxA3: { format: 'xlsx', paper: 'A3' },
  csv: { format: 'csv', paper: 'A4' },
} as const
export type ExportForm = (typeof exportForms)[keyof typeof exportForms]

interface ExportChoiceProps {
  /** What is exported, for who does not see where the button stands. */
  readonly name: string
  readonly isEmpty: boolean
  readonly isSmall?: boolean
  readonly state: TaskState<RequestOutput<'exportTable'>>
  readonly onRun: (form: ExportForm) => void
  readonly onCancel: () => void
}

/** 导出, the same on every list: the form is chosen, how far it is and what came of it is said beside it. */
export function ExportChoice({ name, isEmpty, isSmall = false, state, onRun, onCancel }: ExportChoiceProps) {
  const { t } = useTranslation(['export', 'terms'])
  const size = isSmall ? 'small' : 'medium'
  return (
    <span className="export-choice is-screen-only">
      <span role="status" className="export-state">
        <ExportState state={state} />
      </span>
      {state.kind === 'running' ? (
        <Button size={size} onClick={onCancel}>
          {t('terms:cancel')}
        </Button>
      ) : (
        <Dropdown
          disabled={isEmpty}
          trigger={['click']}
          menu={{
            items: formKeys.map((key) => ({ key, label: t(`form.${key}`) })),
            onClick: ({ key }) => {
              const chosen = formKeys.find((known) => known === key)
              if (chosen !== undefined) onRun(exportForms[chosen])
            },
          }}
        >
          <Button
            size={size}
            icon={<DownloadOutlined aria-hidden />}
            aria-haspopup="menu"
            aria-label={t('exportOf', { name })}
          >
            {t('export')}
          </Button>
        </Dropdown>
      )}
    </span>
  )
}

const formKeys = ['xlsxA4', 'xlsxA3', 'csv'] as const
