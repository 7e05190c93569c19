import type { Day } from '../../db/domain/day.ts'
import type { SoftSpan } from '../../db/domain/softSpan.ts'
import type { DayEdge } from './chartScale.ts'

/** One row of the chart, ready to draw: what it means was decided before. */
export interface ChartRow {
  /** Only [A-Za-z0-9_-]. */
  readonly id: string
  readonly kind: 'group' | 'project' | 'milestone' | 'task' | 'summary'
  readonly bars: readonly ChartBar[]
  readonly diamonds: readonly ChartDiamond[]
  readonly flags?: readonly ChartFlag[]
  /** The planned bar can be taken by the pointer: exact days that a person may move. */
  readonly grip?: ChartGrip | null
  /** Written beside the marks: the dates in the words of their precision. */
  readonly label: string | null
}

export interface ChartBar {
  /** term: the span of a plan, a thin line. forecast: where what is under way is expected to end. ghost: where a proposal would put the planned bar. */
  readonly kind: 'planned' | 'actual' | 'forecast' | 'baseline' | 'summary' | 'ghost' | 'term'
  readonly tone?: BarTone
  readonly span: SoftSpan
  /** Goes on beyond its last known day. */
  readonly isOpenEnded: boolean
  /** 0 to 100: the part of the bar that is drawn as done. */
  readonly donePct?: number | null
  readonly title: string
}

/** critical and late differ by edge and sign, not by colour only. */
export type BarTone = 'plain' | 'critical' | 'late'

export interface ChartDiamond {
  readonly look: DiamondLook
  /** On the line of the planned bar or on that of the actual one. */
  readonly line: 'planned' | 'actual'
  readonly isCritical?: boolean
  readonly first: Day
  readonly last: Day
  /** Draws how far the date may lie to either side. */
  readonly hasWhisker: boolean
  /** Marks that fall on one place. */
  readonly count: number
  readonly title: string
}

export const diamondLooks = ['done', 'planned', 'silent', 'late', 'forecast'] as const
export type DiamondLook = (typeof diamondLooks)[number]

/** A deadline: what ends after it is marked. */
export interface ChartFlag {
  readonly day: Day
  readonly isMissed: boolean
  readonly title: string
}

export interface ChartGrip {
  readonly start: Day
  readonly finish: Day
  /** A milestone has no ends to pull. */
  readonly canResize: boolean
}

/** An arrow from one row's end to another's; rows count from the top of the whole chart. */
export interface ChartLink {
  readonly id: string
  readonly fromRow: number
  readonly toRow: number
  readonly from: LinkEnd
  readonly to: LinkEnd
  readonly isCritical: boolean
  readonly title: string
}

export interface LinkEnd {
  readonly day: Day
  readonly edge: DayEdge
}
