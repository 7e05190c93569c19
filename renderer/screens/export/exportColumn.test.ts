import { expect, test } from 'vitest'
import { moneyColumn, treeRows } from './exportColumn.ts'

interface Line {
  readonly name: string
  readonly depth: number
  readonly fen: number | null
}

const columns = [
  { title: '科目', cell: (line: Line) => line.name },
  moneyColumn('金额', (line: Line) => line.fen, '未录入'),
]
const depthOf = ({ depth }: Line) => depth

test('a line over others adds them up, those below it alone', () => {
  const lines: readonly Line[] = [
    { name: '工程费用', depth: 0, fen: 300 },
    { name: '建筑', depth: 1, fen: 100 },
    { name: '基础', depth: 2, fen: 100 },
    { name: '安装', depth: 1, fen: 200 },
    { name: '预备费', depth: 0, fen: null },
  ]
  expect(treeRows(columns, lines, depthOf).map(({ sums }) => sums)).toEqual([[1, 3], [2], null, null, null])
})

test('a line that holds something of its own stays the figure that it is', () => {
  const lines: readonly Line[] = [
    { name: '工程费用', depth: 0, fen: 350 },
    { name: '建筑', depth: 1, fen: 100 },
  ]
  expect(treeRows(columns, lines, depthOf)[0]).toEqual({ cells: ['工程费用', 350], level: 0, sums: null })
})
