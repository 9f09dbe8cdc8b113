package cymru.diogelu.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.api.Answer;
import cymru.diogelu.api.ApiTest;
import cymru.diogelu.api.Caller;
import cymru.diogelu.api.UsualAnswers;
import cymru.diogelu.ledger.Actor;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.ledger.Happening;
import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.ledger.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

@ApiTest
class ApiTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Ledger ledger;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void opensACaseAndOffersItsFirstTaskToTheReporter() {
        String reference = open(UsualAnswers.concern());

        Answer tasks = school().get("/api/v1/tasks?case=" + reference);

        assertThat(tasks.list("tasks")).anySatisfy(task -> assertThat(task)
                .containsEntry("element", "userTask_makeReport")
                .containsEntry("group", "education.W06000015")
                .containsEntry("breached", false));
    }

    @Test
    void asksATaskWithItsFormAndTheReasonForItsDate() {
        String task = firstTask(open(UsualAnswers.concern()));

        Map<String, Object> asked = school().get("/api/v1/tasks/" + task).json();

        assertThat(asked.get("form"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("id", "report-child-at-risk");
        assertThat(asked.get("deadline"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsKeys("provision", "start", "due", "reminders", "explanation");
    }

    @Test
    void saysWhatTheLawAsksInTheLanguageOfTheReader() {
        String task = "/api/v1/tasks/" + firstTask(open(UsualAnswers.concern()));

        assertThat((String) school().get(task).get("asks")).startsWith("DL-01, INV-05: the report is made at once;");
        assertThat((String) school().cymraeg().get(task).get("asks"))
                .startsWith("DL-01, INV-05: gwneir yr adroddiad ar unwaith;");
    }

    @Test
    void saysWhoActsNextByWhenAndWhereTheStepGoesOtherwise() {
        String reference = open(UsualAnswers.concern());

        assertThat((String) auditor().get("/api/v1/cases/" + reference).get("waiting"))
                .startsWith("Education, Cardiff must act next: Make the report to social services, by 1 February 2027,")
                .contains("If it is not done by then, it is taken to: ");
        assertThat((String)
                        auditor().cymraeg().get("/api/v1/cases/" + reference).get("waiting"))
                .contains("sydd i weithredu nesaf")
                .contains("erbyn 1 Chwefror 2027,")
                .contains("Os na wneir hyn erbyn hynny, aiff at: ");
    }

    @Test
    void keepsEmojiAndWelshLettersAsTheyWereTyped() {
        String words = "Dywedodd y plentyn: “mae’r tŷ’n ddŵr 🙂👩‍👧 ŵŷ”";
        String reference = open(UsualAnswers.with(UsualAnswers.concern(), "accountOfConcern", words));

        Map<String, Object> opened = ledger.read(reference, 0, 1).get(0).body();

        assertThat(opened.get("answers"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("accountOfConcern", words);
    }

    @Test
    void anAnswerLeadsToTheNextTasksAndIsTold() {
        String reference = open(UsualAnswers.concern());

        Answer submitted = school().post(
                        "/api/v1/tasks/" + firstTask(reference) + "/submission",
                        Map.of("answers", UsualAnswers.of("report-child-at-risk")));

        assertThat(submitted.status()).isEqualTo(200);
        assertThat(submitted.json()).containsEntry("case", reference).containsEntry("ended", false);
        assertThat(submitted.list("next")).anySatisfy(next -> assertThat(next)
                .containsEntry("element", "userTask_readReport")
                .containsEntry("group", "front-door.W06000015"));
        assertThat(chronology(reference, auditor()))
                .anyMatch(text -> text.equals("Education, Cardiff answered: Make the report to social services."));
    }

    @Test
    void tellsThePathTheLimitsAndTheDecisionsOfACase() {
        String reference = open(UsualAnswers.concern());

        assertThat(auditor().get("/api/v1/cases/" + reference + "/path").list("flows"))
                .isNotEmpty();
        assertThat(auditor().get("/api/v1/cases/" + reference + "/deadlines").list("deadlines"))
                .allSatisfy(limit -> assertThat(limit).containsKeys("provision", "start", "due", "explanation"));
        assertThat(auditor().get("/api/v1/cases/" + reference + "/decisions").list("decisions"))
                .isNotEmpty();
    }

    @Test
    void tellsTheRecordInWelshWithDatesWrittenOut() {
        String reference = open(UsualAnswers.concern());

        assertThat(chronology(reference, auditor().cymraeg()))
                .startsWith("Cododd Addysg, Caerdydd bryder, ac agorwyd achos ar gyfer y plentyn.")
                .anyMatch(text -> text.contains("i'w wneud erbyn 1 Chwefror 2027, "));
    }

    @Test
    void pagesAWorklistWithoutLosingOrRepeatingATask() {
        for (int i = 0; i < 14; i++) {
            open(UsualAnswers.concern());
        }

        Answer first = school().get("/api/v1/tasks");
        Answer second = school().get("/api/v1/tasks?group=education.W06000015&after=" + first.get("next"));

        assertThat(first.list("tasks")).hasSize(50);
        assertThat(ids(second)).isNotEmpty().doesNotContainAnyElementsOf(ids(first));
    }

    @Test
    void tellsThePoliceOnlyWhatTheirFormAsks() {
        String task = "/api/v1/tasks/" + policeTask(discussion());

        Map<String, Object> asked =
                as("police-ppu.south-wales-police").get(task).json();

        assertThat(asked.get("form"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("id", "agency-information");
        assertThat(asked.get("facts"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .doesNotContainKeys("reporterContact", "fullName", "dob", "locatedLaCode", "household");
    }

    @Test
    void showsAFactThatTheFormAsksFor() {
        String task = firstTask(open(UsualAnswers.concern()));

        assertThat(school().get("/api/v1/tasks/" + task).get("facts"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsKey("reporterContact")
                .doesNotContainKeys("dob", "fullName");
    }

    @Test
    void saysUnderWhichVersionOfTheModelsACaseBegan() {
        String reference = open(UsualAnswers.concern());

        List<Entry> begun = ledger.read(reference, 0, 10);

        assertThat(begun.get(0).kind()).isEqualTo("case-opened");
        assertThat(begun.get(0).subject().version())
                .isPositive()
                .isEqualTo(begun.get(1).subject().version());
    }

    @Test
    void showsNoTaskOfAGroupThatIsNotTheReaders() {
        open(UsualAnswers.concern());

        assertThat(as("youth-justice.W06000001")
                        .get("/api/v1/tasks?group=education.W06000015")
                        .list("tasks"))
                .isEmpty();
    }

    @Test
    void previewsALimitWithItsExplanation() {
        Answer preview = school().get(
                        "/api/v1/deadlines/preview?provision=DL-03&start=2026-04-02T17:01:00%2B01:00&authority=W06000015");

        assertThat(preview.get("due")).isEqualTo("2026-04-08T17:00:00+01:00");
        assertThat(preview.json()).containsKeys("reminders", "explanation");
    }

    @Test
    void theSameKeyGivesTheSameCases() {
        Caller caller = school().with("Idempotency-Key", "morning-1");
        Map<String, Object> body = Map.of("answers", UsualAnswers.concern());

        Answer first = caller.post("/api/v1/concerns", body);

        assertThat(first.status()).isEqualTo(201);
        assertThat(caller.post("/api/v1/concerns", body).text()).isEqualTo(first.text());
        Map<String, Object> other = UsualAnswers.with(UsualAnswers.concern(), "accountOfConcern", "Something else.");
        assertThat(caller.post("/api/v1/concerns", Map.of("answers", other)).status())
                .isEqualTo(409);
    }

    @Test
    void takingAndGivingBackATaskTwiceChangesNothing() {
        String reference = open(UsualAnswers.concern());
        String task = "/api/v1/tasks/" + firstTask(reference);

        assertThat(school().post(task + "/claim").get("assignee")).isEqualTo("education.W06000015");
        assertThat(school().post(task + "/claim").status()).isEqualTo(200);
        assertThat(school().post(task + "/release").get("assignee")).isNull();
        assertThat(school().post(task + "/release").status()).isEqualTo(200);
        assertThat(chronology(reference, auditor()))
                .filteredOn(text -> text.contains("took the task") || text.contains("gave the task back"))
                .hasSize(2);
    }

    @Test
    void tellsALongRecordAPageAtATimeAndSaysThatMoreFollows() {
        String reference = open(UsualAnswers.concern());
        transactions.executeWithoutResult(running -> IntStream.range(0, 500)
                .mapToObj(n -> new Happening(
                        reference, Instant.EPOCH, Actor.SYSTEM, "flow-taken", Subject.CASE, Map.of("n", n)))
                .forEach(ledger::append));
        int written = ledger.read(reference, 0, 2000).size();
        String address = "/api/v1/cases/" + reference + "/chronology";

        Answer first = auditor().get(address);
        Answer second = auditor().get(address + "?after=" + first.get("next"));

        assertThat(first.list("entries")).hasSize(500);
        assertThat(second.list("entries")).hasSize(written - 500);
        assertThat(second.get("next")).isNull();
    }

    @Test
    void endsTheNameOfAGatewayWithItsQuestionMark() {
        String reference = open(UsualAnswers.concern());

        assertThat(chronology(reference, auditor()))
                .anyMatch(text -> text.endsWith("?"))
                .noneMatch(text -> text.endsWith("?."));
    }

    private List<String> chronology(String reference, Caller caller) {
        return caller.get("/api/v1/cases/" + reference + "/chronology").list("entries").stream()
                .map(entry -> (String) entry.get("text"))
                .toList();
    }

    private static List<Object> ids(Answer tasks) {
        return tasks.list("tasks").stream().map(task -> task.get("id")).toList();
    }

    private String open(Map<String, Object> concern) {
        Answer opened = school().post("/api/v1/concerns", Map.of("answers", concern));
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        return Answer.word(opened.list("cases").get(0), "reference");
    }

    /** A case whose strategy discussion has been arranged, so that other agencies are asked. */
    private String discussion() {
        String reference = open(UsualAnswers.with(
                UsualAnswers.with(UsualAnswers.concern(), "concernTypes", List.of("neglect")), "deviceInvolved", "no"));
        String before = "2027-02-01T09:45:00Z";
        answer(reference, "userTask_makeReport", Map.of("reportedAt", before));
        answer(reference, "userTask_confirmReport", Map.of("writtenConfirmedAt", before));
        answer(reference, "userTask_readReport", Map.of("reportReadAt", before));
        answer(reference, "userTask_discussWithPolice", Map.of("policeDiscussedAt", before));
        answer(reference, "userTask_makeChecks", Map.of());
        answer(reference, "userTask_decide", Map.of("decidedAt", before));
        answer(reference, "userTask_arrangeDiscussion", Map.of());
        return reference;
    }

    @SuppressWarnings("unchecked")
    private void answer(String reference, String element, Map<String, Object> bent) {
        Map<String, Object> task = tasks(reference).stream()
                .filter(open -> element.equals(open.get("element")))
                .findFirst()
                .orElseThrow();
        Caller person = as(Answer.word(task, "group"));
        String address = "/api/v1/tasks/" + task.get("id");
        var form =
                (Map<String, Object>) Objects.requireNonNull(person.get(address).get("form"));
        Map<String, Object> answers = UsualAnswers.of(Answer.word(form, "id"));
        answers.putAll(bent);
        Answer answered = person.post(address + "/submission", Map.of("answers", answers));
        assertThat(answered.status()).as(element + answered.text()).isEqualTo(200);
    }

    private String policeTask(String reference) {
        return tasks(reference).stream()
                .filter(task -> "userTask_shareInformation".equals(task.get("element")))
                .filter(task -> "police-ppu.south-wales-police".equals(task.get("group")))
                .map(task -> Answer.word(task, "id"))
                .findFirst()
                .orElseThrow();
    }

    private List<Map<String, Object>> tasks(String reference) {
        return auditor().get("/api/v1/cases/" + reference).list("tasks");
    }

    private String firstTask(String reference) {
        return school().get("/api/v1/tasks?case=" + reference).list("tasks").stream()
                .filter(task -> "userTask_makeReport".equals(task.get("element")))
                .map(task -> (String) task.get("id"))
                .findFirst()
                .orElseThrow();
    }

    private Caller school() {
        return as("education.W06000015");
    }

    private Caller auditor() {
        return as("auditor");
    }

    private Caller as(String user) {
        return Caller.nobody(port).as(user);
    }
}
