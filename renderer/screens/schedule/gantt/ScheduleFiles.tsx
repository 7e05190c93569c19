import { App, Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useCommand } from '../../../api.ts'
import { useWhyNot } from '../../../state.tsx'
import { useTask } from '../../../task.ts'
import { ExportState } from '../../export/ExportState.tsx'
import { importAddress } from '../../import/importAddress.ts'
import { useWhyNotImport } from '../../import/useWhyNotImport.ts'
import { ImportSchedule } from './ImportSchedule.tsx'

interface ScheduleFilesProps {
  readonly projectId: string
  readonly projectName: string
  readonly onImported: () => void
}

/** 进度文件 of one project: to and from Microsoft Project, and its milestones for a calendar program. */
export function ScheduleFiles({ projectId, projectName, onImported }: ScheduleFilesProps) {
  const { t } = useTranslation('scheduleFile')
  const { message } = App.useApp()
  const navigate = useNavigate()
  const whyNotMspdi = useWhyNot('importMspdi')
  const whyNotSheet = useWhyNotImport()('tasks')
  const mspdi = useTask('exportMspdi')
  const ics = useTask('exportIcs')
  const preview = useCommand('importMspdi')
  const apply = useCommand('importMspdi')
  const [written, setWritten] = useState<'exportMspdi' | 'exportIcs'>('exportMspdi')
  const isBusy = mspdi.state.kind === 'running' || ics.state.kind === 'running' || preview.isPending

  const whyNot: Partial<Record<(typeof keys)[number], string | null>> = {
    importMspdi: whyNotMspdi,
    importSheet: whyNotSheet,
  }
  const leave = () => {
    preview.reset()
    apply.reset()
  }
  const take = (previewId: string, removesMissing: boolean) =>
    apply.mutate(
      { projectId, previewId, removesMissing },
      {
        onSuccess: ({ newCount, changedCount }) => {
          leave()
          onImported()
          void message.success(t('imported', { fresh: newCount, changed: changedCount }))
        },
      },
    )
  const actions = {
    importMspdi: () => preview.mutate({ projectId, dryRun: true }),
    importSheet: () => void navigate(importAddress('tasks', projectId)),
    exportMspdi: () => {
      setWritten('exportMspdi')
      void mspdi.run({ projectId })
    },
    exportIcs: () => {
      setWritten('exportIcs')
      void ics.run({ projectId })
    },
  }
  return (
    <>
      <Dropdown
        disabled={isBusy}
        trigger={['click']}
        menu={{
          items: keys.map((key) => ({
            key,
            label: t(key),
            ...(typeof whyNot[key] === 'string' ? { disabled: true, title: whyNot[key] } : {}),
          })),
          onClick: ({ key }) => {
            const chosen = keys.find((known) => known === key)
            if (chosen !== undefined) actions[chosen]()
          },
        }}
      >
        <Button loading={isBusy} aria-haspopup="menu">
          {t('menu')}
        </Button>
      </Dropdown>
      <span role="status" className="export-state">
        <ExportState state={written === 'exportIcs' ? ics.state : mspdi.state} />
      </span>
      <ImportSchedule
        projectName={projectName}
        found={preview.data ?? null}
        error={apply.error?.error ?? preview.error?.error ?? null}
        isBusy={apply.isPending}
        onTake={take}
        onClose={leave}
      />
    </>
  )
}

const keys = ['exportMspdi', 'exportIcs', 'importMspdi', 'importSheet'] as const
