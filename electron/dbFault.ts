/**
 * What may be logged of the db process's standard error, where a fault is `INCIDENT REQUEST STACK`: the incident id of
 * 8 hex digits that the window shows, the request, the kind of error and the places. A message may quote what was typed.
 */
export function faultLines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => (isFrame(line) ? line : firstWords(line)))
    .filter((line) => line !== '')
}

/** One place in a stack trace. */
export function isFrame(line: string): boolean {
  return /^\s+at /.test(line)
}

function firstWords(line: string): string {
  return /^[\da-f]{8} \w+ \w+/.exec(line)?.[0] ?? ''
}
