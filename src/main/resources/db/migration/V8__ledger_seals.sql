-- The seal: one Merkle tree (RFC 6962) over the hashes of all entries of all chains; docs/ledger-format.md says how.

-- Ends of chains that are not in the tree yet.
CREATE TABLE ledger_unsealed (
    chain INTEGER NOT NULL,
    last_seq INTEGER NOT NULL,
    PRIMARY KEY (chain, last_seq)
);

-- Which leaves of the tree are which entries: a row for each stretch of a chain that was sealed at once.
CREATE TABLE ledger_sealed (
    first_leaf BIGINT PRIMARY KEY,
    chain INTEGER NOT NULL,
    first_seq INTEGER NOT NULL,
    last_seq INTEGER NOT NULL,
    CONSTRAINT ledger_sealed_stretch UNIQUE (chain, first_seq)
);

-- The hashes of every eighth level of the tree, 256 to a row; the last row of a level grows.
CREATE TABLE ledger_tile (
    level INTEGER NOT NULL,
    number BIGINT NOT NULL,
    hashes BYTEA NOT NULL,
    PRIMARY KEY (level, number)
);

-- The roots that the tree had, and those of them that were signed.
CREATE TABLE ledger_tree_head (
    size BIGINT PRIMARY KEY,
    root BYTEA NOT NULL,
    sealed_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    checkpoint VARCHAR(2000)
);

-- The row that whoever seals holds; how many leaves the tree has.
CREATE TABLE ledger_sequencer (
    one INTEGER PRIMARY KEY,
    size BIGINT NOT NULL
);
INSERT INTO ledger_sequencer (one, size) VALUES (1, 0);

-- What was written before there was a seal is sealed first.
INSERT INTO ledger_unsealed (chain, last_seq) SELECT id, head_seq FROM ledger_chain WHERE head_seq > 0;
