-- The day a step was done that no record shows: audits held, time the system has run.

ALTER TABLE plan_step ADD COLUMN done_on TEXT;
