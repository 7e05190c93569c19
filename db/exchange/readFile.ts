import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { RuleBroken } from '../domain/ruleBroken.ts'

/** A file to read in: its size, the beginning that tells its form, and its bytes as often as they are asked for. */
export interface SourceFile {
  readonly name: string
  readonly byteCount: number
  readonly head: () => Uint8Array
  /** One piece after another, each valid until the next. */
  readonly pieces: (pieceBytes: number) => Generator<Uint8Array>
}

/** @throws RuleBroken attachmentNotFile, fileUnreadable */
export function sourceFile(file: string): SourceFile {
  const name = basename(file)
  const stat = statOf(file, name)
  if (!stat.isFile()) throw new RuleBroken('attachmentNotFile', ['file'], { name })
  return {
    name,
    byteCount: stat.size,
    head: () => {
      for (const piece of piecesOf(file, name, 65_536)) return piece
      return new Uint8Array()
    },
    pieces: (pieceBytes) => piecesOf(file, name, pieceBytes),
  }
}

/** SHA-256 of a file; yields the number of bytes hashed on the way. */
export function* hashFile({ pieces }: SourceFile): Generator<number, string> {
  const hash = createHash('sha256')
  let read = 0
  for (const piece of pieces(1024 * 1024)) {
    hash.update(piece)
    read += piece.length
    yield read
  }
  return hash.digest('hex')
}

function* piecesOf(file: string, name: string, pieceBytes: number): Generator<Uint8Array> {
  const handle = opened(file, name)
  try {
    const buffer = Buffer.alloc(pieceBytes)
    const { size } = fstatSync(handle)
    for (let at = 0; at < size; ) {
      const read = readSync(handle, buffer, 0, Math.min(pieceBytes, size - at), at)
      if (read === 0) return
      at += read
      yield buffer.subarray(0, read)
    }
  } finally {
    closeSync(handle)
  }
}

function statOf(file: string, name: string) {
  try {
    return statSync(file)
  } catch {
    throw new RuleBroken('fileUnreadable', ['file'], { name })
  }
}

function opened(file: string, name: string): number {
  try {
    return openSync(file, 'r')
  } catch {
    throw new RuleBroken('fileUnreadable', ['file'], { name })
  }
}
