import { z } from 'zod'
import facts from './plan-facts.json' with { type: 'json' }

const quote = z.object({
  source: z.string(),
  section: z.string(),
  lines: z.tuple([z.int(), z.int()]),
  quote: z.string(),
  field: z.string().optional(),
})
export type Quote = z.infer<typeof quote>

const coarse = z.object({ value: z.string(), precision: z.string(), note: z.string().optional() })

const planFacts = z.object({
  plans: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      region: z.string(),
      period: z.tuple([z.string(), z.string()]),
      issued_on: z.object({ date: z.string(), citation: quote }).optional(),
      published_total: z.object({ amount_wan: z.string(), label: z.string(), citation: quote }).nullable(),
      published_count: z.object({ value: z.int(), citation: quote }).optional(),
      rounded_total: z.object({ text: z.string(), citation: quote }).optional(),
    }),
  ),
  projects: z.array(
    z.object({
      id: z.string(),
      plan: z.string(),
      name: z.string(),
      aliases: z.array(z.string()),
      kind: z.string(),
      amount_wan: z.string().nullable(),
      amount_label: z.string().optional(),
      amount_derived: z.boolean().optional(),
      envelope: z.string().optional(),
      listed_in_annex1: z.boolean().optional(),
      start: coarse.nullable(),
      finish: coarse.nullable(),
      owner: z.string(),
      owner_inferred: z.boolean().optional(),
      lead: z.string().optional(),
      responsible: z.array(z.string()).optional(),
      scope: z.string().optional(),
      areas: z.array(z.object({ label: z.string(), sqm: z.string() })),
      status: z.string().optional(),
      note: z.string().optional(),
      citations: z.array(quote),
      milestones: z.array(
        z.object({ name: z.string(), due: coarse.optional(), done: coarse.optional(), citation: quote }),
      ),
    }),
  ),
  envelopes: z.array(
    z.object({
      id: z.string(),
      plan: z.string(),
      name: z.string(),
      amount_wan: z.string(),
      approximate: z.boolean(),
      text: z.string(),
      citation: quote,
    }),
  ),
  discrepancies: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      text: z.string(),
      items_sum_wan: z.string().optional(),
      published_wan: z.string().optional(),
      gap_wan: z.string().optional(),
      citations: z.array(quote).optional(),
    }),
  ),
})
export type PlanFacts = z.infer<typeof planFacts>

/** The two planning documents as data: each figure as printed, with its quote. */
export function readPlanFacts(): PlanFacts {
  return planFacts.parse(facts)
}
