import { expect, test } from 'vitest'
import { fileSize } from './fileSize.ts'

test.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [12_345, '12 KB'],
  [3_500_000, '3.3 MB'],
  [5_000_000_000, '4.7 GB'],
] as const)('%i bytes are %s', (bytes, text) => {
  expect(fileSize(bytes)).toBe(text)
})
