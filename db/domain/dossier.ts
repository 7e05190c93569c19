import { z } from 'zod'
import { type Attachment, type AttachmentSubject } from './attachment.ts'
import { day } from './day.ts'
import { type Language, languages } from './ruleText.ts'
import { onceAmong, safeName } from './safeName.ts'

/** 资料包: the attachments of a project, a contract or a period, with an index and their hashes. */
export const exportDossierInput = z.strictObject({
  projectId: z.string().optional(),
  contractId: z.string().optional(),
  /** The records' own days, both included; records without one are left out then. */
  from: day.optional(),
  to: day.optional(),
  language: z.enum(languages).default('zh-CN'),
  file: z.string(),
})

export const writtenDossier = z.object({ file: z.string(), fileCount: z.int(), byteCount: z.int() })

/** A file of the package, at its place in it. */
export interface DossierFile {
  readonly attachment: Attachment
  readonly projectName: string
  readonly recordTitle: string
  readonly dated: string | null
  /** With folders, parted by slashes; safe on every system, each once. */
  readonly path: string
}

/** A zip without its 64-bit form ends here. */
export const maxDossierBytes = 4_000_000_000
export const maxDossierFiles = 60_000

/** Project / kind of record and record / file. */
export function dossierFiles(
  found: readonly Omit<DossierFile, 'path'>[],
  language: Language,
): readonly DossierFile[] {
  const taken = new Set<string>()
  return found.map((one) => {
    const { subject, name } = one.attachment
    const project = folderName(one.projectName === '' ? subjectName('fund', language) : one.projectName)
    const record = folderName(`${subjectName(subject, language)} ${one.recordTitle}`)
    return { ...one, path: onceAmong(taken, `${project}/${record}/${safeName(name)}`) }
  })
}

/** Whether a record's day lies in the period: a month counts by its first day. */
export function isInPeriod(
  dated: string | null,
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
): boolean {
  if (from === undefined && to === undefined) return true
  if (dated === null) return false
  const on = dated.length === 7 ? `${dated}-01` : dated
  return (from === undefined || on >= from) && (to === undefined || on <= to)
}

/** One line of sha256sums.txt, as `sha256sum -c` reads it. */
export function sumLine(hash: string, path: string): string {
  return `${hash}  ${path}\n`
}

export function subjectName(subject: AttachmentSubject, language: Language): string {
  return subjectNames[subject][language === 'en' ? 1 : 0]
}

/** Folders stay short, so that the whole path fits where Windows ends it. */
function folderName(title: string): string {
  return safeName(Array.from(title).slice(0, 40).join('')).replace(/[.\s]+$/, '')
}

const subjectNames: Readonly<Record<AttachmentSubject, readonly [zh: string, en: string]>> = {
  project: ['项目', 'Project'],
  milestone: ['里程碑', 'Milestone'],
  progress_report: ['进度填报', 'Progress report'],
  discrepancy: ['差异', 'Discrepancy'],
  budget_version: ['概算版本', 'Budget version'],
  contract: ['合同', 'Contract'],
  contract_change: ['变更签证', 'Contract change'],
  progress_value: ['计量', 'Value of work'],
  fund: ['资金来源', 'Fund'],
  fund_entry: ['下达与到位', 'Fund entry'],
  payment: ['支付', 'Payment'],
  annual_plan: ['年度计划', 'Annual plan'],
}
