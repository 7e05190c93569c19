import type { AttachmentSubject } from '../../../db/domain/attachment.ts'
import type { ChosenFiles, RequestError } from '../../../db/requests/wire.ts'
import { RequestFailed, useCommand } from '../../api.ts'

export type StagedFile = ChosenFiles['staged'][number]

export interface AttachedTo {
  readonly subject: AttachmentSubject
  readonly subjectId: string
}

/**
 * Attaches files that were read in, one after another. `key` makes it safe to do the same again: what is attached
 * already is not attached twice.
 */
export function useAttach() {
  const attach = useCommand('attachFile')
  const attachAll = async (
    record: AttachedTo,
    files: readonly StagedFile[],
    document: string | null,
    key: string,
  ) => {
    const failed: { readonly file: StagedFile; readonly error: RequestError }[] = []
    for (const file of files) {
      const { sha256, name } = file
      try {
        await attach.mutateAsync({
          ...record,
          sha256,
          name,
          document,
          idempotencyKey: `${key}:${sha256}:${name}`.slice(0, 200),
        })
      } catch (error) {
        if (!(error instanceof RequestFailed)) throw error
        failed.push({ file, error: error.error })
      }
    }
    return failed
  }
  return { attachAll, isBusy: attach.isPending }
}
