import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RequestError } from '../../../../db/requests/wire.ts'
import { RequestFailed, useCommand } from '../../../api.ts'
import type { CellChange } from './cellChange.ts'
import { type Placing, placing } from './placing.ts'
import type { TaskLine } from './taskLine.ts'
import type { useProposal } from './useProposal.ts'

/** What the table asks for, sent; a refusal is a sentence for the cell or a message. */
export function useScheduleActions(
  proposal: ReturnType<typeof useProposal>,
  onFinish: (taskId: string) => void,
) {
  const { t } = useTranslation('schedule')
  const { message } = App.useApp()
  const report = useCommand('reportMilestone')
  const place = useCommand('placeTask')
  const add = useCommand('addTask')

  const refuse = (error: RequestError) => void message.error(error.message)

  /** The answer is why it was refused; null where it was not. */
  const change = async (asked: CellChange, line: TaskLine): Promise<string | null> => {
    try {
      switch (asked.kind) {
        case 'ask':
          return messageOf(await proposal.propose(asked.ask, line.task.id, false))
        case 'report':
          await report.mutateAsync(asked.input)
          return null
        case 'finish':
          onFinish(line.task.id)
          return null
      }
    } catch (failed) {
      if (failed instanceof RequestFailed) return failed.error.message
      throw failed
    }
  }

  const put = async (how: Placing, line: TaskLine, lines: readonly TaskLine[]) => {
    const input = placing(how, line, lines)
    if (input === null) return
    await place.mutateAsync(input).catch((failed: unknown) => {
      if (failed instanceof RequestFailed) refuse(failed.error)
      else throw failed
    })
  }

  /** A new task behind this one, or as the last of its project; the answer is its id, null where it was refused. */
  const addAfter = async (projectId: string, line: TaskLine | null): Promise<string | null> => {
    try {
      const added = await add.mutateAsync({
        projectId,
        name: t('newTask'),
        ...(line === null ? {} : { parentId: line.task.parentId, afterId: line.task.id }),
      })
      return added.task.id
    } catch (failed) {
      if (!(failed instanceof RequestFailed)) throw failed
      refuse(failed.error)
      return null
    }
  }
  return { change, put, addAfter }
}

function messageOf(error: RequestError | null) {
  return error?.message ?? null
}
