import type { Day } from '../../domain/day.ts'
import type { Fen } from '../../domain/fen.ts'

/** A schedule in the form of Microsoft Project's XML (MSPDI), as far as it is taken. Days are inclusive. */
export interface MspdiProject {
  readonly name: string | null
  readonly minutesPerDay: number
  readonly calendarUid: number | null
  readonly calendars: readonly MspdiCalendar[]
  /** In the file's order: a summary before the tasks below it. */
  readonly tasks: readonly MspdiTask[]
}

export interface MspdiCalendar {
  readonly uid: number
  readonly name: string
  /** Monday first. */
  readonly workWeek: readonly boolean[]
  readonly exceptions: readonly {
    readonly name: string | null
    readonly from: Day
    readonly to: Day
    readonly isWork: boolean
  }[]
}

export const linkTypes = ['FF', 'FS', 'SF', 'SS'] as const
export type MspdiLinkType = (typeof linkTypes)[number]

/** In Microsoft's order: the number in the file is the place here. */
export const constraintTypes = ['ASAP', 'ALAP', 'MSO', 'MFO', 'SNET', 'SNLT', 'FNET', 'FNLT'] as const
export type MspdiConstraint = (typeof constraintTypes)[number]

export interface MspdiTask {
  readonly uid: number
  /** By which Microsoft Project knows the task through all its files. */
  readonly guid: string | null
  /** The task of this app that was written here. */
  readonly ownId: string | null
  readonly name: string
  /** 1 for the tasks at the top. */
  readonly outlineLevel: number
  readonly isSummary: boolean
  readonly isMilestone: boolean
  readonly start: Day | null
  readonly finish: Day | null
  /** The dates as precise as they are known, where the file was written by this app. */
  readonly startText: string | null
  readonly finishText: string | null
  readonly responsible: string | null
  /** Of working time, or of all hours where it is elapsed. */
  readonly durationMinutes: number | null
  readonly isElapsed: boolean
  readonly progressPct: number | null
  readonly actualStart: Day | null
  readonly actualFinish: Day | null
  readonly costFen: Fen | null
  readonly constraint: { readonly type: MspdiConstraint; readonly on: Day | null } | null
  /**
   * The constraint only holds the dates that a person gave: other programs move a task without one to the start of the
   * project when they reckon.
   */
  readonly isHeld: boolean
  readonly deadline: Day | null
  readonly calendarUid: number | null
  readonly note: string | null
  readonly links: readonly {
    readonly predecessorUid: number
    readonly type: MspdiLinkType
    readonly lagMinutes: number
    readonly isElapsed: boolean
  }[]
  readonly baselines: readonly {
    readonly number: number
    readonly start: Day | null
    readonly finish: Day | null
    readonly costFen: Fen | null
  }[]
}

/** What a file holds and is not taken: said to the person before anything is written. */
export interface NotTaken {
  readonly what:
    | 'resources'
    | 'assignments'
    | 'percentLag'
    | 'crossProjectLink'
    | 'inactiveTask'
    | 'recurringTask'
    | 'customFields'
  readonly count: number
}

/** Custom text fields in which this app keeps what MSPDI has no place for: Microsoft's numbers of Text1 to Text5. */
export const textFields = {
  startText: '188743731',
  finishText: '188743734',
  responsible: '188743737',
  held: '188743740',
  ownId: '188743743',
} as const
