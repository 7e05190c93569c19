import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Block } from '../../parts/Block.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { TaskProgress } from '../../parts/TaskProgress.tsx'
import { useTask } from '../../task.ts'
import { VerificationResult } from './VerificationResult.tsx'

/** 校验账本: proves that nothing was altered behind the app. */
export function VerifyLibrary() {
  const { t } = useTranslation('check')
  const { state, run, cancel } = useTask('verifyLibrary')
  return (
    <Block
      title={t('verify')}
      lead={t('verifyLead')}
      actions={
        <Button size="small" disabled={state.kind === 'running'} onClick={() => void run({})}>
          {t('verifyRun')}
        </Button>
      }
    >
      <div className="verify">
        {state.kind === 'running' && (
          <TaskProgress label={t('verifyRunning')} done={state.done} total={state.total} onCancel={cancel} />
        )}
        {state.kind === 'cancelled' && <span role="status">{t('verifyCancelled')}</span>}
        {state.kind === 'failed' && <ErrorNotice error={state.error} title={t('verify')} />}
        {state.kind === 'done' && <VerificationResult verification={state.value} />}
      </div>
    </Block>
  )
}
