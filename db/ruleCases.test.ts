import { expect, test } from 'vitest'
import { shippedRules } from './domain/shippedRules.ts'
import { ruleCases, type Step } from './fixture/ruleCases.ts'
import { openPlans } from './fixture/temporaryLibrary.ts'

test('every rule that ships has its case, and no case is of a rule that is gone', () => {
  expect(Object.keys(ruleCases).toSorted()).toEqual(shippedRules.map(({ id }) => id).toSorted())
})

test.each(shippedRules.map(({ id, text }) => [id, text] as const))(
  '%s is silent within its bound and cited past it: %s',
  async (id) => {
    const library = await openPlans()
    const citedAfter = async (step: Step | undefined) => {
      const told = await step?.(library)
      const alerts = await library.ask('listAlerts', { state: 'all', pageSize: 100 })
      return [
        ...(Array.isArray(told) ? told.map(String) : []),
        ...alerts.items.flatMap(({ rule }) => (rule === null ? [] : [rule.id])),
      ]
    }
    const before = await library.ask('listChanges', { pageSize: 1 })
    expect(await citedAfter(ruleCases[id]?.within)).not.toContain(id)
    // Silent because all is within the bound, not because nothing was done.
    if (id !== 'notBooks' && id !== 'contingencySpent')
      expect((await library.ask('listChanges', { pageSize: 1 })).total).toBeGreaterThan(before.total)
    expect(await citedAfter(ruleCases[id]?.past)).toContain(id)
  },
)
