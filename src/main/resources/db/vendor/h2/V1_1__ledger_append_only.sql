-- H2 cannot refuse an update without Java code inside the database; there the hash chain alone shows a change.
COMMENT ON TABLE ledger_entry IS 'append-only; in H2 guarded by its hash chain only, see docs/ledger-format.md';
