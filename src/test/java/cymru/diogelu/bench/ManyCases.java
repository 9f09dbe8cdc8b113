package cymru.diogelu.bench;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Fills the tables of a service with cases: copies of the rows of one real case, its first entries among them, under other
 * references and in chains of their own. Nobody opens them, so that their hashes need not hold; they are there to be in
 * the way.
 */
final class ManyCases {

    private static final int ENTRIES = 10;
    private static final long FIRST_CHAIN = 1_000_000;
    private static final long FIRST_LEAF = 1_000_000_000_000L;
    private static final String[] TABLES = {
        "safeguarding_case", "safeguarding_case_group", "ledger_chain", "ledger_key", "ledger_entry", "ledger_sealed"
    };

    private final JdbcTemplate jdbc;
    private final String model;

    ManyCases(JdbcTemplate jdbc, String model) {
        this.jdbc = jdbc;
        this.model = model;
    }

    /** Each with the chain of what was done and that of who looked. */
    void add(int cases) {
        String references = "'DGL-' || (2000 + n / 900000) || '-' || lpad((n % 900000)::text, 6, '0')";
        jdbc.update(
                "INSERT INTO safeguarding_case SELECT " + references + ", authority, home_authority, reporter_group,"
                        + " opened_at, closed_at, outcome, clocks, facts"
                        + " FROM safeguarding_case, generate_series(1, ?) n WHERE reference = ?",
                cases,
                model);
        jdbc.update(
                "INSERT INTO safeguarding_case_group SELECT " + references + ", involved"
                        + " FROM safeguarding_case_group, generate_series(1, ?) n WHERE reference = ?",
                cases,
                model);
        jdbc.update(
                "INSERT INTO ledger_chain (id, head_seq, head_hash, case_reference, name, body_key)"
                        + " SELECT ? + 2 * n + (name = 'access')::int, " + ENTRIES + ", head_hash, " + references
                        + ", name, body_key FROM ledger_chain, generate_series(1, ?) n WHERE case_reference = ?",
                FIRST_CHAIN,
                cases,
                model);
        String chain = "SELECT id FROM ledger_chain WHERE case_reference = ? AND name = 'case'";
        jdbc.update(
                "INSERT INTO ledger_key SELECT ? + 2 * n, number, master, wrapped FROM ledger_key,"
                        + " generate_series(1, ?) n WHERE chain = (" + chain + ")",
                FIRST_CHAIN,
                cases,
                model);
        jdbc.update(
                "INSERT INTO ledger_entry (happened_at, chain, seq, version, body_key, hash, kind, actor_user, actor_role,"
                        + " actor_agency, process, element, task, body) SELECT happened_at, ? + 2 * n, seq, version,"
                        + " body_key, hash, kind, actor_user, actor_role, actor_agency, process, element, task, body"
                        + " FROM generate_series(1, ?) n, ledger_entry WHERE seq <= " + ENTRIES + " AND chain = ("
                        + chain
                        + ")",
                FIRST_CHAIN,
                cases,
                model);
        jdbc.update(
                "INSERT INTO ledger_sealed (first_leaf, chain, first_seq, last_seq)"
                        + " SELECT ? + 10 * n, ? + 2 * n, 1, " + ENTRIES + " FROM generate_series(1, ?) n",
                FIRST_LEAF,
                FIRST_CHAIN,
                cases);
        for (String table : TABLES) {
            jdbc.execute("VACUUM ANALYZE " + table);
        }
    }
}
