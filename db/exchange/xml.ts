import { XMLParser } from 'fast-xml-parser'
import { SyntaxValidator } from 'fast-xml-validator'
import { z } from 'zod'
import { RuleBroken } from '../domain/ruleBroken.ts'

/** Far above the largest schedule that an office has, far below what would fill an office PC. */
const maxXmlBytes = 50 * 1024 * 1024
const maxDepth = 40

/**
 * Reads an XML file that may come from anybody: no DTD, no entities of its own, not deeper than a schedule needs.
 * Every leaf is text; attributes are left out.
 * @throws RuleBroken xmlTooLarge, xmlForbidden, xmlMalformed with the line
 */
export function readXml(bytes: Uint8Array): unknown {
  if (bytes.byteLength > maxXmlBytes) throw new RuleBroken('xmlTooLarge', ['file'], { megabytes: 50 })
  const text = decode(bytes)
  if (/<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST)/i.test(text)) throw new RuleBroken('xmlForbidden', ['file'])
  assertDepth(text)
  assertSyntax(text)
  return new XMLParser({
    ignoreAttributes: true,
    ignoreDeclaration: true,
    ignorePiTags: true,
    removeNSPrefix: true,
    parseTagValue: false,
    maxNestedTags: maxDepth,
    entityDecoder,
  }).parse(text)
}

/** UTF-8 or UTF-16 by its mark, else what the declaration names. */
function decode(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const named = /^[^>]*encoding=["']([\w-]+)["']/.exec(head)?.[1] ?? 'utf-8'
  const label = head.startsWith('ÿþ') ? 'utf-16le' : head.startsWith('þÿ') ? 'utf-16be' : named
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    throw new RuleBroken('xmlMalformed', ['file'], { line: 1 })
  }
}

/** Before anything is built from it: a file of nothing but openings costs no memory. */
function assertDepth(text: string) {
  let depth = 0
  for (const [tag, end, selfEnd] of text.matchAll(/<(\/?)[\w:.-]+(?:\s[^<>]*?)?(\/?)>/g)) {
    if (tag.startsWith('<?')) continue
    if (end === '/') depth -= 1
    else if (selfEnd !== '/') depth += 1
    if (depth > maxDepth) throw new RuleBroken('xmlForbidden', ['file'])
  }
}

function assertSyntax(text: string) {
  try {
    SyntaxValidator.validate(text)
  } catch (error) {
    const fault = z.object({ name: z.literal('ValidationError'), line: z.int() }).safeParse(error)
    if (!fault.success) throw error
    throw new RuleBroken('xmlMalformed', ['file'], { line: fault.data.line })
  }
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', apos: "'", quot: '"' }

/** The five of XML and character numbers; a file cannot bring its own. */
const entityDecoder = {
  setExternalEntities: () => undefined,
  addInputEntities: () => undefined,
  reset: () => undefined,
  setXmlVersion: () => undefined,
  decode: (text: string) =>
    text.replaceAll(
      /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi,
      (whole, hex?: string, decimal?: string, name?: string) => {
        if (name !== undefined) return named[name] ?? whole
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
        return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole
      },
    ),
}
