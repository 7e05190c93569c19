/** A month as people type it: 2024-3, 2024/03, 202403, 2024年3月. What is none stays as typed. */
export function typedMonth(text: string | undefined): string {
  const typed = (text ?? '').normalize('NFKC').trim()
  const match = /^(\d{4})(?:[-/.年](\d{1,2})月?|(\d{2}))$/.exec(typed)
  const number = match?.[2] ?? match?.[3]
  return match === null || number === undefined ? typed : `${match[1] ?? ''}-${number.padStart(2, '0')}`
}
