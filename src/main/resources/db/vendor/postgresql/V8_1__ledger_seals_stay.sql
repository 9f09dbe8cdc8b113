-- A seal that could be taken back would seal nothing: rows stay, tiles only grow, a head is signed once.
CREATE TRIGGER ledger_sealed_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_sealed
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuses();

CREATE TRIGGER ledger_tile_stays BEFORE DELETE OR TRUNCATE ON ledger_tile
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuses();

CREATE TRIGGER ledger_tile_grows BEFORE UPDATE ON ledger_tile
    FOR EACH ROW WHEN (NEW.level <> OLD.level OR NEW.number <> OLD.number
        OR substring(NEW.hashes FROM 1 FOR length(OLD.hashes)) <> OLD.hashes)
    EXECUTE FUNCTION ledger_refuses();

CREATE TRIGGER ledger_tree_head_stays BEFORE DELETE OR TRUNCATE ON ledger_tree_head
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuses();

CREATE TRIGGER ledger_tree_head_is_signed_once BEFORE UPDATE ON ledger_tree_head
    FOR EACH ROW WHEN (NEW.size <> OLD.size OR NEW.root <> OLD.root OR NEW.sealed_at <> OLD.sealed_at
        OR OLD.checkpoint IS NOT NULL)
    EXECUTE FUNCTION ledger_refuses();
