import { RuleBroken } from '../domain/ruleBroken.ts'
import { readMspdi } from '../exchange/mspdi/readMspdi.ts'
import { type SourceFile, sourceFile } from '../exchange/readFile.ts'

/** A schedule file as it was read, with its own name. */
export interface ScheduleSource {
  readonly id: string
  readonly name: string
  readonly read: ReturnType<typeof readMspdi>
}

/** The one in view, in this process alone: a preview that is gone is made again from its file. */
let held: ScheduleSource | null = null

export function holdSource(source: ScheduleSource): void {
  held = source
}

export function dropSource(id: string): void {
  if (held?.id === id) held = null
}

/** What was chosen before, or the file read afresh. @throws RuleBroken importGone, and what the file is refused for */
export function scheduleSource(
  { file, previewId }: { readonly file?: string | undefined; readonly previewId?: string | undefined },
  newId: () => string,
): ScheduleSource {
  if (previewId !== undefined && held?.id === previewId) return held
  if (previewId !== undefined || file === undefined) throw new RuleBroken('importGone', ['previewId'])
  const source = sourceFile(file)
  return { id: newId(), name: source.name, read: readMspdi(wholeFile(source)) }
}

/** The size is looked at before a byte is read. */
function wholeFile({ byteCount, pieces }: SourceFile): Uint8Array {
  if (byteCount > mostBytes)
    throw new RuleBroken('xmlTooLarge', ['file'], { megabytes: mostBytes / 1024 / 1024 })
  return Buffer.concat([...pieces(Math.max(1, byteCount))])
}

const mostBytes = 50 * 1024 * 1024
