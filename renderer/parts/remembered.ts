/** What this machine keeps under a name, read as JSON; null where it keeps none or nothing that can be read. */
export function remembered(storedUnder: string): unknown {
  const text = localStorage.getItem(storedUnder)
  if (text === null) return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
