import { statSync } from 'node:fs'

/** Whether two paths lead to one file, by whatever spelling or link; false where one leads to none. */
export function isSameFile(one: string, other: string): boolean {
  const [first, second] = [one, other].map((path) => statSync(path, { bigint: true, throwIfNoEntry: false }))
  return first !== undefined && second !== undefined && first.ino === second.ino && first.dev === second.dev
}
