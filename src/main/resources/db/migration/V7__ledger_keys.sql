-- Bodies are encrypted with a key for each chain, wrapped with a master key that stands outside the database. Without
-- its wrapped bytes a key is destroyed, and what it encrypted can no longer be read; the row says that there was one.
CREATE TABLE ledger_key (
    chain INTEGER NOT NULL,
    number INTEGER NOT NULL,
    master VARCHAR(100) NOT NULL,
    wrapped BYTEA,
    PRIMARY KEY (chain, number)
);

-- The number of the key that encrypts the next body; 0 before there is one.
ALTER TABLE ledger_chain ADD COLUMN body_key INTEGER DEFAULT 0 NOT NULL;
