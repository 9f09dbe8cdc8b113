package cymru.diogelu.designer;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.api.Answer;
import cymru.diogelu.api.Caller;
import cymru.diogelu.api.UsualAnswers;
import cymru.diogelu.modelcheck.ModelFiles;
import cymru.diogelu.walk.PackagedFiles;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A set of models on its way from a designer's machine into force, by program. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:models;DB_CLOSE_DELAY=-1",
            "diogelu.demo.password=test",
            "diogelu.drafts.key-file=",
            "diogelu.ledger.master-key-file=",
            "diogelu.ledger.signing-key-file=",
            "diogelu.ledger.heads-file=",
            "diogelu.demo.clock=2027-02-01T10:15:00+00:00"
        })
@Import(StoriesThatHold.class)
class ModelsApiTests {

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
    void thePackagedModelsHaveNothingWrong() {
        Answer checked = send(first, "/check", unchanged());

        assertThat(checked.status()).isEqualTo(200);
        assertThat(checked.json()).containsEntry("errors", 0).containsEntry("warnings", 0);
    }

    @Test
    void everythingThatIsWrongIsSaidInTheReadersLanguage() {
        Answer checked = send(
                first.cymraeg(),
                "/check",
                changed(text -> text.replace("group.named('team-manager')", "group.named('mayor')")));

        assertThat(checked.json().get("findings"))
                .asString()
                .contains("references", "mayor", "docs/rules/references.md");
        assertThat((Integer) checked.json().get("errors")).isPositive();
    }

    @Test
    void aSetGoesIntoForceBySomebodyElse() {
        byte[] zip = changed(text -> text.replace("Read the report at once", "Read the report now"));
        Answer proposed = send(first, "/deployments?purpose=Plainer", zip);
        assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
        Object number = proposed.json().get("number");

        Answer own = first.post(MODELS + "/deployments/" + number + "/approval", Map.of("note", "mine"));
        assertThat(own.status()).isEqualTo(409);
        assertThat(own.json()).containsEntry("reason", "OWN_PROPOSAL");
        int before = versions();

        Answer approved = approve(second, number);
        assertThat(approved.status()).as(approved.text()).isEqualTo(200);
        assertThat(approved.json())
                .containsEntry("state", "deployed")
                .containsEntry("decidedBy", "second-designer")
                .containsEntry("note", "seen");
        assertThat(versions()).isEqualTo(before + 1);
        assertThat(second.post(MODELS + "/deployments/" + number + "/refusal", Map.of())
                        .status())
                .isEqualTo(409);
        assertThat(first.get(MODELS + "/record").json())
                .containsEntry("intact", true)
                .extracting("entries")
                .asString()
                .contains("models-packaged", "models-proposed", "models-deployed");
    }

    @Test
    void whatWasComparedWithAnotherSetIsNotPutInForce() {
        Object late = propose("Tell the reporter the outcome", "Tell the reporter what follows");
        Object early = propose("Make the initial checks", "Make the first checks");
        assertThat(approve(second, early).status()).isEqualTo(200);

        Answer overtaken = approve(second, late);

        assertThat(overtaken.status()).isEqualTo(409);
        assertThat(overtaken.json()).containsEntry("reason", "OVERTAKEN");
    }

    @Test
    void aCaseThatWaitsAtAStepOfAnotherIdGoesOnThere() {
        String reference = raise();
        Object number = propose("userTask_makeReport", "userTask_reportNow");

        Answer impact = first.get(MODELS + "/deployments/" + number + "/impact");
        assertThat(of(impact, reference)).contains("from=userTask_makeReport, to=userTask_reportNow", "obstacles=[]");
        approve(second, number);
        Answer movable = first.get(MODELS + "/migrations");
        assertThat(of(movable, reference)).contains("from=userTask_makeReport, to=userTask_reportNow", "obstacles=[]");

        Answer moved = first.post(MODELS + "/migrations", Map.of("cases", List.of(reference)));
        assertThat(moved.json().get("results")).asString().contains("to=userTask_reportNow", "obstacles=[]");
        assertThat(first.get(MODELS + "/migrations").text()).doesNotContain(reference);
    }

    private String raise() {
        Answer opened = Caller.nobody(port)
                .as("education.W06000015")
                .post(
                        "/api/v1/concerns",
                        Map.of("answers", UsualAnswers.concernWithChild("locatedLaCode", "W06000015")));
        return Answer.word(opened.list("cases").get(0), "reference");
    }

    private static String of(Answer impact, String reference) {
        return impact.list("cases").stream()
                .filter(each -> reference.equals(each.get("reference")))
                .findFirst()
                .orElseThrow()
                .toString();
    }

    @Test
    void refusesWhatHasErrorsWithAllOfThem() {
        Answer refused = send(
                first, "/deployments?purpose=x", changed(text -> text.replace("initial-decision\"", "no-such-form\"")
                        .replace("'DL-03'", "'DL-99'")));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("findings")).asString().contains("no-such-form", "DL-99");
    }

    @Test
    void refusesWhatChangesNothingAndWhatHasNoPurpose() {
        Object number = propose("Record the outcome received", "Record what was heard");
        approve(second, number);
        byte[] again = changed(all -> all.replace("Record the outcome received", "Record what was heard"));
        assertThat(send(first, "/deployments?purpose=x", again).json()).containsEntry("reason", "NOTHING_CHANGED");
        assertThat(send(first, "/deployments", changed(text -> text.replace("Report needed", "Report due")))
                        .json())
                .containsEntry("reason", "WITHOUT_PURPOSE");
    }

    @Test
    void takesNoOtherFileAndNothingFromAnybodyElse() {
        assertThat(send(first, "/check", new byte[] {1, 2, 3}).status()).isEqualTo(400);
        assertThat(first.postText(MODELS + "/check", "{}").status()).isEqualTo(415);
        for (String stranger : List.of("front-door.W06000015", "administrator")) {
            Caller other = Caller.nobody(port).as(stranger);
            assertThat(send(other, "/check", unchanged()).status()).as(stranger).isEqualTo(404);
            assertThat(other.get(MODELS).status()).isEqualTo(404);
            assertThat(other.get(MODELS + "/record").status()).isEqualTo(404);
            assertThat(other.get(MODELS + "/migrations").status()).isEqualTo(404);
        }
        Caller auditor = Caller.nobody(port).as("auditor");
        assertThat(auditor.get(MODELS).status()).isEqualTo(200);
        assertThat(send(auditor, "/deployments?purpose=x", unchanged()).status())
                .isEqualTo(404);
        assertThat(approve(second, 4_711).status()).isEqualTo(404);
    }

    private Object propose(String text, String instead) {
        Answer proposed =
                send(first, "/deployments?purpose=Words&reason=Plainer", changed(all -> all.replace(text, instead)));
        assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
        return proposed.json().get("number");
    }

    /** Waits for its stories, which hold. */
    private static Answer approve(Caller caller, Object number) {
        Answer approved = decide(caller, number);
        while ("STORIES_RUNNING".equals(approved.json().get("reason"))) {
            Thread.onSpinWait();
            approved = decide(caller, number);
        }
        return approved;
    }

    private static Answer decide(Caller caller, Object number) {
        return caller.post(MODELS + "/deployments/" + number + "/approval", Map.of("note", "seen"));
    }

    private int versions() {
        return ((List<?>) first.get(MODELS).json().get("deployed")).size();
    }

    private static Answer send(Caller caller, String path, byte[] zip) {
        return caller.call("POST", MODELS + path, BodyPublishers.ofByteArray(zip), "application/zip");
    }

    private static byte[] unchanged() {
        return new ModelFiles(PackagedFiles.all()).zip();
    }

    private static byte[] changed(UnaryOperator<String> change) {
        return new ModelFiles(PackagedFiles.with("section-130-report.bpmn", change)).zip();
    }
}
