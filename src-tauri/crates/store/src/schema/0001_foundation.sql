-- Schema version 1. Applied once, in this form, for ever: later versions only append.
-- Enumerations, limits and references to packs are checked above; see docs/adr/0010.

-- Recorded tables: id and rev first, data after; what they hold is replayed from the ledger.
CREATE TABLE organisation (
  id TEXT PRIMARY KEY NOT NULL, rev TEXT NOT NULL,
  name TEXT NOT NULL, language TEXT NOT NULL, report_language TEXT NOT NULL, sector TEXT, description TEXT,
  stage1_on TEXT, stage2_on TEXT, scope_statement TEXT, classification_mark TEXT
) STRICT;
CREATE TABLE record (
  id TEXT PRIMARY KEY NOT NULL, rev TEXT NOT NULL,
  kind TEXT NOT NULL, code TEXT, title TEXT NOT NULL,
  owner TEXT REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED,
  due TEXT, deleted_at TEXT
) STRICT;
CREATE INDEX record_kind ON record(kind, deleted_at);
CREATE TABLE member (
  id TEXT PRIMARY KEY NOT NULL REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED, rev TEXT NOT NULL,
  roles TEXT NOT NULL, kind TEXT NOT NULL, affiliation TEXT NOT NULL, job_title TEXT, active INTEGER NOT NULL
) STRICT;
CREATE TABLE device (
  id TEXT PRIMARY KEY NOT NULL, rev TEXT NOT NULL,
  member TEXT NOT NULL REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED,
  public_key TEXT NOT NULL, share_hash TEXT NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL,
  admitted_at TEXT NOT NULL, revoked_at TEXT
) STRICT;
CREATE TABLE ai_system (
  id TEXT PRIMARY KEY NOT NULL REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED, rev TEXT NOT NULL,
  version TEXT, technical_owner TEXT, department TEXT, status TEXT, in_use_since TEXT, scope TEXT,
  scope_reason TEXT, purpose TEXT, benefits TEXT, outputs TEXT, foreseeable_misuse TEXT, users TEXT,
  affected_people TEXT, decisions_influenced TEXT, autonomy TEXT, volume TEXT, origin TEXT, supplier TEXT,
  model TEXT, algorithm TEXT, platform TEXT, training_data TEXT, personal_data TEXT, special_categories TEXT,
  hosting TEXT, interfaces TEXT, iso_roles TEXT, act_roles TEXT, output_used_in_eu TEXT, oversight TEXT,
  monitoring TEXT, logs_and_retention TEXT, incident_contact TEXT, restricted TEXT, restriction_reason TEXT,
  registration_number TEXT, notes TEXT, source TEXT, source_id TEXT, imported_facts TEXT
) STRICT;
CREATE INDEX ai_system_source ON ai_system(source, source_id);
CREATE TABLE link (
  id TEXT PRIMARY KEY NOT NULL, rev TEXT NOT NULL,
  from_record TEXT NOT NULL REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  to_record TEXT NOT NULL REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  relation TEXT NOT NULL, note TEXT
) STRICT;
CREATE INDEX link_from ON link(from_record);
CREATE INDEX link_to ON link(to_record);
CREATE TABLE comment (
  id TEXT PRIMARY KEY NOT NULL, rev TEXT NOT NULL,
  record TEXT NOT NULL REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  author TEXT NOT NULL REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED,
  at TEXT NOT NULL, body TEXT NOT NULL
) STRICT;
CREATE INDEX comment_record ON comment(record);
CREATE TABLE action (
  id TEXT PRIMARY KEY NOT NULL REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED, rev TEXT NOT NULL,
  source_record TEXT REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  text TEXT, status TEXT NOT NULL, drop_reason TEXT, effectiveness TEXT
) STRICT;
CREATE INDEX action_source ON action(source_record);
CREATE TABLE evidence (
  id TEXT PRIMARY KEY NOT NULL REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED, rev TEXT NOT NULL,
  sha256 TEXT, file_name TEXT, media_type TEXT, size INTEGER, reference TEXT,
  effective_on TEXT, uploaded_at TEXT NOT NULL, valid_until TEXT, note TEXT
) STRICT;
CREATE INDEX evidence_sha256 ON evidence(sha256);
CREATE TABLE evidence_use (
  id TEXT PRIMARY KEY NOT NULL, rev TEXT NOT NULL,
  evidence TEXT NOT NULL REFERENCES evidence(id) DEFERRABLE INITIALLY DEFERRED,
  record TEXT NOT NULL REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED, note TEXT
) STRICT;
CREATE INDEX evidence_use_evidence ON evidence_use(evidence);
CREATE INDEX evidence_use_record ON evidence_use(record);
CREATE TABLE approval (
  id TEXT PRIMARY KEY NOT NULL REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED, rev TEXT NOT NULL,
  subject_record TEXT NOT NULL REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL, content_hash TEXT NOT NULL, state TEXT NOT NULL, how TEXT,
  requested_by TEXT REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED, requested_at TEXT,
  decided_by TEXT REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED, decided_at TEXT,
  signatory TEXT, reason TEXT,
  evidence TEXT REFERENCES evidence(id) DEFERRABLE INITIALLY DEFERRED,
  recorded_by TEXT REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX approval_subject ON approval(subject_record);
CREATE TABLE document (
  id TEXT PRIMARY KEY NOT NULL REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED, rev TEXT NOT NULL,
  kind TEXT NOT NULL, version INTEGER NOT NULL, state TEXT NOT NULL, content_hash TEXT,
  prepared_by TEXT REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED,
  reviewed_by TEXT REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED,
  approved_by TEXT REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED,
  effective_on TEXT, next_review TEXT, blob TEXT
) STRICT;
CREATE INDEX document_kind ON document(kind, version);
CREATE TABLE classification (
  id TEXT PRIMARY KEY NOT NULL REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED, rev TEXT NOT NULL,
  system TEXT NOT NULL REFERENCES ai_system(id) DEFERRABLE INITIALLY DEFERRED,
  pack TEXT NOT NULL, pack_version TEXT NOT NULL, pack_sha256 TEXT NOT NULL,
  answers TEXT NOT NULL, notes TEXT NOT NULL, result TEXT, tier TEXT, provisional INTEGER NOT NULL,
  state TEXT NOT NULL,
  decided_by TEXT REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED, decided_at TEXT, review_on TEXT
) STRICT;
CREATE INDEX classification_system ON classification(system, state);
CREATE TABLE gap_assessment (
  id TEXT PRIMARY KEY NOT NULL REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED, rev TEXT NOT NULL,
  name TEXT NOT NULL, framework TEXT NOT NULL, pack_version TEXT NOT NULL, pack_sha256 TEXT NOT NULL,
  state TEXT NOT NULL, kind TEXT NOT NULL
) STRICT;
CREATE TABLE gap_line (
  id TEXT PRIMARY KEY NOT NULL REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED, rev TEXT NOT NULL,
  assessment TEXT NOT NULL REFERENCES gap_assessment(id) DEFERRABLE INITIALLY DEFERRED,
  requirement TEXT NOT NULL, conformity TEXT, maturity TEXT, statement TEXT, grade TEXT, confidence TEXT,
  assessor TEXT REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED, note TEXT, not_needed_fact TEXT
) STRICT;
CREATE INDEX gap_line_assessment ON gap_line(assessment);
CREATE INDEX gap_line_requirement ON gap_line(requirement);
CREATE TABLE gap_answer (
  id TEXT PRIMARY KEY NOT NULL, rev TEXT NOT NULL,
  line TEXT NOT NULL REFERENCES gap_line(id) DEFERRABLE INITIALLY DEFERRED,
  item TEXT NOT NULL, answer TEXT NOT NULL, record_seen TEXT
) STRICT;
CREATE INDEX gap_answer_line ON gap_answer(line);
CREATE TABLE soa_row (
  id TEXT PRIMARY KEY NOT NULL REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED, rev TEXT NOT NULL,
  control TEXT NOT NULL, decision TEXT NOT NULL, reasons TEXT NOT NULL, justification TEXT,
  exclusion_basis TEXT, delivery TEXT, delivery_note TEXT
) STRICT;
CREATE INDEX soa_row_control ON soa_row(control);
CREATE TABLE control_status (
  id TEXT PRIMARY KEY NOT NULL, rev TEXT NOT NULL,
  control TEXT NOT NULL, system TEXT REFERENCES ai_system(id) DEFERRABLE INITIALLY DEFERRED, status TEXT NOT NULL
) STRICT;
CREATE INDEX control_status_control ON control_status(control);
CREATE TABLE pack (
  id TEXT PRIMARY KEY NOT NULL, rev TEXT NOT NULL,
  pack TEXT NOT NULL, version TEXT NOT NULL, date TEXT NOT NULL, sha256 TEXT NOT NULL, state TEXT NOT NULL
) STRICT;
CREATE TABLE import_mapping (
  id TEXT PRIMARY KEY NOT NULL, rev TEXT NOT NULL,
  name TEXT NOT NULL, kind TEXT NOT NULL, header_sha256 TEXT NOT NULL, mapping TEXT NOT NULL
) STRICT;
CREATE TABLE setting (
  id TEXT PRIMARY KEY NOT NULL, rev TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL
) STRICT;

-- Ledger: append-only. The columns beside the line repeat it for queries; verification compares them.
CREATE TABLE entry (
  n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, stamp TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
  device TEXT NOT NULL, seq INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, subject TEXT,
  time TEXT NOT NULL, line TEXT NOT NULL, signature BLOB NOT NULL
) STRICT;
CREATE INDEX entry_device ON entry(device, seq);
CREATE INDEX entry_actor ON entry(actor);
CREATE INDEX entry_action ON entry(action);
CREATE TABLE payload (n INTEGER PRIMARY KEY, salt BLOB NOT NULL, bytes BLOB NOT NULL) STRICT;
CREATE TABLE device_key (
  device TEXT PRIMARY KEY NOT NULL, member TEXT NOT NULL, public_key TEXT NOT NULL, share BLOB NOT NULL
) STRICT;
CREATE TABLE checkpoint (entries INTEGER PRIMARY KEY, note TEXT NOT NULL) STRICT;
CREATE TRIGGER entry_update BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER entry_delete BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER payload_update BEFORE UPDATE ON payload BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER payload_delete BEFORE DELETE ON payload BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER device_key_update BEFORE UPDATE ON device_key BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER device_key_delete BEFORE DELETE ON device_key BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER checkpoint_update BEFORE UPDATE ON checkpoint BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER checkpoint_delete BEFORE DELETE ON checkpoint BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

-- Blobs: bytes named by their SHA-256, in chunks of 1 MiB.
CREATE TABLE blob (sha256 TEXT PRIMARY KEY NOT NULL, size INTEGER NOT NULL, chunks INTEGER NOT NULL) STRICT;
CREATE TABLE blob_chunk (
  sha256 TEXT NOT NULL, n INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (sha256, n)
) STRICT;

-- Derived: rebuilt from the ledger and the recorded tables whenever in doubt.
CREATE TABLE touched (
  record TEXT NOT NULL, entry INTEGER NOT NULL, tbl TEXT NOT NULL, row TEXT NOT NULL,
  PRIMARY KEY (record, entry, tbl, row)
) STRICT, WITHOUT ROWID;
CREATE TABLE code_seen (series TEXT PRIMARY KEY NOT NULL, last INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE search_doc (docid INTEGER PRIMARY KEY, record TEXT NOT NULL UNIQUE, kind TEXT NOT NULL) STRICT;
CREATE VIRTUAL TABLE search USING fts5(code, title, body, tokenize = 'unicode61 remove_diacritics 2');
CREATE TABLE derived_version (id INTEGER PRIMARY KEY, version INTEGER NOT NULL, entries INTEGER NOT NULL) STRICT;
