import { describe, expect, test } from 'vitest'
import { applyTemplateInput, planOfTemplate, templateSteps } from './planTemplate.ts'

function planOf(keys: readonly string[], more: object = {}) {
  let count = 0
  const input = applyTemplateInput.parse({
    projectId: 'p',
    startOn: '2026-03-02',
    steps: keys.map((key) => ({ key })),
    ...more,
  })
  return planOfTemplate(input, () => `id-${String((count += 1))}`, 1)
}

const every = templateSteps.map(({ key }) => key)

describe('计划模板', () => {
  test('the whole programme is one chain of steps below three stages, beginning on the day given', () => {
    const { tasks, links } = planOf(every)
    expect(tasks).toHaveLength(every.length + 3)
    expect(tasks.filter(({ kind }) => kind === 'summary').map(({ name }) => name)).toEqual([
      '前期',
      '施工',
      '收尾',
    ])
    expect(tasks.filter(({ plannedStart }) => plannedStart !== null).map(({ name }) => name)).toEqual([
      '立项',
    ])
    const waiting = new Set(links.map(({ successorId }) => successorId))
    const free = tasks.filter(({ kind, id }) => kind !== 'summary' && !waiting.has(id))
    expect(free.map(({ name }) => name)).toEqual(['立项'])
  })

  test('what waited for a step that is left out waits for the step before it', () => {
    const { tasks, links } = planOf(['structure', 'acceptance'], { isGrouped: false })
    expect(tasks.map(({ name }) => name)).toEqual(['主体结构', '竣工验收'])
    expect(links).toMatchObject([{ predecessorId: tasks[0]?.id, successorId: tasks[1]?.id, kind: 'FS' }])
  })

  test('a duration is the one that was typed, else the one of the template', () => {
    const { tasks } = planOf([], {
      steps: [{ key: 'tender', durationDays: 20 }, { key: 'defectsPeriod' }],
      isGrouped: false,
    })
    expect(tasks).toMatchObject([
      { name: '招标', durationDays: 20, durationUnit: 'workday' },
      { name: '缺陷责任期', durationDays: 730, durationUnit: 'calendarDay' },
    ])
  })

  test('a plan without steps is refused', () => {
    expect(
      applyTemplateInput.safeParse({ projectId: 'p', startOn: '2026-03-02', steps: [] }).error?.issues[0]
        ?.message,
    ).toBe('templateEmpty')
  })
})
