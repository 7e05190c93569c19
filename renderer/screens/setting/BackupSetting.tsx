import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Block } from '../../parts/Block.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { fileName } from '../../parts/fileName.ts'
import { TaskProgress } from '../../parts/TaskProgress.tsx'
import { useTask } from '../../task.ts'
import { BackupTable } from '../start/BackupTable.tsx'
import { useLibraryAction } from '../start/libraryAction.ts'

/** 立即备份, and the copies that are kept on this computer. */
export function BackupSetting() {
  const { t } = useTranslation('setting')
  const { modal } = App.useApp()
  const backup = useTask('backupLibrary')
  const action = useLibraryAction()
  const { state } = backup
  return (
    <Block
      title={t('backups')}
      lead={t('backupsLead')}
      actions={
        <Button size="small" disabled={state.kind === 'running'} onClick={() => void backup.run({})}>
          {t('backupNow')}
        </Button>
      }
    >
      <div className="setting-part">
        {state.kind === 'running' && (
          <TaskProgress
            label={t('backupRunning')}
            done={state.done}
            total={state.total}
            onCancel={backup.cancel}
          />
        )}
        {state.kind === 'failed' && <ErrorNotice error={state.error} title={t('backupFailed')} />}
        {state.kind === 'done' && (
          <p role="status" title={state.value.file}>
            {t('backupDone', {
              file: fileName(state.value.file),
              size: Math.ceil(state.value.bytes / 1024).toLocaleString('en-US'),
            })}
          </p>
        )}
        {action.error !== null && <ErrorNotice error={action.error} />}
        <h3 className="grey setting-subhead">{t('kept')}</h3>
        <BackupTable
          key={state.kind}
          isBusy={action.isBusy}
          canExport
          onRestore={(name) => {
            void modal.confirm({
              title: t('restoreTitle'),
              content: t('restoreWhat'),
              okText: t('restoreOk'),
              onOk: () => action.restore(name),
            })
          }}
        />
      </div>
    </Block>
  )
}
