package cymru.diogelu.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.database.Databases;
import cymru.diogelu.ledger.RandomTampering.Attack;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code -Dtampering.rounds=1000 -Dtampering.seed=1} makes more attacks, and others. */
class RandomTamperingTests {

    @TempDir
    private Path folder;

    @Test
    void everyAttackIsFoundAndLocatedByTheLedgerAndByTheVerifier() {
        long seed = Long.getLong("tampering.seed", 20270419);
        var tampering = new RandomTampering(new LedgerFixture(Databases.h2()), seed, folder);
        assertThat(tampering.untouched()).contains("Sound:");

        Map<Attack, Integer> located = new EnumMap<>(Attack.class);
        for (int round = Integer.getInteger("tampering.rounds", 100); round > 0; round--) {
            RandomTampering.Outcome outcome = tampering.next();
            assertThat(outcome.located()).as(outcome.toString()).isTrue();
            located.merge(outcome.attack(), 1, Integer::sum);
        }
        assertThat(located).containsOnlyKeys(Attack.values());
        System.out.println("attacks found and located: " + located);
        assertThat(tampering.untouched()).contains("Sound:");
    }
}
