import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { RequestFailed, send } from '../../../api.ts'
import type { ScheduleChoice } from './scheduleChoice.ts'
import type { useProposal } from './useProposal.ts'

/** 重排: proposes the reckoned dates as the planned ones; a plan that is reckoned already is said to be. */
export function useReschedule(
  { projectId, dataDate }: Pick<ScheduleChoice, 'projectId' | 'dataDate'>,
  proposal: ReturnType<typeof useProposal>,
) {
  const { t } = useTranslation('task')
  const { message } = App.useApp()
  return async () => {
    if (projectId === null) return
    const input = { projectId, dataDate }
    try {
      const { moves } = await send('reschedule', { ...input, dryRun: true })
      if (moves.length === 0) void message.info(t('rescheduleNothing'))
      else await proposal.propose({ kind: 'reschedule', input }, projectId, true)
    } catch (failed) {
      if (!(failed instanceof RequestFailed)) throw failed
      void message.error(failed.error.message)
    }
  }
}
