package cymru.diogelu.designer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cymru.diogelu.access.ModelAccess;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.modelcheck.ModelCheck;
import cymru.diogelu.procedures.ModelSets;
import cymru.diogelu.statute.Provisions;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may have a sandbox, with programs that do not start until they are let, and then fail. */
class SandboxesTests {

    private static final OffsetDateTime AT = OffsetDateTime.parse("2027-02-01T09:45:00Z");

    private final CountDownLatch let = new CountDownLatch(1);
    private final ChildProgram program = mock(ChildProgram.class);
    private final ModelSets sets = mock(ModelSets.class);
    private final ScenarioBooks books = mock(ScenarioBooks.class);
    private Sandboxes sandboxes;

    @BeforeEach
    void programsThatWait() {
        when(sets.current()).thenReturn("set");
        when(sets.files("set")).thenReturn(Map.of());
        when(books.inForce()).thenReturn(SmallBook.expecting("front-door.W06000015"));
        when(program.start(any(), any(), any(), any())).thenAnswer(asked -> {
            let.await();
            throw new IllegalStateException("it does not start");
        });
        ModelCheck check = new ModelCheck(Provisions.load(), Agencies.load());
        sandboxes = new Sandboxes(
                new ModelAccess(), mock(ModelDesk.class), check, sets, books, program, Duration.ofMinutes(30));
    }

    @AfterEach
    void endThem() {
        let.countDown();
        sandboxes.destroy();
    }

    @Test
    void runsThreeAtOnce() {
        for (String user : Set.of("a", "b", "c")) {
            sandboxes.start(designer(user), null, AT);
        }

        assertThatThrownBy(() -> sandboxes.start(designer("d"), null, AT))
                .isInstanceOfSatisfying(ProposalRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(ProposalRefused.Reason.SANDBOXES_IN_USE));
        assertThat(sandboxes.state(designer("d"))).isEqualTo(Sandboxes.State.NONE);

        sandboxes.start(designer("a"), null, AT);
        sandboxes.end(designer("b"));
        sandboxes.start(designer("d"), null, AT);
        assertThat(sandboxes.state(designer("d"))).isEqualTo(Sandboxes.State.STARTING);
    }

    @Test
    void saysOfOneThatDidNotStartThatItFailed() {
        sandboxes.start(designer("a"), null, AT);
        assertThat(sandboxes.state(designer("a"))).isEqualTo(Sandboxes.State.STARTING);
        assertThat(sandboxes.use(designer("a"))).isEmpty();

        let.countDown();

        Awaitility.await().until(() -> sandboxes.state(designer("a")) == Sandboxes.State.FAILED);
        assertThat(sandboxes.use(designer("a"))).isEmpty();
    }

    private static Viewer designer(String user) {
        return new Viewer(user, "designer", "W06000015", Set.of());
    }
}
