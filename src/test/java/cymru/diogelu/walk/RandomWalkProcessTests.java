package cymru.diogelu.walk;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.cases.CaseReference;
import cymru.diogelu.cases.Cases;
import cymru.diogelu.cases.SafeguardingCase;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.procedures.DueWork;
import cymru.diogelu.procedures.Procedures;
import cymru.diogelu.trace.Conformance;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:walks;DB_CLOSE_DELAY=-1",
            "diogelu.demonstration=false",
            "diogelu.clock=standing"
        })
class RandomWalkProcessTests {

    @Autowired
    private Procedures procedures;

    @Autowired
    private DueWork dueWork;

    @Autowired
    private ServiceClock clock;

    @Autowired
    private Cases cases;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Conformance conformance;

    @BeforeEach
    void begin() {
        clock.standAt(Instant.parse("2026-03-02T10:15:00Z"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 7, 10})
    void everyWalkEndsInAnOutcomeReplaysWithoutAJumpAndKeepsEveryRule(long seed) {
        String reference = new RandomWalk(procedures, dueWork, clock, seed).walk();

        assertThat(dueWork.failing()).isZero();
        SafeguardingCase ended = cases.find(new CaseReference(reference)).orElseThrow();
        assertThat(ended.status()).isEqualTo(SafeguardingCase.Status.CLOSED);
        assertThat(ledger.verify(reference).sound()).isTrue();
        List<Entry> entries = new ArrayList<>();
        ledger.forEach(reference, entries::add);
        assertThat(new Replay(Path.of("processes")).jumps(entries)).isEmpty();
        assertThat(LedgerInvariants.broken(conformance, entries)).isEmpty();
    }
}
