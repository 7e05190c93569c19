import { RequestFailed, useCommand } from '../../api.ts'
import { useUndoMessage } from '../../parts/useUndoMessage.tsx'

/** Says what was done to a calendar, and takes it back when asked to. */
export function useUndoToast(projectId: string | null) {
  const undo = useCommand('undoSchedule')
  const tell = useUndoMessage()
  return (text: string) =>
    tell(text, async () => {
      try {
        await undo.mutateAsync({ projectId })
        return null
      } catch (failed) {
        if (failed instanceof RequestFailed) return failed.error.message
        throw failed
      }
    })
}
