-- The database itself refuses what the record must never see: a changed, removed or emptied entry, a head moved back.

CREATE FUNCTION ledger_refuses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the ledger is append-only: % of % refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER ledger_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuses();

CREATE TRIGGER ledger_chain_stays BEFORE DELETE OR TRUNCATE ON ledger_chain
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuses();

CREATE TRIGGER ledger_chain_moves_on BEFORE UPDATE ON ledger_chain
    FOR EACH ROW WHEN (NEW.head_seq <= OLD.head_seq OR NEW.id <> OLD.id
        OR NEW.case_reference <> OLD.case_reference OR NEW.name <> OLD.name)
    EXECUTE FUNCTION ledger_refuses();

-- Room on the page for the moved head, so that moving it touches no index.
ALTER TABLE ledger_chain SET (fillfactor = 70);
