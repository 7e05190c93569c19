import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { RuleBroken } from '../domain/ruleBroken.ts'

/**
 * A text file that appears under its name only when it is whole: written beside it, synced, renamed.
 * @throws RuleBroken fileNotWritable; libraryExists for the name of a library
 */
export function writeFileAtomically(file: string) {
  if (/\.cpt$/i.test(file)) throw new RuleBroken('libraryExists', ['file'], { file })
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
      renameOver(part, file)
    },
    /** Removes what was written unless it is finished. */
    discard: () => {
      close()
      rmSync(part, { force: true })
    },
  }
}

function renameOver(part: string, file: string) {
  try {
    renameSync(part, file)
  } catch {
    throw new RuleBroken('fileNotWritable', ['file'], { file })
  }
}

function openPart(part: string, file: string): number {
  try {
    return openSync(part, 'w', 0o600)
  } catch {
    throw new RuleBroken('fileNotWritable', ['file'], { file })
  }
}
