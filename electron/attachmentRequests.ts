import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type BrowserWindow, shell as system } from 'electron'
import { z } from 'zod'
import type { Actor } from '../db/domain/actor.ts'
import { mayOpen } from '../db/domain/mediaType.ts'
import type { Language } from '../db/domain/ruleText.ts'
import { safeName } from '../db/domain/safeName.ts'
import { type RequestOutput, requests } from '../db/requests/requests.ts'
import type { Answer, ChosenFiles } from '../db/requests/wire.ts'
import { answered, refused } from './answer.ts'
import type { DbHost } from './dbHost.ts'
import { askFiles } from './dialogs.ts'
import { logIncident } from './log.ts'

export interface AttachmentShell {
  readonly window: BrowserWindow
  readonly db: DbHost
  /** For the copies that are opened: emptied at start and at the end. */
  readonly folder: string
  readonly actor: () => Actor | null
  readonly language: () => Language
  readonly libraryFile: () => string | null
}

/** How files come in and out of the library. Paths come from a dialog or from the preload, never from the page. */
export function attachmentRequests({ window, db, folder, actor, language, libraryFile }: AttachmentShell) {
  /** One file that cannot be read in does not keep the others out. */
  async function chooseFiles(dropped: unknown, key: unknown): Promise<Answer<ChosenFiles>> {
    const given = droppedPaths.safeParse(dropped)
    const named = z.string().max(200).optional().safeParse(key)
    if (!given.success || !named.success) return refused('inputMalformed', language(), { field: 'files' })
    const files = given.data ?? (await askFiles(window))
    if (files.length === 0) return refused('cancelled', language())
    const staged: ChosenFiles['staged'][number][] = []
    const failed: ChosenFiles['refused'][number][] = []
    for (const file of files) {
      const answer = await db.request({ name: 'stageFile', input: { file }, actor: actor(), key: named.data })
      if (answer.ok) staged.push(requests.stageFile.output.parse(answer.value))
      else failed.push(answer.error)
      if (!answer.ok && answer.error.code === 'cancelled') break
    }
    return answered({ staged, refused: failed })
  }

  async function openAttachment(attachmentId: unknown): Promise<Answer<null>> {
    const attachment = await attachmentOf(attachmentId)
    if (!attachment.ok) return attachment
    const { name, mediaType } = attachment.value
    // What may run is never handed to the system: saved, it is the person's own decision.
    if (!mayOpen(mediaType, name)) return refused('attachmentUnsafe', language(), { name })
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const file = join(mkdtempSync(join(folder, 'copy-')), safeName(name))
    const copied = await db.request({ name: 'copyAttachment', input: { attachmentId, file }, actor: actor() })
    if (!copied.ok) return copied
    const why = await system.openPath(file)
    return why === '' ? answered(null) : refused('fileNotOpened', language(), { name, why })
  }

  /** Beside the library, under its own name. */
  async function suggestedPath(attachmentId: unknown): Promise<string | undefined> {
    const attachment = await attachmentOf(attachmentId)
    const beside = libraryFile()
    if (!attachment.ok || beside === null) return undefined
    return join(dirname(beside), safeName(attachment.value.name))
  }

  async function attachmentOf(attachmentId: unknown): Promise<Answer<RequestOutput<'getAttachment'>>> {
    const answer = await db.request({ name: 'getAttachment', input: { attachmentId }, actor: actor() })
    return answer.ok ? answered(requests.getAttachment.output.parse(answer.value)) : answer
  }

  return { chooseFiles, openAttachment, suggestedPath }
}

/** Copies that were opened do not outlive the app; one that another program still holds goes at the next start. */
export function sweepOpened(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true })
  } catch (error) {
    logIncident('sweep opened', error)
  }
}

const droppedPaths = z.array(z.string().min(1).max(4096)).min(1).max(200).nullable()
