-- What a system is a part of, its sets of training data, fields of the register; where reasons of the SoA lead to.

ALTER TABLE ai_system ADD COLUMN impact_assessment TEXT;
ALTER TABLE ai_system ADD COLUMN impact_assessment_on TEXT;
ALTER TABLE ai_system ADD COLUMN documents TEXT;
ALTER TABLE ai_system ADD COLUMN soa_specials TEXT;
ALTER TABLE ai_system ADD COLUMN parent TEXT;
CREATE INDEX ai_system_parent ON ai_system(parent);
CREATE INDEX ai_system_merged ON ai_system(merged_into);
CREATE TABLE data_set (
  id TEXT PRIMARY KEY NOT NULL, rev TEXT NOT NULL,
  system TEXT NOT NULL REFERENCES ai_system(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL, provenance TEXT, personal_data TEXT, special_categories TEXT, note TEXT
) STRICT;
CREATE INDEX data_set_system ON data_set(system);
ALTER TABLE soa_row ADD COLUMN reason_links TEXT;
