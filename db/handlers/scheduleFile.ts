import { planBaseline } from '../domain/baseline.ts'
import { spanOf } from '../domain/planDate.ts'
import { scheduleOf } from '../domain/schedule.ts'
import { taskTree } from '../domain/taskTree.ts'
import { writeCalendarFile } from '../exchange/calendarFile.ts'
import { writeFileAtomically } from '../exchange/file.ts'
import { fromMspdi } from '../exchange/mspdi/fromMspdi.ts'
import { toMspdi } from '../exchange/mspdi/toMspdi.ts'
import { writeMspdi } from '../exchange/mspdi/writeMspdi.ts'
import { insertBaseline, listBaselineItems, listBaselines } from '../store/baseline.ts'
import { insertCalendar, insertException, listCalendars } from '../store/calendar.ts'
import { nextSortOrder } from '../store/milestone.ts'
import { asStep } from '../store/scheduleStep.ts'
import { insertTask } from '../store/task.ts'
import { insertLink } from '../store/taskLink.ts'
import type { CommandHandler, TaskHandler } from './handler.ts'
import { openPlan, questionOf } from './planning.ts'
import { requireProject } from './project.ts'
import { dropSource, holdSource, scheduleSource } from './scheduleSource.ts'

/** The file's tasks behind the project's own, with the file's dates; one step that can be undone. */
export const importMspdi: CommandHandler<'importMspdi'> = (db, input, { newId }) => {
  const { projectId, dryRun } = input
  const before = openPlan(db, projectId)
  const known = listCalendars(db, projectId).filter((calendar) => calendar.projectId === projectId)
  const source = scheduleSource(input, newId)
  const { read } = source

  const found = fromMspdi(read.project, {
    projectId,
    firstSort: nextSortOrder(db, projectId),
    newId,
    takesCalendar: !known.some(({ isDefault }) => isDefault),
  })
  // A loop of links is told by its names before anything is written.
  scheduleOf({ ...before, tasks: found.tasks, links: found.links })
  const freshCalendars = found.calendars.map(({ calendar, exceptions }) => ({
    calendar: {
      ...calendar,
      name: freeName(
        calendar.name,
        known.map(({ name }) => name),
      ),
    },
    exceptions,
  }))
  const taken = listBaselines(db, projectId).map(({ name }) => name)

  if (dryRun) {
    db.writeNothing()
    holdSource(source)
  } else {
    asStep(db, { id: newId(), projectId }, () => {
      for (const { calendar, exceptions } of freshCalendars) {
        insertCalendar(db, calendar)
        for (const exception of exceptions) insertException(db, exception)
      }
      for (const task of found.tasks) insertTask(db, task)
      for (const link of found.links) insertLink(db, link)
      for (const { number, items } of found.baselines) {
        const id = items[0]?.baselineId ?? newId()
        const name = freeName(`导入基线 ${String(number)}`, taken)
        insertBaseline(db, { ...planBaseline(projectId), id, name, isDerived: false }, items)
      }
    })
    dropSource(source.id)
  }
  return {
    isDryRun: dryRun,
    previewId: dryRun ? source.id : null,
    source: source.name,
    name: read.project.name,
    taskCount: found.tasks.length,
    linkCount: found.links.length,
    calendarCount: found.calendars.length,
    baselineCount: found.baselines.length,
    notTaken: [...read.notTaken, ...found.notTaken],
  }
}

export const exportMspdi: TaskHandler<'exportMspdi'> = function* (db, { projectId, file }) {
  const { name } = requireProject(db, projectId)
  const question = questionOf(db, projectId)
  const tasks = taskTree(question.tasks)
  yield { done: 0, total: tasks.length }
  const chosen = listCalendars(db, projectId).filter(({ id }) =>
    tasks.some(({ calendarId }) => calendarId === id),
  )
  const xml = writeMspdi(
    toMspdi({
      name,
      tasks,
      links: question.links,
      calendars: [
        { id: null, name: '项目日历', index: question.calendars.own },
        ...chosen.map((calendar) => ({ ...calendar, index: question.calendars.of(calendar.id) })),
      ],
      baselines: listBaselines(db, projectId).map(({ id }) => listBaselineItems(db, id)),
    }),
  )
  writeWhole(file, xml)
  return { file, rowCount: tasks.length }
}

/** The milestones of a project that have a date; a coarse one takes all the days that it may be. */
export const exportIcs: TaskHandler<'exportIcs'> = function* (db, { projectId, file }, { at }) {
  const { name } = requireProject(db, projectId)
  const milestones = taskTree(questionOf(db, projectId).tasks).filter(({ kind }) => kind === 'milestone')
  yield { done: 0, total: milestones.length }
  const entries = milestones.flatMap((milestone) => {
    const date = milestone.actual ?? milestone.forecast ?? milestone.plannedFinish ?? milestone.due
    if (date === null) return []
    const { first, last } = spanOf(date)
    return [{ uid: milestone.id, title: `${name} · ${milestone.name}`, note: milestone.note, first, last }]
  })
  writeWhole(file, writeCalendarFile(name, entries, at))
  return { file, rowCount: entries.length }
}

function writeWhole(file: string, text: string) {
  const target = writeFileAtomically(file)
  try {
    target.append(text)
    target.finish()
  } finally {
    target.discard()
  }
}

function freeName(name: string, taken: readonly string[]): string {
  for (let count = 1; ; count += 1) {
    const tried = count === 1 ? name : `${name}（${String(count)}）`
    if (!taken.includes(tried)) return tried
  }
}
