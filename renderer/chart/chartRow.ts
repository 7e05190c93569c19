import type { Day } from '../../db/domain/day.ts'
import type { SoftSpan } from '../../db/domain/softSpan.ts'

/** One row of the chart, ready to draw: what it means was decided before. */
export interface ChartRow {
  /** Only [A-Za-z0-9_-]. */
  readonly id: string
  readonly kind: 'group' | 'project' | 'milestone'
  readonly bars: readonly ChartBar[]
  readonly diamonds: readonly ChartDiamond[]
  /** Written beside the marks: the dates in the words of their precision. */
  readonly label: string | null
}

export interface ChartBar {
  /** term: the span of a plan, a thin line. */
  readonly kind: 'planned' | 'actual' | 'term'
  readonly span: SoftSpan
  /** Goes on beyond its last known day. */
  readonly isOpenEnded: boolean
  readonly title: string
}

export interface ChartDiamond {
  readonly look: DiamondLook
  /** On the line of the planned bar or on that of the actual one. */
  readonly line: 'planned' | 'actual'
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
