import { array, assert, boolean, constantFrom, integer, property, record, string } from 'fast-check'
import { expect, test } from 'vitest'
import { newMilestone } from '../milestone.ts'
import { type Task, taskOf } from '../task.ts'
import type { TaskLink } from '../taskLink.ts'
import { taskTree } from '../taskTree.ts'
import { everyDay } from '../workIndex.ts'
import { linkLoops } from './linkLoops.ts'
import { planTasks } from './taskPlan.ts'
import { readTask } from './taskRow.ts'

const someTasks = array(
  record({
    depth: integer({ min: 0, max: 3 }),
    name: string({ unit: constantFrom('基', '础', '主', '体', '（', '1'), minLength: 1, maxLength: 3 }),
    isMilestone: boolean(),
    start: constantFrom('2026-03-02', '2026-03', '2026-40', '2026'),
    finish: constantFrom('2027-01-29', '2027-02', '2027-41', '2027'),
    days: integer({ min: 1, max: 200 }),
    unit: constantFrom('workday' as const, 'calendarDay' as const),
    before: integer({ min: 1, max: 6 }),
    kind: constantFrom('FS' as const, 'SS' as const, 'FF' as const, 'SF' as const),
    lagDays: integer({ min: -9, max: 9 }),
  }),
  { minLength: 1, maxLength: 25 },
)

test('a schedule written as a sheet says nothing new to itself, and makes the same tree and links anew', () => {
  assert(
    property(someTasks, (drawn) => {
      const { tasks, links } = scheduleOf(drawn)
      const rows = sheetOf(tasks, links)
      const before = {
        projectId: 'p',
        reckoned: new Map(),
        calendar: everyDay(),
        headUnit: null,
        today: '2026-03-10',
        newId: numbered('new'),
      }
      const again = planTasks(rows, { ...before, tasks, links })
      expect([...again.faults]).toEqual([])
      expect(again.tasks).toEqual([])
      expect([again.links.added, again.links.changed, again.links.removed]).toEqual([[], [], []])
      expect([...again.rows.values()].every(({ isChanged, known }) => known !== null && !isChanged)).toBe(
        true,
      )

      const fresh = planTasks(rows, { ...before, tasks: [], links: [] })
      expect([...fresh.faults]).toEqual([])
      expect(told(fresh.tasks, fresh.links.added)).toEqual(told(tasks, links))
    }),
    { numRuns: 300 },
  )
})

test('links that go round are told one loop after the other, each with the tasks along it', () => {
  const link = (way: string) => ({ predecessorId: way.charAt(0), successorId: way.charAt(1) })
  expect(linkLoops(['ab', 'bc', 'cd'].map(link))).toEqual([])
  const loops = linkLoops(['ab', 'bc', 'ca', 'cd', 'de', 'ed'].map(link))
  expect(loops.map((loop) => loop.toSorted().join('')).toSorted()).toEqual(['abc', 'de'])
  expect(linkLoops([link('aa')])).toEqual([['a']])
})

type Drawn = Parameters<Parameters<typeof someTasks.map>[0]>[0]

function scheduleOf(drawn: Drawn): { readonly tasks: Task[]; readonly links: TaskLink[] } {
  const open: string[] = []
  const parents = drawn.map(({ depth }, index) => {
    open.length = Math.min(open.length, depth)
    const parentId = open.at(-1) ?? null
    open.push(`t${String(index)}`)
    return parentId
  })
  const tasks = drawn.map((own, index): Task => {
    const id = `t${String(index)}`
    const blank = { projectId: 'p', name: own.name, due: null, responsible: null, note: null }
    const base = { ...taskOf(newMilestone(blank, id, index + 1)), parentId: parents[index] ?? null }
    if (parents.includes(id)) return { ...base, kind: 'summary' }
    if (own.isMilestone) return { ...base, plannedFinish: own.finish }
    return {
      ...base,
      kind: 'task',
      plannedStart: own.start,
      plannedFinish: own.finish,
      durationDays: own.days,
      durationUnit: own.unit,
    }
  })
  const links = drawn.flatMap(({ before, kind, lagDays }, index): TaskLink[] => {
    const [from, to] = [tasks[index - before], tasks[index]]
    if (from === undefined || to === undefined || from.kind === 'summary' || to.kind === 'summary') return []
    return [
      { id: `l${String(index)}`, projectId: 'p', predecessorId: from.id, successorId: to.id, kind, lagDays },
    ]
  })
  return { tasks, links }
}

/** As 进度表 is written out: line, WBS, name, dates, duration, predecessors, kind. */
function sheetOf(tasks: readonly Task[], links: readonly TaskLink[]) {
  const tree = taskTree(tasks)
  const line = new Map(tree.map(({ id }, index) => [id, index + 1]))
  const waits = Map.groupBy(links, ({ successorId }) => successorId)
  return tree.map((task, index) => {
    const predecessors = (waits.get(task.id) ?? []).map(({ predecessorId, kind, lagDays }) => {
      const lag = lagDays === 0 ? '' : `${lagDays > 0 ? '+' : ''}${String(lagDays)}d`
      return `${String(line.get(predecessorId))}${kind}${lag}`
    })
    const cells: Readonly<Record<string, string | null>> = {
      taskNo: String(index + 1),
      wbs: task.wbs,
      taskName: task.name,
      start: task.kind === 'milestone' ? null : task.plannedStart,
      finish: task.plannedFinish,
      duration:
        task.durationDays === null
          ? null
          : `${String(task.durationDays)}${task.durationUnit === 'calendarDay' ? '日历日' : ''}`,
      predecessors: predecessors.join(','),
      taskKind: { task: '任务', milestone: '里程碑', summary: '摘要' }[task.kind],
    }
    const read = readTask(
      { number: index + 5, unit: null, shares: null, get: (field) => cells[field] ?? null },
      false,
    )
    if (read.draft === null) throw new Error(read.faults.map(({ code }) => code).join())
    return { row: index + 5, draft: read.draft }
  })
}

function told(tasks: readonly Task[], links: readonly TaskLink[]) {
  const tree = taskTree(tasks)
  const line = new Map(tree.map(({ id }, index) => [id, index + 1]))
  return {
    tasks: tree.map((task) => [
      task.wbs,
      task.name,
      task.kind,
      task.plannedStart,
      task.plannedFinish,
      task.durationDays,
      task.durationUnit,
    ]),
    links: links
      .map(({ predecessorId, successorId, kind, lagDays }) =>
        [line.get(predecessorId), line.get(successorId), kind, lagDays].join(' '),
      )
      .toSorted(),
  }
}

function numbered(prefix: string) {
  let count = 0
  return () => {
    count += 1
    return `${prefix}${String(count)}`
  }
}
