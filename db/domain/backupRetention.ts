/** 3 of today, 7 daily, 4 weekly, 12 monthly: counted in days that have a backup, so that no wrong clock prunes any. */
const retention = { newest: 3, daily: 7, weekly: 4, monthly: 12 } as const

/**
 * Which backups may go, by their stamps (YYYYMMDDTHHMMSSZ) from the newest backup to the oldest, in an order that does
 * not come from a clock: all but the newest few and the newest of each of the last few days, weeks and months that
 * have one. The newest itself always stays.
 */
export function stampsToDrop(newestFirst: readonly string[]): string[] {
  const kept = new Set([
    ...newestFirst.slice(0, retention.newest),
    ...newestOfEach(newestFirst, (stamp) => stamp.slice(0, 8), retention.daily),
    ...newestOfEach(newestFirst, weekOf, retention.weekly),
    ...newestOfEach(newestFirst, (stamp) => stamp.slice(0, 6), retention.monthly),
  ])
  return newestFirst.filter((stamp) => !kept.has(stamp))
}

function newestOfEach(
  newestFirst: readonly string[],
  periodOf: (stamp: string) => string,
  count: number,
): string[] {
  const periods = new Map<string, string>()
  for (const stamp of newestFirst) {
    const period = periodOf(stamp)
    if (!periods.has(period) && periods.size < count) periods.set(period, stamp)
  }
  return [...periods.values()]
}

/** Weeks since 1970 began, Monday first. */
function weekOf(stamp: string): string {
  const day =
    Date.parse(`${stamp.slice(0, 4)}-${stamp.slice(4, 6)}-${stamp.slice(6, 8)}T00:00:00Z`) / 86_400_000
  return String(Math.floor((day + 3) / 7))
}
