-- The words of children's names, without marks and in small letters, so that a case is found by a name.
CREATE TABLE safeguarding_case_word (
    word VARCHAR(100) NOT NULL,
    reference VARCHAR(15) NOT NULL,
    PRIMARY KEY (word, reference)
);
