package cymru.diogelu.ledger;

import static cymru.diogelu.ledger.LedgerFixture.step;
import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.ledger.Verification.Fault;
import cymru.diogelu.ledger.Verification.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Eight writers at once. */
abstract class ConcurrencyContract {

    private static final int WRITERS = 8;
    private static final int ROUNDS = 25;

    private final LedgerFixture fixture;

    ConcurrencyContract(LedgerFixture fixture) {
        this.fixture = fixture;
    }

    @Test
    void writersOfOneCaseLeaveOneUnbrokenChain() throws Exception {
        write(round -> "one case");
        Verification verified = fixture.ledger.verify("one case");
        assertThat(verified.sound()).isTrue();
        assertThat(verified.soundEntries()).isEqualTo(2L * WRITERS * ROUNDS);
        assertThat(stepsInOrder("one case")).hasSize(WRITERS).allSatisfy((writer, steps) -> assertThat(steps)
                .isEqualTo(IntStream.range(0, 2 * ROUNDS).boxed().toList()));
    }

    @Test
    void writersOfManyCasesLeaveEachUnbroken() throws Exception {
        write(round -> "case " + round % 10);
        long entries = 0;
        for (int i = 0; i < 10; i++) {
            Verification verification = fixture.ledger.verify("case " + i);
            assertThat(verification.finding()).isNull();
            entries += verification.soundEntries();
        }
        assertThat(entries).isEqualTo(2L * WRITERS * ROUNDS);
    }

    @Test
    void writersThatAllBeginACaseBeginItOnce() throws Exception {
        write(round -> "begun in round " + round);
        for (int round = 0; round < ROUNDS; round++) {
            assertThat(fixture.ledger.verify("begun in round " + round).soundEntries())
                    .isEqualTo(2L * WRITERS);
        }
    }

    @Test
    void aChainIsSoundWhileItGrows() throws Exception {
        List<Verification> seen = new ArrayList<>();
        ExecutorService checker = Executors.newSingleThreadExecutor();
        Future<?> writing = checker.submit(() -> {
            write(round -> "growing");
            return null;
        });
        while (!writing.isDone()) {
            seen.add(fixture.ledger.verify("growing"));
        }
        writing.get();
        checker.shutdown();
        Finding notBegun = new Finding(Fault.UNKNOWN, 0);
        assertThat(seen)
                .isNotEmpty()
                .allMatch(verification -> verification.sound() || notBegun.equals(verification.finding()));
    }

    private void write(IntFunction<String> reference) throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> done = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            Actor actor = new Actor("writer " + writer, "front-door", "W06000015");
            done.add(writers.submit(() -> writeAs(actor, reference)));
        }
        for (Future<?> writer : done) {
            writer.get(2, TimeUnit.MINUTES);
        }
        writers.shutdown();
    }

    private void writeAs(Actor actor, IntFunction<String> reference) {
        for (int round = 0; round < ROUNDS; round++) {
            String target = reference.apply(round);
            int first = 2 * round;
            fixture.transaction.executeWithoutResult(tx -> {
                fixture.ledger.append(by(actor, step(target, first)));
                fixture.ledger.append(by(actor, step(target, first + 1)));
            });
        }
    }

    private static Happening by(Actor actor, Happening step) {
        return new Happening(step.caseReference(), step.at(), actor, step.kind(), step.subject(), step.body());
    }

    private Map<String, List<Object>> stepsInOrder(String reference) {
        return fixture.all(reference).stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.actor().user(),
                        Collectors.mapping(entry -> entry.body().get("step"), Collectors.toList())));
    }
}
