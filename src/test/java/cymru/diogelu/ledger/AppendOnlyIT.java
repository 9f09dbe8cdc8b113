package cymru.diogelu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.diogelu.database.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppendOnlyIT {

    private static final LedgerFixture FIXTURE =
            new LedgerFixture(Databases.postgres()).recorded("guarded", 3).sealed();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger_entry SET version = 9",
                "DELETE FROM ledger_entry WHERE seq = 3",
                "TRUNCATE ledger_entry",
                "DELETE FROM ledger_chain",
                "TRUNCATE ledger_chain",
                "DELETE FROM ledger_key",
                "DELETE FROM ledger_sealed",
                "UPDATE ledger_sealed SET last_seq = 2",
                "UPDATE ledger_tile SET hashes = decode('00', 'hex')",
                "DELETE FROM ledger_tile",
                "UPDATE ledger_tree_head SET root = decode('00', 'hex')",
                "UPDATE ledger_tree_head SET checkpoint = 'another'",
                "TRUNCATE ledger_tree_head",
                "UPDATE ledger_chain SET head_seq = 2",
                "UPDATE ledger_chain SET head_hash = decode('00', 'hex')",
                "UPDATE ledger_chain SET head_seq = 4, case_reference = 'another'"
            })
    void postgresRefusesToChangeTheRecord(String statement) {
        assertThatThrownBy(() -> FIXTURE.jdbc.execute(statement)).rootCause().hasMessageContaining("append-only");
        assertThat(FIXTURE.ledger.verify("guarded").soundEntries()).isEqualTo(3);
    }
}
