import fc from 'fast-check'
import { expect, test } from 'vitest'
import { costBearers, keptItem } from './baseline.ts'
import { sumKnown } from './fen.ts'
import { newMilestone } from './milestone.ts'
import { type Task, taskOf } from './task.ts'
import { type TreeTask, taskTree } from './taskTree.ts'

/** Each task stands below an earlier one or at the top; siblings are numbered in any order. */
const forest = fc
  .array(
    fc.record({
      above: fc.nat(30),
      sort: fc.nat(1000),
      cost: fc.option(fc.nat(10_000)),
      isDone: fc.boolean(),
    }),
    {
      minLength: 1,
      maxLength: 25,
    },
  )
  .map((specified) =>
    specified.map(({ above, sort, cost, isDone }, index): Task => {
      const parentId = above < index ? String(above) : null
      const input = { projectId: 'p', name: String(index), responsible: null, note: null }
      const progress = isDone ? ({ status: 'done', progressPct: 100, actual: '2026-03-01' } as const) : {}
      return {
        ...taskOf(newMilestone(input, String(index), sort)),
        kind: 'task',
        parentId,
        costFen: cost,
        ...progress,
      }
    }),
  )

test('every task comes once, behind the one above it, in the order of its siblings, with its own number', () => {
  fc.assert(
    fc.property(forest, (tasks) => {
      const rows = taskTree(tasks)
      expect(rows.map(({ id }) => id).toSorted()).toEqual(tasks.map(({ id }) => id).toSorted())
      expect(new Set(rows.map(({ wbs }) => wbs)).size).toBe(rows.length)
      for (const [place, row] of rows.entries()) {
        const parent = rows.findIndex(({ id }) => id === row.parentId)
        expect(row.depth).toBe(parent < 0 ? 0 : (rows[parent]?.depth ?? 0) + 1)
        expect(parent).toBeLessThan(place)
        const earlier = rows.slice(0, place).filter(({ parentId }) => parentId === row.parentId)
        expect(earlier.every(({ sortOrder }) => sortOrder <= row.sortOrder)).toBe(true)
      }
    }),
  )
})

test('a baseline counts each cost of the tree once, at the lowest task of which one is known', () => {
  fc.assert(
    fc.property(forest, (tasks) => {
      const rows = taskTree(tasks)
      const bearers = costBearers(rows.map((row) => keptItem(row, 'b', row.id)))
      const top = rows.filter(({ depth }) => depth === 0)
      expect(sumKnown(bearers.map(({ costFen }) => costFen))).toBe(
        sumKnown(top.map(({ costFen }) => costFen)),
      )
    }),
  )
})

test('a summary costs what is below it together costs, and is done when all of it is', () => {
  fc.assert(
    fc.property(forest, (tasks) => {
      const rows = taskTree(tasks)
      for (const row of rows.filter(({ childCount }) => childCount > 0)) {
        const isBelow = (lower: TreeTask, upper: TreeTask) => lower.wbs.startsWith(`${upper.wbs}.`)
        const leaves = rows.filter((leaf) => leaf.childCount === 0 && isBelow(leaf, row))
        // A summary's own cost stands for what is below it as long as nothing is known there.
        const typed = rows.filter((one) => tasks[Number(one.id)]?.costFen !== null)
        const lowest = typed.filter((one) => !typed.some((lower) => isBelow(lower, one)))
        const known = lowest
          .filter((one) => isBelow(one, row))
          .map(({ id }) => tasks[Number(id)]?.costFen ?? 0)
        if (known.length > 0) expect(row.costFen).toBe(known.reduce((sum, cost) => sum + cost, 0))
        else expect(row.costFen).toBe(tasks[Number(row.id)]?.costFen)
        expect(row.status === 'done').toBe(leaves.every(({ status }) => status === 'done'))
        expect(row.progressPct === null).toBe(leaves.every(({ progressPct }) => progressPct === null))
        if (row.progressPct !== null) expect(row.progressPct).toBeLessThanOrEqual(100)
      }
    }),
  )
})
