import './import.css'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { importKind } from '../../../db/domain/import/field.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { ScreenFrame } from '../../parts/ScreenFrame.tsx'
import { TaskProgress } from '../../parts/TaskProgress.tsx'
import { ImportDone } from './ImportDone.tsx'
import { ImportList } from './ImportList.tsx'
import { ImportPreviewed } from './ImportPreviewed.tsx'
import { ImportStart } from './ImportStart.tsx'
import { importAddress, listAddress } from './importAddress.ts'
import { useImport } from './useImport.ts'

/** 导入: a file or pasted cells, read and checked before anything is entered; below it what was imported before. */
export function ImportPage() {
  const { t } = useTranslation('import')
  const navigate = useNavigate()
  const [query] = useSearchParams()
  const parsed = importKind.safeParse(query.get('kind'))
  const kind = parsed.success ? parsed.data : 'payments'
  const projectId = query.get('projectId')
  const run = useImport(projectId === null ? {} : { projectId })
  const { preview, done, reading, mending, applying } = run
  const task = [reading, mending, applying].find(({ state }) => state.kind === 'running')
  const source = preview === null ? null : (preview.source ?? t('pastedSource'))

  return (
    <ScreenFrame
      title={t('title')}
      lead={source === null ? t('lead') : `${t(`kind.${preview?.kind ?? kind}`)} · ${source}`}
      actions={
        <>
          {preview !== null && <Button onClick={run.leave}>{t('startAgain')}</Button>}
          <Button onClick={() => void navigate(listAddress(kind, projectId))}>{t('back')}</Button>
        </>
      }
    >
      <div className="import-page">
        {task?.state.kind === 'running' && (
          <TaskProgress
            label={t(task === applying ? 'applying' : 'reading')}
            done={task.state.done}
            total={task.state.total}
            onCancel={task.cancel}
          />
        )}
        {reading.state.kind === 'failed' && <ErrorNotice error={reading.state.error} title={t('notRead')} />}
        {applying.state.kind === 'failed' && (
          <ErrorNotice error={applying.state.error} title={t('notApplied')} />
        )}
        {done !== null && <ImportDone batch={done} projectId={projectId} onUndone={run.leave} />}
        {preview === null ? (
          <>
            <ImportStart
              kind={kind}
              isBusy={task !== undefined}
              onKind={(next) => void navigate(importAddress(next, projectId), { replace: true })}
              onFile={() => void run.begin(kind)}
              onPaste={(pasted) => void run.begin(kind, pasted)}
            />
            <ImportList openId={query.get('importId')} />
          </>
        ) : (
          <ImportPreviewed
            key={preview.previewId}
            preview={preview}
            readAgain={run.readAgain}
            mend={run.mend}
            apply={run.apply}
            mendError={run.mendError}
            isBusy={task !== undefined}
          />
        )}
      </div>
    </ScreenFrame>
  )
}
