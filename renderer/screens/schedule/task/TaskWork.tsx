import { useEffect, useMemo, useRef } from 'react'
import { RemoveTask } from '../gantt/RemoveTask.tsx'
import type { TaskLine } from '../gantt/taskLine.ts'
import { LinkDialog } from './LinkDialog.tsx'
import { TaskDrawer } from './TaskDrawer.tsx'

/** What is open over the chart. */
export type TaskAsk =
  | { readonly kind: 'form' | 'links' | 'remove'; readonly taskId: string }
  | {
      readonly kind: 'add'
      readonly projectId: string
      readonly parentId: string | null
      readonly afterId: string | null
    }

interface TaskWorkProps {
  readonly asked: TaskAsk | null
  readonly linesOf: ReadonlyMap<string, readonly TaskLine[]>
  readonly responsibles: readonly string[]
  readonly onAsk: (asked: TaskAsk | null) => void
  /** A step was done in a project: it can be undone. */
  readonly onDone: (projectId: string, taskId: string | null) => void
  readonly onReport: (taskId: string) => void
}

/** The form, the links and the removal of a task, one at a time. */
export function TaskWork({ asked, linesOf, responsibles, onAsk, onDone, onReport }: TaskWorkProps) {
  const close = () => onAsk(null)
  useGridFocus(asked !== null)
  const found = useMemo(() => lineOf(asked, linesOf), [asked, linesOf])
  if (asked?.kind === 'add')
    return (
      <TaskDrawer
        projectId={asked.projectId}
        target={asked}
        lines={linesOf.get(asked.projectId) ?? []}
        responsibles={responsibles}
        onClose={close}
        onSaved={(taskId) => {
          onDone(asked.projectId, taskId)
          close()
        }}
        onReport={onReport}
        onLinks={() => undefined}
      />
    )
  const isRemoving = asked?.kind === 'remove' && found !== null
  return (
    <>
      {asked?.kind === 'form' && found !== null && (
        <TaskDrawer
          key={asked.taskId}
          projectId={found.projectId}
          target={{ kind: 'edit', line: found.line }}
          lines={found.lines}
          responsibles={responsibles}
          onClose={close}
          onSaved={(taskId) => {
            onDone(found.projectId, taskId)
            close()
          }}
          onReport={(taskId) => {
            close()
            onReport(taskId)
          }}
          onLinks={(taskId) => onAsk({ kind: 'links', taskId })}
        />
      )}
      {asked?.kind === 'links' && found !== null && (
        <LinkDialog
          key={asked.taskId}
          line={found.line}
          lines={found.lines}
          onClose={close}
          onSaved={() => onDone(found.projectId, asked.taskId)}
        />
      )}
      <RemoveTask
        line={isRemoving ? found.line : null}
        onClose={close}
        onRemoved={({ task }) => onDone(task.projectId, null)}
      />
    </>
  )
}

/** When what was open has gone, the keyboard is in the table again. */
function useGridFocus(isOpen: boolean) {
  const wasOpen = useRef(false)
  useEffect(() => {
    if (wasOpen.current && !isOpen) focusGrid()
    wasOpen.current = isOpen
  }, [isOpen])
}

export function focusGrid(): void {
  document.querySelector<HTMLElement>('.schedule-frame [role="treegrid"]')?.focus()
}

function lineOf(asked: TaskAsk | null, linesOf: TaskWorkProps['linesOf']) {
  if (asked === null || asked.kind === 'add') return null
  for (const [projectId, lines] of linesOf) {
    const line = lines.find(({ task }) => task.id === asked.taskId)
    if (line !== undefined) return { projectId, line, lines }
  }
  return null
}
