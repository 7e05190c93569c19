import { expect, test } from 'vitest'
import { faultLines } from './dbFault.ts'

test('a fault is logged under the id that the person reads out, with its places and without its message', () => {
  const written = [
    '0a1b2c3d recordPayment SqliteError: no such column: 密密建筑',
    '第二行 密密建筑',
    '    at getPayment (db/store/payment.ts:12:3)',
    '',
  ].join('\n')
  expect(faultLines(written)).toEqual([
    '0a1b2c3d recordPayment SqliteError',
    '    at getPayment (db/store/payment.ts:12:3)',
  ])
})
