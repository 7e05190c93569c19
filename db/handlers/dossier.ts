import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type DossierFile,
  dossierFiles,
  isInPeriod,
  maxDossierBytes,
  maxDossierFiles,
  subjectName,
  sumLine,
} from '../domain/dossier.ts'
import { RuleBroken } from '../domain/ruleBroken.ts'
import type { Language } from '../domain/ruleText.ts'
import { plainRow, type TableColumn } from '../domain/table.ts'
import { writeFileAtomically } from '../exchange/file.ts'
import { writeXlsxTable } from '../exchange/xlsx.ts'
import { zipInto } from '../exchange/zip.ts'
import type { ParsedInput } from '../requests/requests.ts'
import { findAttachedRecord } from '../store/attachedRecord.ts'
import { listAttachments } from '../store/attachment.ts'
import { chunksOf } from '../store/content.ts'
import type { ReadDb } from '../store/database.ts'
import { findProject } from '../store/project.ts'
import type { Moment, TaskHandler } from './handler.ts'
import { listSheet } from './tableFile.ts'

/** One zip: a folder for each record, index.xlsx, and sha256sums.txt that `sha256sum -c` accepts. */
export const exportDossier: TaskHandler<'exportDossier'> = async function* (db, input, moment) {
  const files = filesOf(db, input)
  const total = files.reduce((sum, { attachment }) => sum + attachment.byteCount, 0)
  if (files.length === 0) throw new RuleBroken('dossierEmpty')
  if (total > maxDossierBytes || files.length > maxDossierFiles) throw new RuleBroken('dossierTooLarge')
  yield { done: 0, total }
  const index = await indexOf(db, files, input.language, moment)
  const target = writeFileAtomically(input.file)
  let done = 0
  try {
    const zip = zipInto(target.append)
    for (const { attachment, path } of files) {
      const part = zip.begin(path)
      const hash = createHash('sha256')
      for (const chunk of chunksOf(db, attachment.contentId)) {
        hash.update(chunk)
        part.append(chunk)
        done += chunk.length
        yield { done, total }
      }
      part.end()
      if (hash.digest('hex') !== attachment.contentId)
        throw new RuleBroken('contentDamaged', ['file'], { name: attachment.name })
    }
    zip.whole('index.xlsx', index)
    const sums = files.map(({ attachment, path }) => sumLine(attachment.contentId, path))
    const indexHash = createHash('sha256').update(index).digest('hex')
    zip.whole('sha256sums.txt', Buffer.from([...sums, sumLine(indexHash, 'index.xlsx')].join('')))
    zip.finish()
    target.finish()
  } finally {
    target.discard()
  }
  return { file: input.file, fileCount: files.length, byteCount: total }
}

function filesOf(db: ReadDb, input: ParsedInput<'exportDossier'>): readonly DossierFile[] {
  const { projectId, contractId, language } = input
  const { items } = listAttachments(
    db,
    { projectId, contractId, withRemoved: false },
    { page: 1, pageSize: maxDossierFiles + 1 },
  )
  const found = items.flatMap((attachment) => {
    const record = findAttachedRecord(db, attachment.subject, attachment.subjectId)
    if (record === undefined || !isInPeriod(record.dated, input)) return []
    const project = attachment.projectId === null ? undefined : findProject(db, attachment.projectId)
    return [{ attachment, projectName: project?.name ?? '', recordTitle: record.title, dated: record.dated }]
  })
  return dossierFiles(found, language)
}

/** The index as a workbook, which knows only how to be written to a file. */
async function indexOf(db: ReadDb, files: readonly DossierFile[], language: Language, moment: Moment) {
  const folder = mkdtempSync(join(tmpdir(), 'cpt-dossier-'))
  const file = join(folder, 'index.xlsx')
  const columns = columnsIn(language)
  const title = language === 'en' ? 'Index of the package' : '资料包目录'
  const sheet = listSheet(
    db,
    { title, columns, rowCount: files.length, unit: 'yuan', language, paper: 'A3' },
    '',
    moment,
  )
  const rows = files.map(({ attachment, projectName, recordTitle, dated, path }, index) =>
    plainRow([
      index + 1,
      projectName,
      subjectName(attachment.subject, language),
      recordTitle,
      dated,
      attachment.document,
      attachment.name,
      path,
      attachment.byteCount,
      attachment.contentId,
      attachment.actorName,
      attachment.recordedAt,
      attachment.note,
    ]),
  )
  try {
    const steps = writeXlsxTable(file, sheet, rows)
    while ((await steps.next()).done !== true);
    return readFileSync(file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function columnsIn(language: Language): readonly TableColumn[] {
  return indexColumns.map(([id, kind, zh, en]) => ({
    id,
    kind,
    title: language === 'en' ? en : zh,
    group: null,
    isSummed: false,
  }))
}

const indexColumns = [
  ['number', 'count', '序号', 'No.'],
  ['project', 'text', '项目', 'Project'],
  ['kind', 'text', '记录类型', 'Kind of record'],
  ['record', 'text', '记录', 'Record'],
  ['dated', 'text', '记录日期', 'Dated'],
  ['document', 'text', '文件类别', 'Document'],
  ['name', 'text', '文件名', 'File name'],
  ['path', 'text', '包内路径', 'Path in the package'],
  ['bytes', 'count', '字节数', 'Bytes'],
  ['sha256', 'text', 'SHA-256', 'SHA-256'],
  ['actor', 'text', '附上人', 'Attached by'],
  ['at', 'instant', '附上时间', 'Attached at'],
  ['note', 'text', '说明', 'Note'],
] as const
