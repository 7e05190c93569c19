import { App } from 'antd'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RequestFailed, useCommand } from '../../../api.ts'
import { useMay } from '../../../state.tsx'

/** Ctrl+Z takes back the last change of the schedule, Ctrl+Y brings it again; a text that is being typed has its own. */
export function useUndo(projectId: string | null) {
  const { t } = useTranslation('schedule')
  const { message } = App.useApp()
  const mayUndo = useMay('undoSchedule')
  const [touched, setTouched] = useState<string | null>(null)
  const undo = useCommand('undoSchedule')
  const redo = useCommand('redoSchedule')
  const of = projectId ?? touched

  const run = async (how: 'undo' | 'redo') => {
    if (of === null || !mayUndo) return
    const command = how === 'undo' ? undo : redo
    try {
      await command.mutateAsync({ projectId: of })
      void message.success(t(how === 'undo' ? 'undone' : 'redone'))
    } catch (failed) {
      if (!(failed instanceof RequestFailed)) throw failed
      void message.info(failed.error.message)
    }
  }
  const press = useEffectEvent((event: KeyboardEvent) => {
    const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
    if (isTyping || !(event.ctrlKey || event.metaKey) || event.altKey) return
    const key = event.key.toLowerCase()
    if (key !== 'z' && key !== 'y') return
    event.preventDefault()
    void run(key === 'y' || event.shiftKey ? 'redo' : 'undo')
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
  return { canUndo: of !== null && mayUndo, run, touch: setTouched }
}
