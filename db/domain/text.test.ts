import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPlain, optionalCode, optionalLine, optionalParagraph, requiredLine } from './text.ts'

test('a plain text is what every field makes of it', () => {
  const letter = fc.oneof(fc.integer({ min: 0x21, max: 0x7e }), fc.integer({ min: 0x4e00, max: 0x9fff }))
  fc.assert(
    fc.property(fc.array(letter, { minLength: 1, maxLength: 20 }), (letters) => {
      const text = String.fromCharCode(...letters)
      expect(isPlain(text)).toBe(true)
      for (const field of [requiredLine(40), optionalLine(40), optionalParagraph(40), optionalCode(40)])
        expect(field.parse(text)).toBe(text)
    }),
  )
  for (let code = 0; code < 0x10000; code += 1) {
    const text = String.fromCharCode(code)
    if (!isPlain(text)) continue
    expect([requiredLine(1).parse(text), optionalCode(1).parse(text)]).toEqual([text, text])
  }
})

test.each(['', ' ', ' 甲', '甲 乙', '１２', '（甲）', '甲\n', '\u200b', '\ud800', '\uf900'])(
  '%j has to be read',
  (text) => {
    expect(isPlain(text)).toBe(false)
  },
)
