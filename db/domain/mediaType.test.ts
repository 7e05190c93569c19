import { expect, test } from 'vitest'
import { mayOpen, mediaTypeOf } from './mediaType.ts'

const bytes = (text: string) => Uint8Array.from(text, (character) => character.codePointAt(0) ?? 0)

test.each([
  ['扫描件.pdf', '%PDF-1.7', 'application/pdf'],
  ['照片.jpg', '\u00ff\u00d8\u00ff\u00e0', 'image/jpeg'],
  ['照片.png', '\u0089PNG\r\n', 'image/png'],
  [
    '表.xlsx',
    'PK\u0003\u0004....[Content_Types].xml',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ],
  ['说明.txt', '工程'.normalize(), 'text/plain'],
  ['打包.zip', 'PK\u0003\u0004....a.txt', 'application/zip'],
  ['旧表.xls', '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1', 'application/vnd.ms-excel'],
] as const)('%s is told by its bytes', (name, head, type) => {
  expect(mediaTypeOf(bytes(head), name)).toBe(type)
})

test.each([
  ['发票.pdf', 'MZ\u0090'],
  ['发票.txt', '#!/bin/sh\nrm'],
  ['发票.pdf', '\u007fELF'],
  ['报表.xlsx', 'PK\u0003\u0004....META-INF/MANIFEST.MF'],
  ['快捷方式.pdf', 'L\u0000\u0000\u0000\u0001\u0014'],
])('what can run is never opened, though it is called %s', (name, head) => {
  const type = mediaTypeOf(bytes(head), name)
  expect(type).toBe('application/x-executable')
  expect(mayOpen(type, name)).toBe(false)
})

test.each([
  ['图.svg', '<svg xmlns="x"><script/></svg>'],
  ['页.html', '<!DOCTYPE html>'],
  ['宏.xlsm', 'PK\u0003\u0004....[Content_Types].xml'],
  ['脚本.bat', 'echo off'],
  ['表.hta', '<html><script>'],
  ['发票.pdf.exe', '%PDF-1.4'],
  ['旧表.xls', '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1'],
  ['无名', '%PDF-1.4'],
])('%s is saved, not opened', (name, head) => {
  expect(mayOpen(mediaTypeOf(bytes(head), name), name)).toBe(false)
})

test('a scan, a photo and an office sheet without macros are opened', () => {
  expect(mayOpen(mediaTypeOf(bytes('%PDF-1.7'), '合同.PDF'), '合同.PDF')).toBe(true)
  expect(mayOpen(mediaTypeOf(bytes('PK\u0003\u0004[Content_Types].xml'), '表.xlsx'), '表.xlsx')).toBe(true)
})
