import { assertAskedOnce, type DocumentRequirement } from '../domain/documentRequirement.ts'
import { RuleBroken } from '../domain/ruleBroken.ts'
import {
  allRequirements,
  findWaiver,
  insertWaiver,
  saveRequirement,
  waiversOf,
  withdrawWaiver as writeWithdrawal,
} from '../store/documentRequirement.ts'
import {
  countMissing,
  hasDocument,
  isInSituation,
  listMissing,
  situationsOf,
} from '../store/missingDocument.ts'
import type { CommandHandler, QueryHandler } from './handler.ts'

export const listDocumentRequirements: QueryHandler<'listDocumentRequirements'> = (
  db,
  { page, pageSize },
) => {
  const all = allRequirements(db)
  return { items: all.slice((page - 1) * pageSize, page * pageSize), total: all.length, page, pageSize }
}

export const setDocumentRequirement: CommandHandler<'setDocumentRequirement'> = (
  db,
  { requirementId, reason, situation, document, basis, clause, status, isActive },
  { newId },
) => {
  const all = allRequirements(db)
  const before = requirementId === undefined ? undefined : requireRequirement(all, requirementId)
  const content = { situation, document, basis, clause, status, isActive }
  const wanted: DocumentRequirement = { id: before?.id ?? newId(), ...content, isEdited: true }

  assertAskedOnce(all, wanted)
  if (before !== undefined && JSON.stringify({ ...before, ...content }) === JSON.stringify(before))
    throw new RuleBroken('nothingChanged')

  saveRequirement(db, wanted, reason)
  return wanted
}

/** 缺件: by the rows of the table that are in use, one requirement after another. */
export const listMissingDocuments: QueryHandler<'listMissingDocuments'> = (
  db,
  { requirementId, page, pageSize, ...filter },
) => {
  const inUse = allRequirements(db).filter(({ isActive }) => isActive)
  const counts = inUse.map((one) => ({ ...one, missingCount: countMissing(db, one, filter) }))
  const asked = requirementId === undefined ? counts : counts.filter(({ id }) => id === requirementId)
  let offset = (page - 1) * pageSize
  let limit = pageSize
  const items = asked.flatMap((one) => {
    const here = listMissing(db, one, filter, { limit, offset })
    offset = Math.max(0, offset - one.missingCount)
    limit -= here.length
    return here
  })
  return { items, total: asked.reduce((sum, one) => sum + one.missingCount, 0), page, pageSize, counts }
}

export const documentsOf: QueryHandler<'documentsOf'> = (db, { subject, subjectId }) => {
  const situations = situationsOf(db, subject, subjectId)
  const waivers = waiversOf(db, subjectId)
  const asked = allRequirements(db).filter(
    ({ isActive, situation }) => isActive && situations.includes(situation),
  )
  return {
    items: asked.map(({ id, document, basis, clause }) => ({
      requirementId: id,
      document,
      basis,
      clause,
      isThere: hasDocument(db, subjectId, document),
      waiver: waivers.find((waiver) => waiver.requirementId === id) ?? null,
    })),
  }
}

export const waiveDocument: CommandHandler<'waiveDocument'> = (
  db,
  { requirementId, subjectId, reason },
  { newId, at },
) => {
  const { situation } = requireRequirement(allRequirements(db), requirementId)

  if (waiversOf(db, subjectId).some((waiver) => waiver.requirementId === requirementId))
    throw new RuleBroken('waiverTwice', ['requirementId'])
  if (!isInSituation(db, situation, subjectId)) throw new RuleBroken('documentNotAsked', ['subjectId'])
  const waiver = {
    id: newId(),
    requirementId,
    subjectId,
    reason,
    recordedAt: at,
    actorName: db.command.actor?.name ?? '',
  }

  insertWaiver(db, waiver)
  return waiver
}

export const withdrawWaiver: CommandHandler<'withdrawWaiver'> = (db, { waiverId, reason }, { at }) => {
  const waiver = findWaiver(db, waiverId)
  if (waiver === undefined) throw new RuleBroken('waiverUnknown', ['waiverId'])
  writeWithdrawal(db, waiverId, at, reason)
  return waiver
}

function requireRequirement(all: readonly DocumentRequirement[], requirementId: string): DocumentRequirement {
  const found = all.find(({ id }) => id === requirementId)
  if (found === undefined) throw new RuleBroken('requirementUnknown', ['requirementId'])
  return found
}
