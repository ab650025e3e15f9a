-- What the Statement of Applicability decided when an assessment was frozen.

ALTER TABLE gap_assessment ADD COLUMN decisions TEXT;
