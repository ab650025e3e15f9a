-- Files handed in for a request for evidence are judged one by one: where each stands, since when, and why it was refused.

ALTER TABLE evidence_use ADD COLUMN state TEXT;
ALTER TABLE evidence_use ADD COLUMN state_on TEXT;
ALTER TABLE evidence_use ADD COLUMN reason TEXT;
