import { expect, test } from 'vitest'
import { connect } from './database.ts'

interface Step {
  readonly opcode: string
  readonly p1: number
}

test('a question is planned once, whatever it is asked about: the steps of its plan hold no asked value', () => {
  const db = connect(':memory:')
  db.run('CREATE TABLE payment (id TEXT PRIMARY KEY, payee TEXT, amount_fen INTEGER)')
  const steps = (most: number) =>
    db.all<Step>('EXPLAIN SELECT id FROM payment WHERE payee LIKE @like AND amount_fen = @fen LIMIT @most', {
      like: '合成%',
      fen: 1,
      most,
    })

  const first = steps(7)

  expect(first.filter(({ opcode }) => opcode === 'Variable')).toHaveLength(3)
  expect(first.some(({ opcode, p1 }) => opcode === 'Integer' && p1 === 7)).toBe(false)
  expect(steps(0)).toEqual(first)
})

test('a text with an at sign is no parameter', () => {
  const db = connect(':memory:')
  expect(db.get("SELECT 'a@b', 'it''s @c', @d AS d", { d: 1 })).toEqual({
    "'a@b'": 'a@b',
    "'it''s @c'": "it's @c",
    d: 1,
  })
})
