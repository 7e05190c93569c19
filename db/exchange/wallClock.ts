/** An instant by the clock of this computer, as text and as milliseconds of that clock; null where it is none. */
export function wallClock(instant: string): { readonly text: string; readonly ms: number } | null {
  const at = new Date(instant)
  if (Number.isNaN(at.getTime())) return null
  const ms = Date.UTC(
    at.getFullYear(),
    at.getMonth(),
    at.getDate(),
    at.getHours(),
    at.getMinutes(),
    at.getSeconds(),
  )
  return { text: new Date(ms).toISOString().slice(0, 19).replace('T', ' '), ms }
}
