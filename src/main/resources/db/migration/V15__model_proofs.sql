-- The newest attempt to prove the law on each set that was sent to the desk, in a process of its own. The report is JSON,
-- packed with gzip. A set that breaks the law is never approved; one that leaves something open needs a reason.
CREATE TABLE model_proof (
    proposal BIGINT PRIMARY KEY REFERENCES model_proposal (number),
    asked_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    state VARCHAR(10) NOT NULL,
    proved INTEGER NOT NULL,
    broken INTEGER NOT NULL,
    open_rules INTEGER NOT NULL,
    ended_at TIMESTAMP(3) WITH TIME ZONE,
    report BYTEA,
    fault VARCHAR(2000),
    reason VARCHAR(2000),
    reason_by VARCHAR(100)
);
