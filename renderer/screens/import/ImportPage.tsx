import './import.css'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate, useSearchParams } from 'react-router'
import { z } from 'zod'
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
  usePastedAlong((pasted) => void run.begin(kind, pasted))
  const { preview, done, reading, applying, task } = run
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
              isBusy={run.isBusy}
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
            isBusy={run.isBusy}
          />
        )}
      </div>
    </ScreenFrame>
  )
}

/** Cells that were pasted on a list come along with the way here; they are read once, and gone on the way back. */
function usePastedAlong(onPasted: (cells: string) => void) {
  const location = useLocation()
  const state: unknown = location.state
  const { pathname, search } = location
  const navigate = useNavigate()
  const taken = useRef<unknown>(null)
  useEffect(() => {
    const along = pastedAlong.safeParse(state)
    if (!along.success || taken.current === state) return
    taken.current = state
    void navigate(`${pathname}${search}`, { replace: true, state: null })
    onPasted(along.data.pasted)
  }, [state, pathname, search, navigate, onPasted])
}

const pastedAlong = z.object({ pasted: z.string() })
