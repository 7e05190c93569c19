import { constants, crc32, deflateRawSync } from 'node:zlib'
import { Zip, type ZipInputFile } from 'fflate'

/** Text of a part goes through the compressor in pieces of this size, so that memory does not grow with the file. */
const pieceLength = 262_144

/** Writes a zip archive part after part, each whole before the next is begun. */
export function zipInto(append: (bytes: Uint8Array) => void) {
  const zip = new Zip((error, bytes) => {
    if (error !== null) throw error
    append(bytes)
  })
  return {
    begin: (name: string) => beginPart(zip, name),
    whole: (name: string, bytes: Uint8Array) => {
      const part = beginPart(zip, name)
      part.append(bytes)
      part.end()
    },
    finish: () => {
      zip.end()
    },
  }
}

function beginPart(zip: Zip, filename: string) {
  const part: ZipInputFile = { filename, size: 0, crc: 0, compression: 8 }
  zip.add(part)
  let waiting = ''
  const put = (bytes: Uint8Array, isLast: boolean) => {
    part.size += bytes.length
    part.crc = crc32(bytes, part.crc)
    // Pieces that end on a byte's border (sync flush) follow one another as one stream.
    const finishFlush = isLast ? constants.Z_FINISH : constants.Z_SYNC_FLUSH
    part.ondata?.(null, deflateRawSync(bytes, { finishFlush, level: 4 }), isLast)
  }
  return {
    append: (piece: string | Uint8Array) => {
      if (typeof piece !== 'string') {
        put(piece, false)
        return
      }
      waiting += piece
      if (waiting.length < pieceLength) return
      put(Buffer.from(waiting), false)
      waiting = ''
    },
    end: () => {
      put(Buffer.from(waiting), true)
    },
  }
}
