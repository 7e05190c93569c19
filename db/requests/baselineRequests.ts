import { z } from 'zod'
import { baselineItem, baselineRow, setBaselineInput, variance } from '../domain/baseline.ts'
import { pageOf } from '../domain/page.ts'
import { reasonText } from '../domain/text.ts'
import { command, keyed, query } from './kinds.ts'

/** Baselines and what became of them. 规划 has the id plan:PROJECT. */
export const baselineRequests = {
  listBaselines: query(z.strictObject({ projectId: z.string() }), pageOf(baselineRow)),
  /** What a baseline kept of each task. */
  listBaselined: query(
    z.strictObject({ baselineId: z.string() }),
    pageOf(baselineItem).extend({ baseline: baselineRow }),
  ),
  setBaseline: command(['liaison'], setBaselineInput.extend(keyed), baselineRow),
  removeBaseline: command(
    ['liaison'],
    z.strictObject({ baselineId: z.string(), reason: reasonText, ...keyed }),
    baselineRow,
  ),
  varianceReport: query(
    z.strictObject({ projectId: z.string(), baselineId: z.string().optional() }),
    pageOf(variance.extend({ wbs: z.string().nullable(), depth: z.int() })).extend({ baseline: baselineRow }),
  ),
} as const
