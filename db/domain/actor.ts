import { z } from 'zod'
import { requiredLine } from './text.ts'

/** 项目财务 · 工程联络员 · 审阅. Roles keep honest people from slips; they are no defence against somebody with the file. */
export const roles = ['finance', 'liaison', 'reviewer'] as const
export const role = z.enum(roles)
export type Role = z.infer<typeof role>

export const actor = z.strictObject({ name: requiredLine(50), role })
export type Actor = z.infer<typeof actor>

export const roleNames: Readonly<Record<Role, readonly [zh: string, en: string]>> = {
  finance: ['项目财务', 'Finance officer'],
  liaison: ['工程联络员', 'Construction liaison'],
  reviewer: ['审阅', 'Reviewer'],
}
