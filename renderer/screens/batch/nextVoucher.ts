/** A lone + is the number after the one above: 记-099 gives 记-100. Anything else, and + below none, stays as typed. */
export function nextVoucher(typed: string, above: string | undefined): string {
  if (typed.normalize('NFKC').trim() !== '+' || above === undefined) return typed
  const digits = /\d+(?=\D*$)/.exec(above)
  if (digits === null || digits[0].length > 15) return typed
  const [last] = digits
  const next = String(Number(last) + 1).padStart(last.length, '0')
  return above.slice(0, digits.index) + next + above.slice(digits.index + last.length)
}
