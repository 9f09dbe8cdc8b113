-- What somebody has typed and not yet handed in: encrypted, one for each person and task, gone on submission.
CREATE TABLE task_draft (
    task VARCHAR(64) NOT NULL,
    person VARCHAR(100) NOT NULL,
    saved_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    answers BYTEA NOT NULL,
    PRIMARY KEY (task, person)
);
