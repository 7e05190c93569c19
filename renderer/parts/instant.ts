/** An instant in the office's own time, as tables show it: 2024-03-05 09:41. */
export function instantInTable(at: string): string {
  const instant = new Date(at)
  const two = (part: number) => String(part).padStart(2, '0')
  const day = `${String(instant.getFullYear())}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`
  return `${day} ${two(instant.getHours())}:${two(instant.getMinutes())}`
}
