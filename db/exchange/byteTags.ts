/** Hears the tags of an XML text; places are those of `bytes`, valid until it returns. */
export interface TagSink {
  /** The name without its prefix between `from` and `to`, the attributes from there to `end`. */
  readonly open: (bytes: Buffer, from: number, to: number, end: number, isEmpty: boolean) => void
  /** The text since the tag before lies between `textFrom` and `textTo`. */
  readonly close: (bytes: Buffer, from: number, to: number, textFrom: number, textTo: number) => void
  /** Text that another piece of the same text follows. */
  readonly text: (bytes: Buffer, from: number, to: number) => void
  /** A definition, <!DOCTYPE or another: throws. */
  readonly defined: () => never
}

/** A cell holds 32,767 characters at the most: what has no end after this is no sheet. */
const maxUnended = 1024 * 1024

/** Cuts an XML text into its tags, piece by piece as it comes, without making a string of anything. */
export function tagReader(sink: TagSink) {
  let rest: Buffer = Buffer.alloc(0)

  return {
    push: (chunk: Buffer): void => {
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
      rest = Buffer.from(bytes.subarray(read(bytes)))
      if (rest.length > maxUnended) throw new Error('a tag without an end')
    },
    /** @throws where a tag has no end */
    end: (): void => {
      if (rest.includes(lessThan)) throw new Error('a tag without an end')
    },
  }

  /** Up to where everything is whole. */
  function read(bytes: Buffer): number {
    const { length } = bytes
    let textFrom = 0
    let at = 0
    for (;;) {
      while (at < length && bytes[at] !== lessThan) at += 1
      if (at + 1 >= length) return textFrom
      const mark = bytes[at + 1]
      if (mark === exclamation || mark === question) {
        const end = passage(bytes, at, textFrom)
        if (end === -1) return textFrom
        textFrom = end
      } else {
        const end = tagEnd(bytes, at + 1)
        if (end === -1) return textFrom
        tag(bytes, at, end, textFrom)
        textFrom = end + 1
      }
      at = textFrom
    }
  }

  function tag(bytes: Buffer, start: number, end: number, textFrom: number) {
    const isClose = bytes[start + 1] === slash
    let from = isClose ? start + 2 : start + 1
    let to = from
    for (; to < end; to += 1) {
      const byte = bytes[to]
      if (byte === slash || isSpace(byte)) break
      if (byte === colon) from = to + 1
    }
    if (isClose) sink.close(bytes, from, to, textFrom, start)
    else sink.open(bytes, from, to, end, bytes[end - 1] === slash)
  }

  /** A comment, an instruction or CDATA; -1 where its end has not come yet. */
  function passage(bytes: Buffer, start: number, textFrom: number): number {
    const isInstruction = bytes[start + 1] === question
    if (!isInstruction && start + 9 > bytes.length) return -1
    const isComment = bytes[start + 2] === dash && bytes[start + 3] === dash
    if (!isInstruction && !isComment && bytes.toString('latin1', start, start + 9) !== '<![CDATA[')
      sink.defined()
    const mark = isInstruction ? '?>' : isComment ? '-->' : ']]>'
    const end = bytes.indexOf(mark, isInstruction ? start + 2 : isComment ? start + 4 : start + 9)
    if (end === -1) return -1
    sink.text(bytes, textFrom, start)
    if (!isInstruction && !isComment) sink.text(bytes, start + 9, end)
    return end + mark.length
  }
}

/** The attributes of a tag, one after the other: `next` until it says no. */
export function attributeReader() {
  const place = { nameFrom: 0, nameTo: 0, from: 0, to: 0, at: 0, end: 0 }
  return {
    place,
    begin: (at: number, end: number): void => {
      place.at = at
      place.end = end
    },
    next: (bytes: Buffer): boolean => {
      let { at } = place
      const { end } = place
      while (at < end && isSpace(bytes[at])) at += 1
      place.nameFrom = at
      while (at < end && bytes[at] !== equals) at += 1
      place.nameTo = at
      while (at < end && bytes[at] !== quote && bytes[at] !== apostrophe) at += 1
      if (at >= end) return false
      const mark = bytes[at]
      place.from = at + 1
      at += 1
      while (at < end && bytes[at] !== mark) at += 1
      place.to = at
      place.at = at + 1
      return true
    },
  }
}

/** The > of a tag: one inside quotes does not count. */
function tagEnd(bytes: Buffer, from: number): number {
  let quoted = 0
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at]
    if (quoted !== 0) {
      if (byte === quoted) quoted = 0
    } else if (byte === greaterThan) return at
    else if (byte === quote || byte === apostrophe) quoted = byte
  }
  return -1
}

function isSpace(byte: number | undefined): boolean {
  return byte === 32 || byte === 10 || byte === 13 || byte === 9
}

const lessThan = 60
const greaterThan = 62
const exclamation = 33
const question = 63
const slash = 47
const colon = 58
const dash = 45
const equals = 61
const quote = 34
const apostrophe = 39
