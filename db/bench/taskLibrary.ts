import { existsSync } from 'node:fs'
import { addTaskInput, newTask, type Task } from '../domain/task.ts'
import { writeCommand } from '../store/change.ts'
import { insertTask } from '../store/task.ts'
import { insertLink } from '../store/taskLink.ts'
import { benchFile, emptySynthetic, randomNumbers } from './generate.ts'

export const benchProject = 'pj-hetang'

/** A library whose one project is planned in so many tasks, ten below each summary, each waiting for the one before. */
export async function taskLibrary(count: number): Promise<string> {
  const name = `tasks-${String(count)}`
  const file = benchFile(name)
  if (existsSync(file)) return file
  const db = await emptySynthetic(name)
  const tasks = syntheticTasks(count)
  writeCommand(db, command, (write) => {
    for (const task of tasks) insertTask(write, task)
    for (const [index, task] of tasks.entries()) {
      const before = tasks[index - 1]
      if (before === undefined || before.parentId === null || before.parentId !== task.parentId) continue
      const ends = { predecessorId: before.id, successorId: task.id }
      insertLink(write, { id: `${task.id}-link`, projectId: benchProject, ...ends, kind: 'FS', lagDays: 0 })
    }
  })
  db.sqlite.close()
  return file
}

const command = {
  request: 'syntheticTasks',
  actor: { name: '合成数据', role: 'liaison' },
  device: 'bench',
  at: '2026-03-10T00:00:00.000Z',
} as const

function syntheticTasks(count: number): readonly Task[] {
  const random = randomNumbers(20260311)
  let summary: string | null = null
  return Array.from({ length: count }, (_task, index) => {
    const id = `bench-task-${String(index).padStart(5, '0')}`
    const isSummary = index % 11 === 0
    if (isSummary) summary = id
    const start = dayAfter('2023-01-02', Math.floor((index * 1400) / count) + random(20))
    const input = addTaskInput.parse({
      projectId: benchProject,
      name: `合成${isSummary ? '分部' : '工序'}第${String(index + 1)}项`,
      kind: isSummary ? 'summary' : 'task',
      responsible: `合成单位${String(random(9))}`,
      ...(isSummary ? {} : { start, finish: dayAfter(start, 3 + random(20)), parentId: summary }),
    })
    return newTask(input, id, index + 1)
  })
}

function dayAfter(day: string, days: number) {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}
