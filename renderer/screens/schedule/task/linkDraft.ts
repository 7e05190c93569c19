import type { LinkKind } from '../../../../db/domain/taskLink.ts'
import type { RequestInput } from '../../../../db/requests/requests.ts'
import type { TaskLine } from '../gantt/taskLine.ts'

export const linkSides = ['predecessors', 'successors'] as const
export type LinkSide = (typeof linkSides)[number]

/** One link as typed. */
export interface LinkDraft {
  readonly key: string
  readonly taskId: string | null
  readonly kind: LinkKind
  readonly lag: string
}

export type LinkDrafts = Readonly<Record<LinkSide, readonly LinkDraft[]>>

/** The links of a task as they are. */
export function linkDrafts(line: TaskLine, lines: readonly TaskLine[]): LinkDrafts {
  const { id, predecessors } = line.task
  const after = lines.flatMap(({ task }) =>
    task.predecessors.filter(({ predecessorId }) => predecessorId === id),
  )
  return {
    predecessors: predecessors.map((link) => ({ ...plain(link), taskId: link.predecessorId })),
    successors: after.map((link) => ({ ...plain(link), taskId: link.successorId })),
  }
}

function plain({ id, kind, lagDays }: TaskLine['task']['predecessors'][number]) {
  return { key: id, kind, lag: lagDays === 0 ? '' : String(lagDays) }
}

export type LinkFault = { readonly at: string; readonly code: 'chooseTask' | 'lagInvalid' }

/** What the drafts ask for; faults by predecessors.0.taskId and predecessors.0.lagDays. */
export function readLinks(
  taskId: string,
  drafts: LinkDrafts,
): { readonly input: RequestInput<'setTaskLinks'>; readonly faults: readonly LinkFault[] } {
  const faults: LinkFault[] = []
  const ends = (side: LinkSide) =>
    drafts[side].map((draft, index) => {
      const at = `${side}.${String(index)}`
      const lagDays = typedLag(draft.lag)
      if (draft.taskId === null) faults.push({ at: `${at}.taskId`, code: 'chooseTask' })
      if (lagDays === null) faults.push({ at: `${at}.lagDays`, code: 'lagInvalid' })
      return { taskId: draft.taskId ?? '', kind: draft.kind, lagDays: lagDays ?? 0 }
    })
  return { input: { taskId, predecessors: ends('predecessors'), successors: ends('successors') }, faults }
}

/** Whole workdays, with a sign where they are a lead; empty: none. */
function typedLag(text: string): number | null {
  const typed = text.normalize('NFKC').replace('−', '-').trim()
  if (typed === '') return 0
  return /^[+-]?\d{1,4}$/.test(typed) ? Number(typed) : null
}
