import type { Citation } from '../domain/citation.ts'
import type { Row, WriteDb } from './change.ts'
import type { ReadDb } from './database.ts'

export function listCitations(db: ReadDb, subjectId: string): Citation[] {
  return db
    .all<CitationRow>('SELECT * FROM citation WHERE subject_id = @subjectId ORDER BY rowid', { subjectId })
    .map(citationOf)
}

export function insertCitation(db: WriteDb, citation: Citation): void {
  db.insert({ entity: 'citation', sql: insertSql, row: rowOf(citation) })
}

interface CitationRow {
  readonly id: string
  readonly subject: Citation['subject']
  readonly subject_id: string
  readonly field: string
  readonly source: string
  readonly section: string
  readonly line_from: number | null
  readonly line_to: number | null
  readonly quote: string
}

function citationOf(row: CitationRow): Citation {
  const { subject_id: subjectId, line_from: lineFrom, line_to: lineTo, ...rest } = row
  return { ...rest, subjectId, lineFrom, lineTo }
}

function rowOf(citation: Citation): Row {
  const { subjectId, lineFrom, lineTo, ...rest } = citation
  return { ...rest, subject_id: subjectId, line_from: lineFrom, line_to: lineTo }
}

const insertSql = `INSERT INTO citation (id, subject, subject_id, field, source, section, line_from, line_to, quote)
  VALUES (@id, @subject, @subject_id, @field, @source, @section, @line_from, @line_to, @quote)`
