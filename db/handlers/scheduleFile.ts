import { spanOf } from '../domain/planDate.ts'
import type { ScheduleQuestion } from '../domain/taskNetwork.ts'
import { taskTree } from '../domain/taskTree.ts'
import { writeCalendarFile } from '../exchange/calendarFile.ts'
import { writeFileAtomically } from '../exchange/file.ts'
import type { MspdiProject } from '../exchange/mspdi/mspdi.ts'
import { toMspdi } from '../exchange/mspdi/toMspdi.ts'
import { writeMspdi } from '../exchange/mspdi/writeMspdi.ts'
import { listBaselineItems, listBaselines } from '../store/baseline.ts'
import { listCalendars } from '../store/calendar.ts'
import type { ReadDb } from '../store/database.ts'
import type { TaskHandler } from './handler.ts'
import { questionOf } from './planning.ts'
import { requireProject } from './project.ts'

export const exportMspdi: TaskHandler<'exportMspdi'> = function* (db, { projectId, file }) {
  const written = writtenSchedule(db, questionOf(db, projectId), projectId)
  yield { done: 0, total: written.tasks.length }
  writeWhole(file, writeMspdi(written))
  return { file, rowCount: written.tasks.length }
}

/** A project's schedule as a file of Microsoft Project says it. */
export function writtenSchedule(db: ReadDb, question: ScheduleQuestion, projectId: string): MspdiProject {
  const { name } = requireProject(db, projectId)
  const tasks = taskTree(question.tasks)
  const chosen = listCalendars(db, projectId).filter(({ id }) =>
    tasks.some(({ calendarId }) => calendarId === id),
  )
  return toMspdi({
    name,
    tasks,
    links: question.links,
    calendars: [
      { id: null, name: '项目日历', index: question.calendars.own },
      ...chosen.map((calendar) => ({ ...calendar, index: question.calendars.of(calendar.id) })),
    ],
    baselines: listBaselines(db, projectId).map(({ id }) => listBaselineItems(db, id)),
  })
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
