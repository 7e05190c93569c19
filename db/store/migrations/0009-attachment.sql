-- 附件. A content is stored once, under its SHA-256, in chunks: no row is larger than a chunk. The chain's image of
-- content and attachment holds the hash, never the bytes.
CREATE TABLE content (
  id TEXT PRIMARY KEY CHECK (length(id) = 64),
  byte_count INTEGER NOT NULL CHECK (byte_count > 0),
  chunk_count INTEGER NOT NULL CHECK (chunk_count > 0),
  -- Its bytes were taken out, since no attachment that stands refers to it any more.
  collected_at TEXT
) STRICT;

-- Files that are read in and not attached yet: their bytes stand in content_chunk already.
CREATE TABLE staged_content (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  byte_count INTEGER NOT NULL CHECK (byte_count > 0),
  chunk_count INTEGER NOT NULL CHECK (chunk_count > 0),
  staged_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE content_chunk (
  sha256 TEXT NOT NULL,
  position INTEGER NOT NULL CHECK (position >= 0),
  bytes BLOB NOT NULL,
  UNIQUE (sha256, position)
) STRICT;

CREATE TABLE attachment (
  id TEXT PRIMARY KEY,
  -- The table and the id of the record that it belongs to.
  subject TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  project_id TEXT REFERENCES project (id),
  contract_id TEXT REFERENCES contract (id),
  content_id TEXT NOT NULL REFERENCES content (id),
  name TEXT NOT NULL CHECK (name <> ''),
  media_type TEXT NOT NULL,
  -- Which document it is (发票, 合同扫描件 …): what the list of missing documents looks for.
  document TEXT,
  note TEXT,
  recorded_at TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  removed_at TEXT,
  removed_by TEXT,
  remove_reason TEXT,
  CHECK ((removed_at IS NULL) = (removed_by IS NULL) AND (removed_at IS NULL) = (remove_reason IS NULL))
) STRICT;
CREATE INDEX attachment_subject ON attachment (subject_id, document);
CREATE INDEX attachment_project ON attachment (project_id);
CREATE INDEX attachment_content ON attachment (content_id);
CREATE TRIGGER attachment_kept BEFORE DELETE ON attachment BEGIN
  SELECT raise(ABORT, 'an attachment is removed with a reason, its record stays');
END;
CREATE TRIGGER content_kept BEFORE DELETE ON content BEGIN
  SELECT raise(ABORT, 'the record of a content stays');
END;

-- What records should have, as somebody edited it; what nobody touched stands in db/domain/documentTable.ts.
CREATE TABLE document_requirement (
  id TEXT PRIMARY KEY,
  situation TEXT NOT NULL,
  document TEXT NOT NULL CHECK (document <> ''),
  basis TEXT NOT NULL,
  clause TEXT,
  status TEXT NOT NULL CHECK (status IN ('checked', 'unchecked', 'internal')),
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1))
) STRICT;

-- 不需要, with the reason; taken back it counts no more and stays.
CREATE TABLE document_waiver (
  id TEXT PRIMARY KEY,
  requirement_id TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  withdrawn_at TEXT
) STRICT;
CREATE UNIQUE INDEX document_waiver_once ON document_waiver (subject_id, requirement_id) WHERE withdrawn_at IS NULL;
