-- What was counted of the record of each case, without names and free text. All of it can be thrown away and is then
-- counted again from the ledger; docs/statistics.md says how.

-- How far a case was counted, by which version of the rules of counting, and whether all of it could be read.
CREATE TABLE counted_case (
    reference VARCHAR(100) PRIMARY KEY,
    authority VARCHAR(100) NOT NULL,
    opened_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    closed_at TIMESTAMP(3) WITH TIME ZONE,
    through_seq INTEGER NOT NULL,
    rules_version INTEGER NOT NULL,
    standing VARCHAR(10) NOT NULL
);
CREATE INDEX counted_case_opened ON counted_case (opened_at);

-- Each statutory date with what became of it; whether it was kept depends on now and is not stored.
CREATE TABLE counted_deadline (
    reference VARCHAR(100) NOT NULL,
    seq INTEGER NOT NULL,
    provision VARCHAR(100) NOT NULL,
    process VARCHAR(100) NOT NULL,
    version INTEGER NOT NULL,
    element VARCHAR(100) NOT NULL,
    team VARCHAR(100) NOT NULL,
    start_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    due_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    extended_to TIMESTAMP(3) WITH TIME ZONE,
    done_at TIMESTAMP(3) WITH TIME ZONE,
    withdrawn_at TIMESTAMP(3) WITH TIME ZONE,
    PRIMARY KEY (reference, seq)
);
CREATE INDEX counted_deadline_due ON counted_deadline (due_at);

-- Each time that a case came to a step of the funnel.
CREATE TABLE counted_milestone (
    reference VARCHAR(100) NOT NULL,
    seq INTEGER NOT NULL,
    milestone VARCHAR(50) NOT NULL,
    reached_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (reference, seq, milestone)
);
CREATE INDEX counted_milestone_reached ON counted_milestone (reached_at);

-- How often a case came to an element of a model or took one of its flows; of stays that ended, how long they were.
CREATE TABLE counted_step (
    reference VARCHAR(100) NOT NULL,
    process VARCHAR(100) NOT NULL,
    version INTEGER NOT NULL,
    element VARCHAR(100) NOT NULL,
    flow BOOLEAN NOT NULL,
    times INTEGER NOT NULL,
    ended INTEGER NOT NULL,
    seconds BIGINT NOT NULL,
    PRIMARY KEY (reference, process, version, element)
);
