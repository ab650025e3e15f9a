-- Schema version 2. Applied once, in this form, for ever: later versions only append.
-- Earlier versions of documents; discovery; obligations; screening; life cycle; evidence requests; reuse; plan; views.

CREATE TABLE document_version (
  id TEXT PRIMARY KEY NOT NULL, rev TEXT NOT NULL,
  document TEXT NOT NULL REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL, state TEXT NOT NULL, content_hash TEXT NOT NULL, blob TEXT NOT NULL,
  prepared_by TEXT REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED,
  approved_by TEXT REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED,
  approval TEXT REFERENCES approval(id) DEFERRABLE INITIALLY DEFERRED,
  effective_on TEXT, next_review TEXT
) STRICT;
CREATE INDEX document_version_document ON document_version(document, version);

CREATE TABLE sweep (
  id TEXT PRIMARY KEY NOT NULL REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED, rev TEXT NOT NULL,
  area TEXT NOT NULL, department TEXT, state TEXT NOT NULL, closed_on TEXT, note TEXT
) STRICT;
CREATE TABLE sweep_item (
  id TEXT PRIMARY KEY NOT NULL, rev TEXT NOT NULL,
  sweep TEXT NOT NULL REFERENCES sweep(id) DEFERRABLE INITIALLY DEFERRED,
  item TEXT NOT NULL, answer TEXT NOT NULL, asked_whom TEXT, asked_on TEXT, note TEXT
) STRICT;
CREATE INDEX sweep_item_sweep ON sweep_item(sweep);
CREATE TABLE candidate (
  id TEXT PRIMARY KEY NOT NULL REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED, rev TEXT NOT NULL,
  sweep TEXT REFERENCES sweep(id) DEFERRABLE INITIALLY DEFERRED,
  state TEXT NOT NULL, vendor TEXT, product TEXT, model TEXT, department TEXT, purpose TEXT, found_by TEXT,
  reason TEXT, system TEXT REFERENCES ai_system(id) DEFERRABLE INITIALLY DEFERRED,
  source TEXT, source_id TEXT, imported_facts TEXT
) STRICT;
CREATE INDEX candidate_state ON candidate(state);
CREATE INDEX candidate_source ON candidate(source, source_id);

ALTER TABLE ai_system ADD COLUMN merged_into TEXT;
ALTER TABLE ai_system ADD COLUMN objectives TEXT;
ALTER TABLE ai_system ADD COLUMN components TEXT;
ALTER TABLE ai_system ADD COLUMN effects TEXT;
ALTER TABLE ai_system ADD COLUMN data_sources TEXT;
ALTER TABLE ai_system ADD COLUMN model_version TEXT;
ALTER TABLE ai_system ADD COLUMN contracts TEXT;
ALTER TABLE ai_system ADD COLUMN other_law TEXT;
CREATE TABLE system_transition (
  id TEXT PRIMARY KEY NOT NULL, rev TEXT NOT NULL,
  system TEXT NOT NULL REFERENCES ai_system(id) DEFERRABLE INITIALLY DEFERRED,
  status TEXT NOT NULL, happened_on TEXT NOT NULL, note TEXT
) STRICT;
CREATE INDEX system_transition_system ON system_transition(system, happened_on);
CREATE TABLE system_version (
  id TEXT PRIMARY KEY NOT NULL, rev TEXT NOT NULL,
  system TEXT NOT NULL REFERENCES ai_system(id) DEFERRABLE INITIALLY DEFERRED,
  version TEXT NOT NULL, since_on TEXT, change TEXT, effects TEXT
) STRICT;
CREATE INDEX system_version_system ON system_version(system, since_on);
CREATE TABLE saved_view (
  id TEXT PRIMARY KEY NOT NULL, rev TEXT NOT NULL,
  screen TEXT NOT NULL, name TEXT NOT NULL, query TEXT NOT NULL, columns TEXT,
  member TEXT REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX saved_view_screen ON saved_view(screen);

CREATE TABLE obligation (
  id TEXT PRIMARY KEY NOT NULL REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED, rev TEXT NOT NULL,
  system TEXT NOT NULL REFERENCES ai_system(id) DEFERRABLE INITIALLY DEFERRED,
  pack TEXT NOT NULL, obligation TEXT NOT NULL, status TEXT NOT NULL, reason TEXT
) STRICT;
CREATE INDEX obligation_system ON obligation(system);
CREATE TABLE screening (
  id TEXT PRIMARY KEY NOT NULL, rev TEXT NOT NULL,
  system TEXT NOT NULL REFERENCES ai_system(id) DEFERRABLE INITIALLY DEFERRED,
  criteria TEXT NOT NULL, answers TEXT NOT NULL, level TEXT NOT NULL, note TEXT,
  decided_by TEXT REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED, decided_at TEXT
) STRICT;
CREATE INDEX screening_system ON screening(system);

ALTER TABLE gap_line ADD COLUMN pass TEXT;
ALTER TABLE gap_line ADD COLUMN assessed_on TEXT;
ALTER TABLE gap_answer ADD COLUMN seen_on TEXT;
ALTER TABLE gap_answer ADD COLUMN seen_owner TEXT;
CREATE TABLE evidence_request (
  id TEXT PRIMARY KEY NOT NULL REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED, rev TEXT NOT NULL,
  requirement TEXT NOT NULL, what TEXT NOT NULL, department TEXT, state TEXT NOT NULL, reason TEXT,
  requested_on TEXT, received_on TEXT, decided_on TEXT
) STRICT;
CREATE INDEX evidence_request_state ON evidence_request(state);
CREATE TABLE reuse (
  id TEXT PRIMARY KEY NOT NULL, rev TEXT NOT NULL,
  assessment TEXT NOT NULL REFERENCES gap_assessment(id) DEFERRABLE INITIALLY DEFERRED,
  requirement TEXT NOT NULL, source TEXT NOT NULL, via TEXT NOT NULL, state TEXT NOT NULL, note TEXT,
  decided_by TEXT REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED, decided_at TEXT
) STRICT;
CREATE INDEX reuse_assessment ON reuse(assessment);

ALTER TABLE action ADD COLUMN starts_on TEXT;
ALTER TABLE action ADD COLUMN effort_days INTEGER;
CREATE TABLE plan_step (
  id TEXT PRIMARY KEY NOT NULL, rev TEXT NOT NULL,
  step TEXT NOT NULL, starts_on TEXT, ends_on TEXT,
  owner TEXT REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED, note TEXT
) STRICT;
