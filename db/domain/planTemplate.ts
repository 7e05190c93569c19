import { z } from 'zod'
import { day } from './day.ts'
import { addTaskInput, type DurationUnit, newTask, type Task, type TaskKind } from './task.ts'
import type { TaskLink } from './taskLink.ts'

const stages = ['before', 'works', 'closing'] as const
type Stage = (typeof stages)[number]

interface Step {
  readonly key: string
  readonly zh: string
  readonly en: string
  readonly stage: Stage
  readonly kind: Exclude<TaskKind, 'summary'>
  /** To begin with: a person adapts it. Null: a milestone. */
  readonly durationDays: number | null
  readonly durationUnit: DurationUnit
  /** The steps that it waits for. */
  readonly after: readonly string[]
}

/** 前期 · 施工 · 收尾 */
export const stageNames: Readonly<Record<Stage, readonly [zh: string, en: string]>> = {
  before: ['前期', 'Before works'],
  works: ['施工', 'Works'],
  closing: ['收尾', 'Closing'],
}

/** The programme of a government-financed building from 立项 to the end of its 缺陷责任期. */
export const templateSteps = [
  task('projectApproval', '立项', 'Project approval', 'before', 30, []),
  task('feasibility', '可行性研究', 'Feasibility study', 'before', 60, ['projectApproval']),
  task('preliminaryDesign', '初步设计及概算', 'Preliminary design and estimate', 'before', 60, [
    'feasibility',
  ]),
  task('landPermit', '用地、规划许可', 'Land and planning permits', 'before', 40, ['feasibility']),
  task('drawings', '施工图设计', 'Construction drawings', 'before', 45, ['preliminaryDesign']),
  task('budgetReview', '财政评审', 'Fiscal review', 'before', 30, ['drawings']),
  task('tender', '招标', 'Tender', 'before', 35, ['budgetReview']),
  task('constructionPermit', '施工许可', 'Construction permit', 'before', 15, ['tender', 'landPermit']),
  milestone('groundbreaking', '动工', 'Groundbreaking', 'works', ['constructionPermit']),
  task('foundation', '基坑围护及基础', 'Pit and foundation', 'works', 90, ['groundbreaking']),
  milestone('aboveGround', '正负零', 'Ground level', 'works', ['foundation']),
  task('structure', '主体结构', 'Main structure', 'works', 180, ['aboveGround']),
  milestone('toppedOut', '封顶', 'Topped out', 'works', ['structure']),
  task('fitOut', '装修机电', 'Fit-out and services', 'works', 150, ['toppedOut']),
  task('equipment', '设备采购安装', 'Equipment', 'works', 120, ['toppedOut']),
  task('acceptance', '竣工验收', 'Acceptance', 'closing', 30, ['fitOut', 'equipment']),
  milestone('handover', '移交、投入使用', 'Handover, in use', 'closing', ['acceptance']),
  task('settlement', '工程结算', 'Settlement', 'closing', 60, ['acceptance']),
  task('finalAccounts', '竣工财务决算', 'Final accounts', 'closing', 60, ['settlement']),
  {
    ...task('defectsPeriod', '缺陷责任期', 'Defects period', 'closing', 730, ['acceptance']),
    durationUnit: 'calendarDay',
  },
] as const satisfies readonly Step[]

export const applyTemplateInput = z.strictObject({
  projectId: z.string(),
  startOn: day,
  /** The steps that are wanted, in the template's order whatever theirs; a duration that is left out is the template's. */
  steps: z
    .array(
      z.strictObject({
        key: z.enum(templateSteps.map(({ key }) => key)),
        durationDays: addTaskInput.shape.durationDays,
      }),
    )
    .min(1, { error: 'templateEmpty' }),
  /** Puts the steps below 前期, 施工 and 收尾. */
  isGrouped: z.boolean().default(true),
  language: z.enum(['zh-CN', 'en']).default('zh-CN'),
})
export type ApplyTemplate = z.infer<typeof applyTemplateInput>

/** The tasks and links of the chosen steps; what waited for a step that is left out waits for what that step waited for. */
export function planOfTemplate(
  input: ApplyTemplate,
  newId: () => string,
  firstOrder: number,
): { readonly tasks: readonly Task[]; readonly links: readonly TaskLink[] } {
  const { projectId, startOn, isGrouped } = input
  const named = input.language === 'en' ? 1 : 0
  const wanted = new Map(input.steps.map((step) => [step.key as string, step.durationDays]))
  const steps: readonly Step[] = templateSteps.filter(({ key }) => wanted.has(key))
  let order = firstOrder
  const made = (fields: Readonly<Record<string, unknown>>) =>
    newTask(addTaskInput.parse({ projectId, ...fields }), newId(), order++)

  const summaries = new Map(
    (isGrouped ? stages : [])
      .filter((stage) => steps.some((step) => step.stage === stage))
      .map((stage) => [stage, made({ name: stageNames[stage][named], kind: 'summary' })] as const),
  )
  const tasks = new Map(
    steps.map((step) => {
      const waits = predecessorsOf(step, wanted)
      const isFree = waits.length === 0
      const durationDays = wanted.get(step.key) ?? step.durationDays
      const dates =
        step.kind === 'milestone'
          ? isFree
            ? { finish: startOn }
            : {}
          : { durationDays, durationUnit: step.durationUnit, ...(isFree ? { start: startOn } : {}) }
      const parentId = summaries.get(step.stage)?.id ?? null
      return [
        step.key,
        made({ name: named === 1 ? step.en : step.zh, kind: step.kind, parentId, ...dates }),
      ] as const
    }),
  )
  const links = steps.flatMap((step) =>
    predecessorsOf(step, wanted).flatMap((key): TaskLink[] => {
      const [from, to] = [tasks.get(key), tasks.get(step.key)]
      if (from === undefined || to === undefined) return []
      return [{ id: newId(), projectId, predecessorId: from.id, successorId: to.id, kind: 'FS', lagDays: 0 }]
    }),
  )
  return { tasks: [...summaries.values(), ...tasks.values()], links }
}

/** The nearest steps before this one that are wanted. */
function predecessorsOf(step: Step, wanted: ReadonlyMap<string, unknown>): readonly string[] {
  const before = step.after.flatMap((key) => {
    if (wanted.has(key)) return [key]
    const skipped = templateSteps.find((other) => other.key === key)
    return skipped === undefined ? [] : predecessorsOf(skipped, wanted)
  })
  return [...new Set(before)]
}

function task<Key extends string>(
  key: Key,
  zh: string,
  en: string,
  stage: Stage,
  durationDays: number,
  after: readonly string[],
) {
  return { key, zh, en, stage, kind: 'task', durationDays, durationUnit: 'workday', after } as const
}

function milestone<Key extends string>(
  key: Key,
  zh: string,
  en: string,
  stage: Stage,
  after: readonly string[],
) {
  return {
    key,
    zh,
    en,
    stage,
    kind: 'milestone',
    durationDays: null,
    durationUnit: 'workday',
    after,
  } as const
}
