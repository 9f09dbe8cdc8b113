package cymru.diogelu.designer;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.api.Answer;
import cymru.diogelu.api.Caller;
import cymru.diogelu.modelcheck.ZippedFiles;
import cymru.diogelu.walk.PackagedFiles;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The stories of a set of models, run for real in a process of their own beside the service. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:scenario-api;DB_CLOSE_DELAY=-1",
            "diogelu.demo.password=test",
            "diogelu.drafts.key-file=",
            "diogelu.ledger.master-key-file=",
            "diogelu.ledger.signing-key-file=",
            "diogelu.ledger.heads-file=",
            "diogelu.demo.clock=2027-02-01T10:15:00+00:00"
        })
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Import(LawThatIsKept.class)
class ScenariosApiTests {

    private static final String MODELS = "/api/v1/models";

    @LocalServerPort
    private int port;

    private Caller first = Caller.nobody(0);
    private Caller second = Caller.nobody(0);

    @BeforeEach
    void signIn() {
        first = Caller.nobody(port).as("designer");
        second = Caller.nobody(port).as("second-designer");
    }

    @Test
    @Order(2)
    void aBrokenStoryBarsApprovalUntilSomebodySaysWhyItMayBe() {
        Object number = propose("group.named('front-door')", "group.named('team-manager')", "front-door.W06000015");
        String proposal = MODELS + "/deployments/" + number;
        assertThat(approve(number).json()).containsEntry("reason", "STORIES_RUNNING");

        Answer found = ended(proposal + "/scenarios");
        assertThat(run(found)).as(found.text()).containsEntry("state", "done").containsEntry("broken", 1);
        assertThat(found.text())
                .contains("expected userTask_readReport to front-door.W06000015", "team-manager.W06000015")
                .contains("\"dropped\":118");
        assertThat(first.cymraeg().get(proposal + "/scenarios").text()).contains("Ar ôl cam 1: disgwyliwyd");
        assertThat(covered(found, "section-130-report/userTask_makeReport")).isEqualTo(1);
        assertThat(covered(found, "section-130-report/boundaryEvent_decideDL03"))
                .isEqualTo(0);

        assertThat(approve(number).json()).containsEntry("reason", "STORIES_WITHOUT_REASON");
        Map<String, String> reason = Map.of("reason", "The manager reads reports now.");
        assertThat(second.post(proposal + "/scenarios/reason", reason).json())
                .containsEntry("reason", "OTHERS_PROPOSAL");
        assertThat(first.post(proposal + "/scenarios/reason", Map.of("reason", " "))
                        .status())
                .isEqualTo(409);
        assertThat(first.post(proposal + "/scenarios/reason", reason).status()).isEqualTo(204);
        assertThat(approve(number).status()).isEqualTo(200);
        assertThat(((List<?>) first.get(MODELS + "/scenarios").json().get("stories")))
                .as("the set brought its book with it")
                .hasSize(1);
        assertThat(second.get(MODELS + "/record").text())
                .contains(
                        "models-scenarios", "brokenStories", SmallBook.STORY, "models-explained", "The manager reads");
    }

    @Test
    void aBookThatCannotBeReadIsNoReasonToTrustTheSet() {
        Map<String, byte[]> files = PackagedFiles.with("section-130-report.bpmn", text -> text + "<!-- unread -->");
        files.put("processes/scenarios/x/story.yaml", "name: [".getBytes(StandardCharsets.UTF_8));
        Object number = propose(files);
        Answer found = ended(MODELS + "/deployments/" + number + "/scenarios");

        assertThat(run(found)).containsEntry("state", "failed");
        assertThat(run(found).get("fault")).asString().contains("x/story.yaml");
        assertThat(approve(number).json()).containsEntry("reason", "STORIES_NOT_RUN");
    }

    @Test
    @Order(1)
    void theBookInForceIsListedAndRunOnTheSetInForce() {
        Answer book = first.get(MODELS + "/scenarios");
        assertThat(book.status()).isEqualTo(200);
        String story = String.valueOf(((Map<?, ?>) ((List<?>) book.json().get("stories")).get(0)).get("file"));

        Answer started = first.post(MODELS + "/scenarios/runs", Map.of("story", story));
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        Answer found = ended(MODELS + "/scenarios/runs/" + started.json().get("number"));

        assertThat(run(found)).containsEntry("state", "done").containsEntry("broken", 0);
        assertThat(found.json().get("stories")).asString().contains("holds=true", "process=safeguarding-case", "went=");
        Caller auditor = Caller.nobody(port).as("auditor");
        assertThat(auditor.get(MODELS + "/scenarios").status()).isEqualTo(200);
        assertThat(auditor.post(MODELS + "/scenarios/runs", Map.of()).status()).isEqualTo(404);
        Caller stranger = Caller.nobody(port).as("front-door.W06000015");
        assertThat(stranger.get(MODELS + "/scenarios").status()).isEqualTo(404);
        assertThat(stranger.get(MODELS + "/scenarios/runs/1").status()).isEqualTo(404);
    }

    private Object propose(String text, String instead, String expected) {
        Map<String, byte[]> files =
                new TreeMap<>(PackagedFiles.with("section-130-report.bpmn", all -> all.replace(text, instead)));
        files.putAll(SmallBook.expecting(expected).amongModels());
        return propose(files);
    }

    private Object propose(Map<String, byte[]> files) {
        Answer proposed = first.call(
                "POST",
                MODELS + "/deployments?purpose=Trial&reason=Known",
                BodyPublishers.ofByteArray(ZippedFiles.write(files)),
                "application/zip");
        assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
        return proposed.json().get("number");
    }

    private Answer approve(Object number) {
        return second.post(MODELS + "/deployments/" + number + "/approval", Map.of());
    }

    private Answer ended(String path) {
        long began = System.nanoTime();
        Answer found = first.get(path);
        while ("running".equals(run(found).get("state")) && System.nanoTime() - began < TimeUnit.MINUTES.toNanos(5)) {
            try {
                Thread.sleep(500);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
            found = first.get(path);
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> run(Answer found) {
        return (Map<String, Object>) found.json().get("run");
    }

    private static Object covered(Answer found, String way) {
        return ((List<?>) found.json().get("coverage"))
                .stream()
                        .map(each -> (Map<?, ?>) each)
                        .filter(each -> way.equals(each.get("id")))
                        .map(each -> each.get("stories"))
                        .findFirst()
                        .orElseThrow();
    }
}
