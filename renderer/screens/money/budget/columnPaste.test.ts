import { expect, test } from 'vitest'
import { isBlock, readPasted } from './columnPaste.ts'

const leaves = [
  { id: 'a', code: '1.1', name: '建筑工程' },
  { id: 'b', code: '1.2', name: '安装工程' },
  { id: 'c', code: '1.3', name: '设备购置' },
]
const paste = (text: string, startId = 'a') => readPasted(text, leaves, startId, 'wan', 'zh-CN')

test('a column copied from Excel goes down from the field it was pasted into, blanks clear', () => {
  expect(paste('1,200.5\r\n\r\n3\r\n')).toEqual({
    amounts: [
      { lineId: 'a', amountFen: 1_200_500_000 },
      { lineId: 'b', amountFen: null },
      { lineId: 'c', amountFen: 3_000_000 },
    ],
    faults: [],
  })
})

test('names beside the amounts find their 科目 in any order, by code or by name', () => {
  expect(paste('设备购置\t5\n1.1\t建筑工程\t7')).toMatchObject({
    amounts: [
      { lineId: 'c', amountFen: 5_000_000 },
      { lineId: 'a', amountFen: 7_000_000 },
    ],
    faults: [],
  })
})

test('what cannot be read, is no 科目, or hangs over the end is named by its row', () => {
  expect(paste('5\n五百\n-3', 'b').faults.map(({ row }) => row)).toEqual([2, 3])
  expect(paste('1\n2', 'c').faults).toMatchObject([{ row: 2 }])
  expect(paste('小计\t9').faults).toMatchObject([{ row: 1, text: '小计 9' }])
})

test('one figure is typed, not pasted as a block', () => {
  expect(isBlock('1,200.5\r\n')).toBe(false)
  expect(isBlock('1\n2')).toBe(true)
})
