package cymru.diogelu.designer;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.api.Answer;
import cymru.diogelu.api.Caller;
import cymru.diogelu.language.Language;
import cymru.diogelu.modelcheck.ModelFiles;
import cymru.diogelu.walk.PackagedFiles;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A walk by hand in a real sandbox, kept as a scenario that then holds. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:sandbox-api;DB_CLOSE_DELAY=-1",
            "diogelu.demo.password=test",
            "diogelu.drafts.key-file=",
            "diogelu.ledger.master-key-file=",
            "diogelu.ledger.signing-key-file=",
            "diogelu.ledger.heads-file=",
            "diogelu.demo.clock=2027-02-01T10:15:00+00:00"
        })
class SandboxProcessTests {

    private static final String SANDBOX = "/api/v1/models/sandbox";
    private static final String KEPT = "section-130-report/walked-by-hand.yaml";

    @LocalServerPort
    private int port;

    @Autowired
    private ScenarioProcess process;

    @Test
    void aWalkByHandIsKeptAsAScenarioThatHolds() throws Exception {
        Caller designer = Caller.nobody(port).as("designer");
        assertThat(designer.get(SANDBOX).json()).containsEntry("state", "none");
        assertThat(designer.post(SANDBOX, Map.of("at", "2027-02-01T09:45:00Z")).status())
                .isEqualTo(202);
        awaitReady(designer);
        assertThat(Caller.nobody(port).as("second-designer").get(SANDBOX).json())
                .as("each has their own")
                .containsEntry("state", "none");

        Map<String, Object> concern = Map.of(
                "by",
                "education.W06000015",
                "answers",
                Map.of("concernTypes", List.of("neglect"), "deviceInvolved", "no"));
        assertThat(designer.post(SANDBOX + "/concern", concern).text()).contains("userTask_makeReport");
        submit(designer, "userTask_makeReport", Map.of());
        wait(designer, "PT1H45M");
        Answer refused = designer.post(
                SANDBOX + "/tasks/" + task(designer, "userTask_readReport") + "/submission",
                Map.of("answers", Map.of("possibleCrime", "no")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("noCrimeReason");
        submit(
                designer,
                "userTask_readReport",
                Map.of("possibleCrime", "no", "noCrimeReason", "The house is cold; no crime is seen."));
        submit(designer, "userTask_makeChecks", Map.of());
        wait(designer, "2027-02-02T17:05:00Z");
        assertThat(designer.post(SANDBOX + "/clock", Map.of("wait", "2027-02-01T17:05:00Z"))
                        .status())
                .as("time goes forward only")
                .isEqualTo(400);
        assertThat(designer.get(SANDBOX).text()).contains("userTask_explainDelay", "flow_makeReport_reportReceived");

        Answer kept = designer.get(SANDBOX + "/scenario?en=Walked+by+hand&cy=Cerdded+%C3%A2+llaw");
        assertThat(kept.status()).isEqualTo(200);
        assertThat(kept.text()).contains("due: '2027-02-02T17:00:00Z'", "userTask_explainDelay");
        assertThat(designer.call("DELETE", SANDBOX, BodyPublishers.noBody(), "").status())
                .isEqualTo(204);
        assertThat(designer.get(SANDBOX).json()).containsEntry("state", "none");

        ScenarioReport told = run(kept.text());
        assertThat(told.lines(Language.EN)).hasSize(1);
        assertThat(told.holds()).isTrue();
    }

    @Test
    void aSandboxWhoseProcessIsKilledSaysSo() throws Exception {
        Caller designer = Caller.nobody(port).as("second-designer");
        Set<ProcessHandle> before = children();
        assertThat(designer.post(SANDBOX, Map.of("at", "2027-02-01T09:45:00Z")).status())
                .isEqualTo(202);
        awaitReady(designer);

        Set<ProcessHandle> started = children();
        started.removeAll(before);
        assertThat(started).hasSize(1);
        ProcessHandle sandbox = started.iterator().next();
        sandbox.destroyForcibly();
        sandbox.onExit().get(1, TimeUnit.MINUTES);

        assertThat(designer.get(SANDBOX).json()).containsEntry("state", "failed");
        Map<String, Object> concern = Map.of("by", "education.W06000015", "answers", Map.of());
        assertThat(designer.post(SANDBOX + "/concern", concern).status()).isEqualTo(409);
        assertThat(designer.call("DELETE", SANDBOX, BodyPublishers.noBody(), "").status())
                .isEqualTo(204);
        assertThat(designer.get(SANDBOX).json()).containsEntry("state", "none");
    }

    private static Set<ProcessHandle> children() {
        return ProcessHandle.current().children().collect(Collectors.toSet());
    }

    @Test
    void isForDesignersAlone() {
        for (String stranger : List.of("auditor", "front-door.W06000015", "administrator")) {
            Caller other = Caller.nobody(port).as(stranger);
            assertThat(other.get(SANDBOX).status()).as(stranger).isEqualTo(404);
            assertThat(other.post(SANDBOX, Map.of("at", "2027-02-01T09:45:00Z")).status())
                    .as(stranger)
                    .isEqualTo(404);
        }
    }

    private ScenarioReport run(String yaml) throws Exception {
        Map<String, byte[]> book =
                new TreeMap<>(SmallBook.expecting("front-door.W06000015").byPath());
        book.put(KEPT, yaml.getBytes(StandardCharsets.UTF_8));
        return process.run(new ModelFiles(PackagedFiles.all()), new ScenarioFiles(book), KEPT, told -> {});
    }

    private static void submit(Caller designer, String element, Map<String, Object> answers) {
        Answer answer = designer.post(
                SANDBOX + "/tasks/" + task(designer, element) + "/submission", Map.of("answers", answers));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static void wait(Caller designer, String length) {
        Answer answer = designer.post(SANDBOX + "/clock", Map.of("wait", length));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static String task(Caller designer, String element) {
        Map<?, ?> standing = (Map<?, ?>) designer.get(SANDBOX).json().get("standing");
        return ((List<?>) standing.get("tasks"))
                .stream()
                        .map(task -> (Map<?, ?>) task)
                        .filter(task -> element.equals(task.get("element")))
                        .map(task -> String.valueOf(task.get("id")))
                        .findFirst()
                        .orElseThrow();
    }

    private static void awaitReady(Caller designer) throws InterruptedException {
        long began = System.nanoTime();
        Object state = "starting";
        while ("starting".equals(state) && System.nanoTime() - began < TimeUnit.MINUTES.toNanos(5)) {
            Thread.sleep(500);
            state = designer.get(SANDBOX).json().get("state");
        }
        assertThat(state).isEqualTo("ready");
    }
}
