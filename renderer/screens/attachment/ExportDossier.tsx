import { FileZipOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RequestInput } from '../../../db/requests/requests.ts'
import { fileName } from '../../parts/fileName.ts'
import { TaskProgress } from '../../parts/TaskProgress.tsx'
import { useLanguage } from '../../state.tsx'
import { useTask } from '../../task.ts'
import { fileSize } from './fileSize.ts'

interface ExportDossierProps {
  /** Of a project, a contract or a period. */
  readonly scope: Omit<RequestInput<'exportDossier'>, 'file' | 'language'>
  readonly isSmall?: boolean
  /** What was asked for cannot be read yet. */
  readonly isOff?: boolean
  /** It is what its dialog is for. */
  readonly isMain?: boolean
}

/** 资料包: one zip of the attachments, with an index and their hashes. */
export function ExportDossier({ scope, isSmall = false, isOff = false, isMain = false }: ExportDossierProps) {
  const { t } = useTranslation('attachment')
  const language = useLanguage()
  const task = useTask('exportDossier')
  const { state } = task
  if (state.kind === 'running')
    return (
      <TaskProgress
        label={t('dossierRunning')}
        done={state.done}
        total={state.total}
        onCancel={task.cancel}
      />
    )
  return (
    <>
      <Button
        size={isSmall ? 'small' : 'medium'}
        type={isMain ? 'primary' : 'default'}
        disabled={isOff}
        icon={<FileZipOutlined aria-hidden />}
        onClick={() => void task.run({ ...scope, language })}
      >
        {t('dossier')}
      </Button>
      {state.kind === 'done' && (
        <span className="grey dossier-end" role="status" title={state.value.file}>
          {t('dossierDone', {
            file: fileName(state.value.file),
            count: state.value.fileCount,
            size: fileSize(state.value.byteCount),
          })}
        </span>
      )}
      {state.kind === 'failed' && (
        <span className="amber dossier-end" role="alert">
          {state.error.message}
        </span>
      )}
    </>
  )
}
