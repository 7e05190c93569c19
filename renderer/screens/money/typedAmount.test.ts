import { expect, test } from 'vitest'
import { typedAmount } from './typedAmount.ts'

test('an amount that takes something back is typed with its minus, and only where one makes sense', () => {
  expect(typedAmount('-1,200.50', 'yuan', 'any', 'zh-CN').fen).toBe(-120_050)
  expect(typedAmount('－3万', 'yuan', 'any', 'zh-CN').fen).toBe(-3_000_000)
  expect(typedAmount('-5', 'yuan', 'positive', 'zh-CN').fault).toMatch(/大于零/)
})

test('zero is an amount of a 科目 and of nothing else', () => {
  expect(typedAmount('0.00', 'wan', 'notNegative', 'zh-CN').fen).toBe(0)
  expect(typedAmount('0', 'yuan', 'any', 'zh-CN').fen).toBeNull()
  expect(typedAmount('', 'yuan', 'any', 'zh-CN').fault).toMatch(/请填写金额/)
})
