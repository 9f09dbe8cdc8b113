-- What somebody has typed and not yet handed in: encrypted, one for each person and task, gone when they hand it in. What
-- others have typed stays until they say that they do not need it: somebody else may have been first.
CREATE TABLE task_draft (
    task VARCHAR(64) NOT NULL,
    person VARCHAR(100) NOT NULL,
    saved_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    case_reference VARCHAR(15),
    answers BYTEA NOT NULL,
    PRIMARY KEY (task, person)
);

-- The language that somebody reads in, wherever they sign in next.
CREATE TABLE person_language (
    person VARCHAR(100) PRIMARY KEY,
    language VARCHAR(2) NOT NULL
);
