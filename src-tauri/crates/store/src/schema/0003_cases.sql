-- Evidence for one answer of a case and the facts it was decided on; when an assessment was frozen and what it began from.

ALTER TABLE evidence_use ADD COLUMN point TEXT;
ALTER TABLE classification ADD COLUMN facts TEXT;
ALTER TABLE gap_assessment ADD COLUMN frozen_on TEXT;
ALTER TABLE gap_assessment ADD COLUMN based_on TEXT;
