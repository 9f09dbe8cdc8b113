-- One child's case. Personal detail stands in facts only, here and in the ledger, never in the engine.

-- Numbers go on over the turn of the year and begin again after the last: a reference holds the year as well.
CREATE SEQUENCE safeguarding_case_number MINVALUE 1 MAXVALUE 999999 CYCLE;

CREATE TABLE safeguarding_case (
    reference VARCHAR(15) PRIMARY KEY,
    authority VARCHAR(9) NOT NULL,
    home_authority VARCHAR(9),
    reporter_group VARCHAR(100) NOT NULL,
    opened_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    closed_at TIMESTAMP(3) WITH TIME ZONE,
    outcome VARCHAR(100),
    clocks VARCHAR(10000) NOT NULL,
    facts VARCHAR(1000000) NOT NULL,
    CONSTRAINT safeguarding_case_closed CHECK ((closed_at IS NULL) = (outcome IS NULL))
);

-- Both directions of a link are kept, so that either case finds the other by the primary key.
CREATE TABLE safeguarding_case_link (
    reference VARCHAR(15) NOT NULL,
    linked VARCHAR(15) NOT NULL,
    PRIMARY KEY (reference, linked)
);

-- The groups that were ever offered a task of the case.
CREATE TABLE safeguarding_case_group (
    reference VARCHAR(15) NOT NULL,
    involved VARCHAR(100) NOT NULL,
    PRIMARY KEY (reference, involved)
);
