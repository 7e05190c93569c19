import { listChanges as readChanges } from '../store/changeList.ts'
import type { QueryHandler } from './handler.ts'

export const listChanges: QueryHandler<'listChanges'> = (db, { entityId, entity, ...page }) =>
  readChanges(db, { entityId, entity }, page)
