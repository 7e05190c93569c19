import { pipeline, type Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { RuleBroken } from '../domain/ruleBroken.ts'

const mebibyte = 1024 * 1024
/** A file of an office is far smaller; what is larger is a slip or an attack. */
export const maxFileBytes = 50 * mebibyte
const maxInflatedBytes = 512 * mebibyte
/** A workbook packs to a tenth or so; a bomb of zeros to a thousandth. Small parts may pass it. */
const maxRatio = 200
const ratioFrom = mebibyte
const maxEntries = 10_000

/** An archive whose directory was looked through. */
export interface Archive {
  /**
   * A part as it inflates, nothing where there is none: no longer than declared, and in UTF-8. Who reads it refuses
   * definitions of entities.
   * @throws RuleBroken importEntities, importNotXlsx
   */
  readonly part: (name: string) => AsyncGenerator<Buffer, void>
}

/**
 * Looks through a zip archive before anything else reads it: its size and those of its parts, as declared and as they
 * inflate, its names, and each part of XML for definitions of entities.
 * `look` sees the parts that it asks for; of those that it says are read later nothing inflates yet.
 * @throws RuleBroken importFileTooLarge, importInflatesTooFar, importEntities, importNotXlsx
 */
export async function guardArchive(
  bytes: Buffer,
  look: (name: string) => ((chunk: Buffer) => void) | 'later' | null,
): Promise<Archive> {
  if (bytes.length > maxFileBytes)
    throw new RuleBroken('importFileTooLarge', ['file'], { max: maxFileBytes / mebibyte })
  const zip = await open(bytes)
  const entries = new Map<string, Entry>()
  let inflated = 0
  for await (const entry of entriesOf(zip)) {
    if (entries.has(entry.fileName) || entries.size >= maxEntries) throw notXlsx('zip entries')
    if (entry.isEncrypted()) throw notXlsx('encrypted')
    entries.set(entry.fileName, entry)
    inflated += entry.uncompressedSize
    const isBomb =
      entry.uncompressedSize > ratioFrom && entry.uncompressedSize > entry.compressedSize * maxRatio
    if (isBomb || inflated > maxInflatedBytes)
      throw new RuleBroken('importInflatesTooFar', ['file'], {
        max: isBomb ? `${String(maxRatio)}:1` : `${String(maxInflatedBytes / mebibyte)} MiB`,
      })
    const see = look(entry.fileName)
    if (see !== 'later' && /\.(?:xml|rels|vml)$/i.test(entry.fileName)) await scan(zip, entry, see)
  }
  return {
    part: async function* (name) {
      const entry = entries.get(name)
      if (entry !== undefined) yield* decoded(zip, entry)
    },
  }
}

async function* decoded(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer, void> {
  let isFirst = true
  for await (const chunk of inflate(zip, entry)) {
    if (isFirst && isOtherEncoding(chunk)) throw entities(entry.fileName)
    isFirst = false
    yield chunk
  }
}

/** XML of a workbook is UTF-8 and defines nothing: no DTD, no entities, no other encoding that could hide them. */
async function scan(zip: ZipFile, entry: Entry, see: ((chunk: Buffer) => void) | null) {
  let tail: Buffer = Buffer.alloc(0)
  for await (const chunk of decoded(zip, entry)) {
    const joined = tail.length === 0 ? chunk : Buffer.concat([tail, chunk.subarray(0, 16)])
    if (isDefining(joined) || (tail.length > 0 && isDefining(chunk))) throw entities(entry.fileName)
    tail = chunk.subarray(Math.max(0, chunk.length - 16))
    see?.(chunk)
  }
}

function isDefining(chunk: Buffer): boolean {
  return chunk.includes('<!DOCTYPE') || chunk.includes('<!ENTITY') || chunk.includes('<!doctype')
}

function isOtherEncoding(chunk: Buffer): boolean {
  const [first, second] = chunk
  if ((first === 0xfe && second === 0xff) || (first === 0xff && second === 0xfe)) return true
  if (chunk.subarray(0, 64).includes(0)) return true
  const declared = /^\uFEFF?<\?xml[^>]*encoding\s*=\s*["']([\w-]+)/.exec(
    chunk.subarray(0, 200).toString('utf8'),
  )?.[1]
  return declared !== undefined && !/^(?:utf-?8|us-ascii|ascii)$/i.test(declared)
}

function open(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(
      bytes,
      { lazyEntries: true, autoClose: false, validateEntrySizes: true, strictFileNames: true },
      (error, zip) => {
        if (error === null) resolve(zip)
        else reject(notXlsx(error.message))
      },
    )
  })
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await nextEntry(zip)
    if (entry === null) return
    yield entry
  }
}

function nextEntry(zip: ZipFile): Promise<Entry | null> {
  return new Promise((resolve, reject) => {
    const done = () => {
      zip.removeListener('entry', onEntry)
      zip.removeListener('end', onEnd)
      zip.removeListener('error', onError)
    }
    const onEntry = (entry: Entry) => {
      done()
      resolve(entry)
    }
    const onEnd = () => {
      done()
      resolve(null)
    }
    const onError = (error: Error) => {
      done()
      reject(notXlsx(error.message))
    }
    zip.on('entry', onEntry)
    zip.on('end', onEnd)
    zip.on('error', onError)
    zip.readEntry()
  })
}

/** In large pieces: a small one costs as much of a hop between threads. */
async function* inflate(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  const isPacked = entry.compressionMethod === 8
  const raw = await new Promise<Readable>((resolve, reject) => {
    zip.openReadStream(entry, isPacked ? { decodeFileData: false } : {}, (error, opened) => {
      if (error === null) resolve(opened)
      else reject(notXlsx(error.message))
    })
  })
  const stream = isPacked ? pipeline(raw, createInflateRaw({ chunkSize: 262_144 }), () => undefined) : raw
  let inflated = 0
  try {
    for await (const chunk of stream) {
      if (!Buffer.isBuffer(chunk)) continue
      inflated += chunk.length
      if (inflated > entry.uncompressedSize) throw notXlsx('zip sizes')
      yield chunk
    }
    if (inflated !== entry.uncompressedSize) throw notXlsx('zip sizes')
  } catch (error) {
    throw error instanceof RuleBroken
      ? error
      : notXlsx(error instanceof Error ? error.message : String(error))
  }
}

function entities(part: string) {
  return new RuleBroken('importEntities', ['file'], { part: part.slice(0, 80) })
}

function notXlsx(detail: string) {
  return new RuleBroken('importNotXlsx', ['file'], { detail: detail.slice(0, 80) })
}
