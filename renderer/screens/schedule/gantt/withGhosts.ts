import { planDateSpan } from '../../../../db/domain/planDate.ts'
import type { TaskMove } from '../../../../db/domain/proposal.ts'
import { softSpan } from '../../../../db/domain/softSpan.ts'
import type { ChartRow } from '../../../chart/chartRow.ts'

/** The row with where a proposal would put its bar. */
export function withGhosts(row: ChartRow, moves: readonly TaskMove[]): ChartRow {
  const move = moves.find(({ taskId }) => taskId === row.id)
  if (move === undefined) return row
  const { start, finish } = move.to
  const span = softSpan(start ?? finish, finish)
  if (span === null || (finish !== null && planDateSpan(finish) === null)) return row
  const title = `${move.name}: ${start ?? ''} – ${finish ?? ''}`
  return { ...row, bars: [...row.bars, { kind: 'ghost', span, isOpenEnded: false, title }] }
}
