import type { Day } from '../domain/day.ts'
import type {
  BatchName,
  CommandName,
  ParsedInput,
  QueryName,
  RequestOutput,
  TaskName,
} from '../requests/requests.ts'
import type { WriteDb } from '../store/change.ts'
import type { Connection, ReadDb } from '../store/database.ts'
import type { Step } from '../store/verify.ts'

/** What a handler needs of the world besides the library. */
export interface Moment {
  readonly today: Day
  /** ISO 8601 with zone Z. */
  readonly at: string
  readonly newId: () => string
}

export type QueryHandler<Name extends QueryName> = (
  db: ReadDb,
  input: ParsedInput<Name>,
  moment: Moment,
) => RequestOutput<Name>
export type CommandHandler<Name extends CommandName> = (
  db: WriteDb,
  input: ParsedInput<Name>,
  moment: Moment,
) => RequestOutput<Name>
/** Yields how far it is; between two yields other queries are served, and it may be stopped. */
export type TaskHandler<Name extends TaskName> = (
  db: Connection,
  input: ParsedInput<Name>,
  moment: Moment,
) => Generator<Step, RequestOutput<Name>> | AsyncGenerator<Step, RequestOutput<Name>>
/** Yields how far it is, inside its one transaction; queries wait meanwhile. Stopped, it leaves nothing behind. */
export type BatchHandler<Name extends BatchName> = (
  db: WriteDb,
  input: ParsedInput<Name>,
  moment: Moment,
) => Generator<Step, RequestOutput<Name>> | AsyncGenerator<Step, RequestOutput<Name>>
