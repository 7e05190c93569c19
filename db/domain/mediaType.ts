/**
 * What a file is, told by its first bytes; the name decides only between forms that share a container (docx and
 * xlsx are both zip) and for plain text. What looks like a program is one, whatever its name.
 */
export function mediaTypeOf(head: Uint8Array, name: string): string {
  const extension = extensionOf(name)
  for (const [type, at, ...bytes] of signatures) {
    if (bytes.every((byte, index) => head[at + index] === byte)) return withinContainer(type, head, extension)
  }
  const start = latinOf(head, 0, 512).trimStart().toLowerCase()
  if (start.startsWith('#!')) return program
  if (/^(<!doctype html|<html|<script)/.test(start)) return 'text/html'
  if (/<svg[\s>]/.test(start)) return 'image/svg+xml'
  if (start.startsWith('<?xml')) return 'application/xml'
  if (start.startsWith('{\\rtf')) return 'application/rtf'
  if (latinOf(head, 4, 12).startsWith('ftyp')) return ftypOf(latinOf(head, 8, 12))
  if (head.includes(0)) return unknownType
  return extension === 'csv' ? 'text/csv' : 'text/plain'
}

/** Whether a copy may be handed to the system to open: only forms that are looked at, never what can run. */
export function mayOpen(mediaType: string, name: string): boolean {
  return openable[mediaType]?.includes(extensionOf(name)) === true
}

/** Whether the window itself can show it small. */
export function isPicture(mediaType: string): boolean {
  return pictures.includes(mediaType)
}

function extensionOf(name: string): string {
  return /\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? ''
}

const program = 'application/x-executable'
const unknownType = 'application/octet-stream'
const zip = 'application/zip'
const ole = 'application/x-ole-storage'
const pictures: readonly string[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp']

type Signature = readonly [type: string, at: number, ...bytes: number[]]
const signatures: readonly Signature[] = [
  ['application/pdf', 0, 0x25, 0x50, 0x44, 0x46, 0x2d],
  ['image/png', 0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a],
  ['image/jpeg', 0, 0xff, 0xd8, 0xff],
  ['image/gif', 0, 0x47, 0x49, 0x46, 0x38],
  ['image/bmp', 0, 0x42, 0x4d],
  ['image/tiff', 0, 0x49, 0x49, 0x2a, 0x00],
  ['image/tiff', 0, 0x4d, 0x4d, 0x00, 0x2a],
  ['image/webp', 8, 0x57, 0x45, 0x42, 0x50],
  ['image/vnd.dwg', 0, 0x41, 0x43, 0x31, 0x30],
  [zip, 0, 0x50, 0x4b, 0x03, 0x04],
  [ole, 0, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1],
  ['application/vnd.rar', 0, 0x52, 0x61, 0x72, 0x21],
  ['application/x-7z-compressed', 0, 0x37, 0x7a, 0xbc, 0xaf],
  ['application/gzip', 0, 0x1f, 0x8b],
  [program, 0, 0x4d, 0x5a],
  [program, 0, 0x7f, 0x45, 0x4c, 0x46],
  [program, 0, 0xcf, 0xfa, 0xed, 0xfe],
  [program, 0, 0xca, 0xfe, 0xba, 0xbe],
  // A Windows shortcut.
  [program, 0, 0x4c, 0x00, 0x00, 0x00, 0x01, 0x14],
]

/** The parts that a zip names near its beginning tell the office form; a jar is a program. */
function withinContainer(type: string, head: Uint8Array, extension: string): string {
  if (type === zip) {
    const names = latinOf(head, 0, head.length)
    if (names.includes('META-INF/MANIFEST.MF')) return program
    if (names.includes('OFD.xml')) return 'application/ofd'
    if (names.includes('[Content_Types].xml') || names.includes('_rels/.rels'))
      return officeTypes[extension] ?? 'application/vnd.openxmlformats'
    return zip
  }
  return type === ole ? (oldOfficeTypes[extension] ?? ole) : type
}

const office = 'application/vnd.openxmlformats-officedocument'
const officeTypes: Readonly<Record<string, string>> = {
  docx: `${office}.wordprocessingml.document`,
  xlsx: `${office}.spreadsheetml.sheet`,
  pptx: `${office}.presentationml.presentation`,
}
const oldOfficeTypes: Readonly<Record<string, string>> = {
  doc: 'application/msword',
  wps: 'application/msword',
  xls: 'application/vnd.ms-excel',
  et: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
}

/** Types that may be opened, with the only names under which they may. Files with macros are not among them. */
const openable: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/gif': ['gif'],
  'image/bmp': ['bmp'],
  'image/webp': ['webp'],
  'image/tiff': ['tif', 'tiff'],
  'image/heic': ['heic'],
  'application/ofd': ['ofd'],
  'text/plain': ['txt', 'log', 'md'],
  'text/csv': ['csv'],
  'video/mp4': ['mp4', 'mov'],
  ...Object.fromEntries(Object.entries(officeTypes).map(([extension, type]) => [type, [extension]])),
}

function ftypOf(brand: string): string {
  return /^(heic|heix|mif1|heif)/.test(brand) ? 'image/heic' : 'video/mp4'
}

function latinOf(head: Uint8Array, from: number, to: number): string {
  return Array.from(head.subarray(from, to), (byte) => String.fromCodePoint(byte)).join('')
}
