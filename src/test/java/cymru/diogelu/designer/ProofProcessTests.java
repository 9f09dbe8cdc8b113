package cymru.diogelu.designer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.diogelu.modelcheck.ModelFiles;
import cymru.diogelu.modelcheck.ModelProofs;
import cymru.diogelu.modelcheck.proof.BreakingChange;
import cymru.diogelu.walk.PackagedFiles;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The proofs in a real process of their own. */
class ProofProcessTests {

    private static final ChildProgram PROGRAM = new ChildProgram("classpath:calendar", "classpath:statute/overrides");

    @Test
    void tellsWhatTheOtherProcessFound() throws Exception {
        BreakingChange change = BreakingChange.all().stream()
                .filter(each -> each.rule().equals("INV-29.assessed"))
                .findFirst()
                .orElseThrow();

        ModelProofs.Result result =
                new ProofProcess(PROGRAM, Duration.ofMinutes(10)).run(new ModelFiles(change.files()));

        assertThat(result.found()).singleElement().satisfies(found -> {
            assertThat(found.subject()).isEqualTo("INV-29.assessed");
            assertThat(found.way()).isNotEmpty();
            assertThat(found.deeds()).isNotEmpty();
        });
        assertThat(result.whole()).isTrue();
    }

    @Test
    void neverOutlivesItsTime() {
        long before = children();

        assertThatThrownBy(
                        () -> new ProofProcess(PROGRAM, Duration.ofSeconds(1)).run(new ModelFiles(PackagedFiles.all())))
                .isInstanceOf(ChildRun.NotRun.class)
                .hasMessageContaining("longer than PT1S");

        Awaitility.await().until(() -> children() == before);
    }

    private static long children() {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive).count();
    }
}
