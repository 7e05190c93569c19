/** Asks once for each key and remembers the answer, for as long as one check runs. */
export function keyed<Keys extends readonly string[], Value>(
  ask: (...keys: Keys) => Value,
): (...keys: Keys) => Value {
  const known = new Map<string, { readonly value: Value }>()
  return (...keys) => {
    const key = keys.join(' ')
    const answer = known.get(key) ?? { value: ask(...keys) }
    known.set(key, answer)
    return answer.value
  }
}

/** Sums by key, zero where nothing was added. */
export function tally() {
  const sums = new Map<string, number>()
  return {
    of: (key: string): number => sums.get(key) ?? 0,
    add: (key: string, amount: number): void => {
      sums.set(key, (sums.get(key) ?? 0) + amount)
    },
  }
}
