import { useCallback, useState } from 'react'
import type { Proposal } from '../../../../db/domain/proposal.ts'
import type { RequestInput } from '../../../../db/requests/requests.ts'
import type { RequestError } from '../../../../db/requests/wire.ts'
import { RequestFailed, send, useCommand } from '../../../api.ts'

/** A change of the schedule that may move other tasks: it can be asked what it would do before it is done. */
export type ScheduleAsk =
  | { readonly kind: 'move'; readonly input: RequestInput<'moveTask'> }
  | { readonly kind: 'edit'; readonly input: RequestInput<'editTask'> }
  | { readonly kind: 'links'; readonly input: RequestInput<'setTaskLinks'> }
  | { readonly kind: 'reschedule'; readonly input: RequestInput<'reschedule'> }

export interface OpenProposal {
  readonly ask: ScheduleAsk
  /** The task that a person moved or edited. */
  readonly taskId: string
  readonly proposal: Proposal
}

/** A command has been carried out: it can be undone. */
type Done = (proposal: Proposal, taskId: string) => void

/**
 * Asks what a change would move. A drag is always shown first; what was typed and moves nothing else is done at once.
 */
export function useProposal(onDone: Done) {
  const [open, setOpen] = useState<OpenProposal | null>(null)
  const commands = useScheduleCommands()
  const [error, setError] = useState<RequestError | null>(null)
  const [isBusy, setIsBusy] = useState(false)

  /** The answer is why it was refused; null where it was done. */
  const carryOut = async (
    ask: ScheduleAsk,
    taskId: string,
    reason: string | null,
  ): Promise<RequestError | null> => {
    setIsBusy(true)
    try {
      const proposal = await commands(ask, reason)
      setOpen(null)
      setError(null)
      onDone(proposal, taskId)
      return null
    } catch (failed) {
      if (!(failed instanceof RequestFailed)) throw failed
      setError(failed.error)
      return failed.error
    } finally {
      setIsBusy(false)
    }
  }

  /** The answer is why it was refused; null where it is done or shown. */
  const propose = async (
    ask: ScheduleAsk,
    taskId: string,
    isShownAnyway: boolean,
  ): Promise<RequestError | null> => {
    setError(null)
    try {
      const proposal = await dryRun(ask)
      const others = proposal.moves.filter((move) => move.taskId !== taskId)
      const isShown = isShownAnyway || others.length > 0 || proposal.newlyBroken.length > 0
      if (!isShown) return await carryOut(ask, taskId, null)
      setOpen({ ask, taskId, proposal })
      return null
    } catch (failed) {
      if (failed instanceof RequestFailed) return failed.error
      throw failed
    }
  }

  const drop = useCallback(() => {
    setOpen(null)
    setError(null)
  }, [])
  return {
    open,
    error,
    isBusy,
    propose,
    drop,
    confirm: (reason: string) => (open === null ? undefined : void carryOut(open.ask, open.taskId, reason)),
  }
}

function useScheduleCommands() {
  const move = useCommand('moveTask')
  const edit = useCommand('editTask')
  const links = useCommand('setTaskLinks')
  const reschedule = useCommand('reschedule')
  return (ask: ScheduleAsk, reason: string | null): Promise<Proposal> => {
    const why = reason === null ? {} : { reason }
    switch (ask.kind) {
      case 'move':
        return move.mutateAsync({ ...ask.input, ...why })
      case 'edit':
        return edit.mutateAsync({ ...ask.input, ...why })
      case 'links':
        return links.mutateAsync({ ...ask.input, ...why })
      case 'reschedule':
        return reschedule.mutateAsync({ ...ask.input, ...why })
    }
  }
}

/** Changes nothing, so the lists are not asked again. */
function dryRun(ask: ScheduleAsk): Promise<Proposal> {
  switch (ask.kind) {
    case 'move':
      return send('moveTask', { ...ask.input, dryRun: true })
    case 'edit':
      return send('editTask', { ...ask.input, dryRun: true })
    case 'links':
      return send('setTaskLinks', { ...ask.input, dryRun: true })
    case 'reschedule':
      return send('reschedule', { ...ask.input, dryRun: true })
  }
}
