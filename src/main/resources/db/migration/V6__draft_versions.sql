-- Which page kept a draft last, and how often it was kept: a page that was opened before and is not that page has not
-- seen its newer words and must not write over them.
ALTER TABLE task_draft ADD COLUMN page UUID;
ALTER TABLE task_draft ADD COLUMN version INTEGER DEFAULT 1 NOT NULL;
