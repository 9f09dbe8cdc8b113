-- The statutory rules that a case breaks, that it still owes something to, or that cannot be judged in it; the entry is
-- the one that breaks the rule. Whether what is owed is late depends on now and is not stored.
CREATE TABLE counted_rule (
    reference VARCHAR(100) NOT NULL,
    rule VARCHAR(100) NOT NULL,
    verdict VARCHAR(20) NOT NULL,
    seq INTEGER,
    since_at TIMESTAMP(3) WITH TIME ZONE,
    due_at TIMESTAMP(3) WITH TIME ZONE,
    PRIMARY KEY (reference, rule)
);
