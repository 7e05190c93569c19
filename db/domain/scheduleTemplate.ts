import { z } from 'zod'
import { day } from './day.ts'
import { newMilestone } from './milestone.ts'
import { RuleBroken } from './ruleBroken.ts'
import { type Task, taskOf } from './task.ts'
import type { TaskLink } from './taskLink.ts'

/**
 * A usual order of a government building programme with usual durations: a template to adapt, no statement about any
 * project. Durations are workdays; null is a milestone.
 */
export const templateStep = z.object({
  key: z.string(),
  name: z.string(),
  group: z.string(),
  durationDays: z.int().nullable(),
  waitsFor: z.array(z.object({ key: z.string(), kind: z.enum(['FS', 'SS', 'FF', 'SF']), lagDays: z.int() })),
})
export type TemplateStep = z.infer<typeof templateStep>

export const scheduleTemplate = z.object({
  id: z.string(),
  name: z.string(),
  note: z.string(),
  steps: z.array(templateStep),
})

export const applyTemplateInput = z.strictObject({
  projectId: z.string(),
  templateId: z.string().default('building'),
  startOn: day,
  /** Keys of steps to leave out; what waited for one waits for what it waited for. */
  omit: z.array(z.string()).default([]),
  /** Workdays by key, where they differ from the template. */
  durations: z
    .record(z.string(), z.int({ error: 'durationInvalid' }).min(1, { error: 'durationInvalid' }))
    .default({}),
  dryRun: z.boolean().default(false),
})
export type ApplyTemplate = z.infer<typeof applyTemplateInput>

export const scheduleTemplates: readonly z.infer<typeof scheduleTemplate>[] = [
  {
    id: 'building',
    name: '政府投资房屋建筑（模板，请按项目调整）',
    note: '步骤、先后与工期均为常见做法的示例，不是任何项目的事实；套用前可删步骤、改工期。',
    steps: [
      step('establish', '立项', '前期准备', 20),
      step('feasibility', '可行性研究', '前期准备', 40, ['establish']),
      step('preliminary', '初步设计及概算', '前期准备', 45, ['feasibility']),
      step('land', '用地与规划许可', '前期准备', 40, ['feasibility']),
      step('drawing', '施工图设计与审查', '前期准备', 45, ['preliminary']),
      step('review', '财政评审', '前期准备', 25, ['drawing']),
      step('tender', '招标与签约', '前期准备', 35, ['review']),
      step('permit', '施工许可', '前期准备', 15, ['tender', 'land']),
      step('begin', '动工', '施工', null, ['permit']),
      step('foundation', '基坑围护及基础', '施工', 80, ['begin']),
      step('zero', '正负零', '施工', null, ['foundation']),
      step('structure', '主体结构', '施工', 140, ['zero']),
      step('topping', '封顶', '施工', null, ['structure']),
      {
        ...step('finishing', '装修与机电安装', '施工', 130, []),
        waitsFor: [
          { key: 'structure', kind: 'SS', lagDays: 70 },
          { key: 'topping', kind: 'FF', lagDays: 40 },
        ],
      },
      step('equipment', '设备采购与安装', '施工', 60, ['topping']),
      step('acceptance', '竣工验收', '收尾', 20, ['finishing', 'equipment']),
      step('handover', '移交与投入使用', '收尾', null, ['acceptance']),
      step('settlement', '工程结算', '收尾', 60, ['acceptance']),
      step('finalAccount', '竣工财务决算', '收尾', 60, ['settlement']),
      {
        ...step('defects', '缺陷责任期满', '收尾', null, []),
        waitsFor: [{ key: 'acceptance', kind: 'FS', lagDays: 500 }],
      },
    ],
  },
]

function step(
  key: string,
  name: string,
  group: string,
  durationDays: number | null,
  waitsFor: readonly string[] = [],
): TemplateStep {
  return {
    key,
    name,
    group,
    durationDays,
    waitsFor: waitsFor.map((other) => ({ key: other, kind: 'FS', lagDays: 0 })),
  }
}

/** The steps that stay; each waits for what the steps left out waited for. @throws RuleBroken templateEmpty, templateUnknown */
function chosenSteps(input: Pick<ApplyTemplate, 'templateId' | 'omit' | 'durations'>): TemplateStep[] {
  const template = scheduleTemplates.find(({ id }) => id === input.templateId)
  if (template === undefined) throw new RuleBroken('templateUnknown', ['templateId'])
  const byKey = new Map(template.steps.map((one) => [one.key, one]))
  const unknown = [...input.omit, ...Object.keys(input.durations)].find((key) => !byKey.has(key))
  if (unknown !== undefined) throw new RuleBroken('templateUnknown', ['omit'])
  const omitted = new Set(input.omit)
  const through = (links: TemplateStep['waitsFor']): TemplateStep['waitsFor'] =>
    links.flatMap((link) => {
      const other = byKey.get(link.key)
      return omitted.has(link.key) && other !== undefined ? through(other.waitsFor) : [link]
    })
  const steps = template.steps
    .filter(({ key }) => !omitted.has(key))
    .map((one) => ({
      ...one,
      durationDays: one.durationDays === null ? null : (input.durations[one.key] ?? one.durationDays),
      waitsFor: [...new Map(through(one.waitsFor).map((link) => [link.key, link])).values()],
    }))
  if (steps.length === 0) throw new RuleBroken('templateEmpty', ['omit'])
  return steps
}

/** A summary for each group with its steps below it, and their links. The first steps start on the day given. */
export function templatePlan(
  input: ApplyTemplate,
  newId: () => string,
  firstSort: number,
): { readonly tasks: Task[]; readonly links: TaskLink[] } {
  const steps = chosenSteps(input)
  const { projectId } = input
  const idOf = new Map(steps.map(({ key }) => [key, newId()]))
  const groups = [...Map.groupBy(steps, ({ group }) => group)]
  const tasks = groups.flatMap(([group, own], index) => {
    const summary = { ...emptyTask(projectId, newId(), group, firstSort + index), kind: 'summary' as const }
    return [
      summary,
      ...own.map((one, place) => ({
        ...emptyTask(projectId, idOf.get(one.key) ?? '', one.name, place + 1),
        kind: one.durationDays === null ? ('milestone' as const) : ('task' as const),
        parentId: summary.id,
        durationDays: one.durationDays,
        durationUnit: one.durationDays === null ? null : ('workday' as const),
        ...(one.waitsFor.length === 0 ? startOn(one, input.startOn) : {}),
      })),
    ]
  })
  const links = steps.flatMap((one) =>
    one.waitsFor.map(({ key, kind, lagDays }) => ({
      id: newId(),
      projectId,
      predecessorId: idOf.get(key) ?? '',
      successorId: idOf.get(one.key) ?? '',
      kind,
      lagDays,
    })),
  )
  return { tasks, links }
}

function startOn(step: TemplateStep, on: string) {
  return step.durationDays === null ? { plannedFinish: on } : { plannedStart: on }
}

function emptyTask(projectId: string, id: string, name: string, sortOrder: number): Task {
  return taskOf(newMilestone({ projectId, name, responsible: null, note: null }, id, sortOrder))
}
