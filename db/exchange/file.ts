import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { RuleBroken } from '../domain/ruleBroken.ts'

/**
 * A text file that appears under its name only when it is whole: written beside it, synced, renamed.
 * @throws RuleBroken fileNotWritable
 */
export function writeFileAtomically(file: string) {
  const part = `${file}.part`
  const handle = openPart(part, file)
  let waiting = ''
  let isOpen = true
  const flush = () => {
    writeFileSync(handle, waiting)
    waiting = ''
  }
  const close = () => {
    if (isOpen) closeSync(handle)
    isOpen = false
  }
  return {
    append: (text: string) => {
      waiting += text
      if (waiting.length > 65_536) flush()
    },
    finish: () => {
      flush()
      fsyncSync(handle)
      close()
      renameSync(part, file)
    },
    /** Removes what was written unless it is finished. */
    discard: () => {
      close()
      rmSync(part, { force: true })
    },
  }
}

function openPart(part: string, file: string): number {
  try {
    return openSync(part, 'w', 0o600)
  } catch {
    throw new RuleBroken('fileNotWritable', ['file'], { file })
  }
}
