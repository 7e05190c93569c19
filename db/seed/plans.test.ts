import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sumKnown } from '../domain/fen.ts'
import facts from './plan-facts.json' with { type: 'json' }
import { seedPlans } from './plans.ts'

const seed = seedPlans()

test('the four amounts of 蓬江 add up to 80,758.26 万元 while 88,385.26 is published', () => {
  const items = seed.projects
    .filter(({ planId }) => planId === 'pengjiang-14-5')
    .map(({ amountFen }) => amountFen)
  expect(items.filter((amount) => amount !== null)).toHaveLength(4)
  expect(sumKnown(items)).toBe(80_758_260_000)
  expect(seed.plans[0]?.publishedTotalFen).toBe(88_385_260_000)
  expect(seed.discrepancies[0]).toMatchObject({
    itemsTotalFen: 80_758_260_000,
    publishedFen: 88_385_260_000,
    gapFen: 7_627_000_000,
  })
})

test('both plans, 26 projects, one envelope and 12 discrepancies are there', () => {
  expect([seed.plans.length, seed.projects.length, seed.envelopes.length, seed.discrepancies.length]).toEqual(
    [2, 26, 1, 12],
  )
})

test('what 恩平 does not publish is unknown, never zero, and the envelope is not split', () => {
  const enping = seed.projects.filter(({ planId }) => planId === 'enping-14-5')
  expect(enping.filter(({ amountFen }) => amountFen === null)).toHaveLength(19)
  expect(
    enping
      .filter(({ amountFen }) => amountFen !== null)
      .map(({ id, isAmountDerived }) => [id, isAmountDerived]),
  ).toEqual([['ep-cunwei-80', true]])
  expect(
    enping.filter(({ envelopeId }) => envelopeId === 'ep-six').every(({ amountFen }) => amountFen === null),
  ).toBe(true)
})

test('every record with a figure or a date has a citation, every discrepancy two', () => {
  for (const discrepancy of seed.discrepancies) {
    expect(
      seed.citations.filter(({ subjectId }) => subjectId === discrepancy.id).length,
      discrepancy.id,
    ).toBeGreaterThanOrEqual(2)
  }
  for (const milestone of seed.milestones) {
    expect(
      seed.citations.filter(({ subjectId }) => subjectId === milestone.id),
      milestone.id,
    ).toHaveLength(1)
  }
  expect(new Set(seed.citations.map(({ id }) => id)).size).toBe(seed.citations.length)
})

const sources = new URL('../../../shared/sources/', import.meta.url)

describe.skipIf(!existsSync(sources))('against the two documents', () => {
  test('each quote stands on the lines it names', () => {
    for (const citation of seed.citations) {
      const lines = readFileSync(new URL(fileOf(citation.source), sources), 'utf8').split('\n')
      const passage = lines.slice((citation.lineFrom ?? 1) - 1, citation.lineTo ?? 0).join('')
      expect(bare(passage), `${citation.id} ${citation.section}`).toContain(bare(citation.quote))
    }
  })

  test('the facts are those that were read from them', () => {
    expect(facts).toEqual(JSON.parse(readFileSync(new URL('plan-facts.json', sources), 'utf8')))
  })
})

function fileOf(document: string) {
  return document.includes('蓬江') ? 'pengjiang-health-plan-14-5.txt' : 'enping-health-plan-14-5.txt'
}

function bare(text: string) {
  return text.replaceAll(/\s/g, '')
}
