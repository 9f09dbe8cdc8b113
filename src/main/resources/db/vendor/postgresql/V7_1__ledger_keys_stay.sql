-- That there was a key is part of the record, also when it has been destroyed.
CREATE TRIGGER ledger_key_stays BEFORE DELETE OR TRUNCATE ON ledger_key
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuses();
