import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { RuleBroken } from '../domain/ruleBroken.ts'

/**
 * A file that appears under its name only when it is whole: written beside it, synced, renamed.
 * @throws RuleBroken fileNotWritable; libraryExists for the name of a library
 */
export function writeFileAtomically(file: string) {
  if (/\.cpt$/i.test(file)) throw new RuleBroken('libraryExists', ['file'], { file })
  const part = `${file}.part`
  const handle = openPart(part, file)
  let waiting: Uint8Array[] = []
  let waitingBytes = 0
  let isOpen = true
  const flush = () => {
    writeWhole(handle, Buffer.concat(waiting), file)
    waiting = []
    waitingBytes = 0
  }
  const close = () => {
    if (isOpen) closeSync(handle)
    isOpen = false
  }
  return {
    append: (piece: string | Uint8Array) => {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
      waiting.push(bytes)
      waitingBytes += bytes.length
      if (waitingBytes > 65_536) flush()
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

/** A full disk answers as a place that cannot be written, not as a fault of the app. */
function writeWhole(handle: number, bytes: Uint8Array, file: string) {
  try {
    for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written)
  } catch {
    throw new RuleBroken('fileNotWritable', ['file'], { file })
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
