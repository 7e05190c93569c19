import { z } from 'zod'
import { citation } from '../domain/citation.ts'
import { discrepancyRow, setDiscrepancyStatusInput } from '../domain/discrepancy.ts'
import { addMilestoneInput, editMilestoneInput, milestone, milestoneRow } from '../domain/milestone.ts'
import { pageInput, pageOf } from '../domain/page.ts'
import { envelope, plan, planSummary } from '../domain/plan.ts'
import {
  createProjectInput,
  editProjectInput,
  project,
  projectRow,
  projectStates,
} from '../domain/project.ts'
import { reasonText } from '../domain/text.ts'
import { command, keyed, query, writers } from './kinds.ts'

/** Plans, projects, milestones and discrepancies. */
export const projectRequests = {
  listPlans: query(z.strictObject({ ...pageInput }), pageOf(plan)),
  planSummary: query(z.strictObject({ planId: z.string() }), planSummary),
  listProjects: query(
    z.strictObject({
      planId: z.string().optional(),
      text: z.string().max(200).optional(),
      state: z.enum([...projectStates, 'any']).optional(),
      ...pageInput,
    }),
    pageOf(projectRow),
  ),
  getProject: query(
    z.strictObject({ projectId: z.string() }),
    projectRow.extend({
      citations: z.array(citation),
      envelope: envelope.extend({ projectCount: z.int(), citations: z.array(citation) }).nullable(),
      discrepancies: z.array(discrepancyRow),
    }),
  ),
  createProject: command(writers, createProjectInput.extend(keyed), project),
  editProject: command(writers, editProjectInput.extend(keyed), project),
  setProjectState: command(
    writers,
    z.strictObject({ projectId: z.string(), state: z.enum(projectStates), reason: reasonText, ...keyed }),
    project,
  ),
  listMilestones: query(
    z.strictObject({ projectId: z.string().optional(), planId: z.string().optional(), ...pageInput }),
    pageOf(milestoneRow.extend({ citations: z.array(citation) })),
  ),
  addMilestone: command(['liaison'], addMilestoneInput.extend(keyed), milestone),
  editMilestone: command(['liaison'], editMilestoneInput.extend(keyed), milestone),
  listDiscrepancies: query(
    z.strictObject({ planId: z.string().optional(), ...pageInput }),
    pageOf(discrepancyRow),
  ),
  setDiscrepancyStatus: command(writers, setDiscrepancyStatusInput.extend(keyed), discrepancyRow),
} as const
