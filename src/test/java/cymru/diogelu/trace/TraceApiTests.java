package cymru.diogelu.trace;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.api.Answer;
import cymru.diogelu.api.ApiTest;
import cymru.diogelu.api.Caller;
import cymru.diogelu.api.UsualAnswers;
import cymru.diogelu.cases.CaseReference;
import cymru.diogelu.cases.Cases;
import cymru.diogelu.cases.NewCase;
import cymru.diogelu.ledger.Actor;
import cymru.diogelu.ledger.Happening;
import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.ledger.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@ApiTest
class TraceApiTests {

    private static final String STRATEGY = "strategy-discussion";

    @LocalServerPort
    private int port;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Cases cases;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void aRecordAsItWasWrittenIsIntact() {
        String reference = open();
        int entries = ledger.read(reference, 0, 1000).size();

        Answer verified = auditor().get("/api/v1/cases/" + reference + "/verification");

        assertThat(verified.json())
                .containsEntry("intact", true)
                .containsEntry("entries", entries)
                .containsEntry("fault", null)
                .containsEntry(
                        "head", ledger.read(reference, entries - 1L, 1).get(0).hash())
                .containsKey("checked");
    }

    @Test
    void aChangedEntryIsNamedInBothLanguages() {
        String reference = open();
        change(reference, "actor_user = 'somebody-else'", 2);

        Answer verified = auditor().get("/api/v1/cases/" + reference + "/verification");

        assertThat(verified.json()).containsEntry("intact", false).containsEntry("entries", 1);
        assertThat(verified.get("fault"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("code", "ALTERED")
                .containsEntry("entry", 2)
                .extractingByKey("text", InstanceOfAssertFactories.MAP)
                .containsKeys("en", "cy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chronology", "path", "deadlines", "decisions"})
    void nobodyReadsAForgedRecordWithoutBeingTold(String view) {
        String reference = open();
        assertThat(auditor().get("/api/v1/cases/" + reference + "/" + view).get("intact"))
                .isEqualTo(true);

        change(reference, "kind = 'invented', version = 99", 3);

        assertThat(auditor().get("/api/v1/cases/" + reference + "/" + view).get("intact"))
                .isEqualTo(false);
        assertThat(school().get("/api/v1/cases/" + reference + "/" + view).get("intact"))
                .isEqualTo(false);
    }

    @Test
    void anAuditorReadsWhatAnEntryHoldsInTheWordsOfItsForm() {
        Map<String, Object> entry = entries(auditor().cymraeg(), open()).get(0);

        assertThat(entry.get("body"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("form", "concern");
        assertThat(answers(entry))
                .anySatisfy(answer -> assertThat(answer)
                        .containsEntry("key", "children[0].fullName")
                        .containsEntry("label", "Enw llawn"))
                .anySatisfy(answer -> assertThat(answer).containsKeys("value", "text"));
    }

    @Test
    void othersReadTheSentencesOnly() {
        assertThat(entries(school(), open())).isNotEmpty().allSatisfy(entry -> assertThat(entry)
                .doesNotContainKeys("body", "answers"));
    }

    @Test
    void aDecisionIsToldInTheReadersLanguageUnderStableKeys() {
        String reference = open();

        Map<String, Object> english = decision(auditor(), reference);
        Map<String, Object> welsh = decision(auditor().cymraeg(), reference);

        assertThat(english).containsEntry("decision", "danger-now").containsKeys("process", "version");
        assertThat(keys(english)).isNotEmpty().isEqualTo(keys(welsh));
        assertThat(english.get("name")).isNotEqualTo(welsh.get("name"));
        assertThat(texts(english, "rules", "text"))
                .hasSize(1)
                .doesNotContainAnyElementsOf(texts(welsh, "rules", "text"));
        assertThat(texts(english, "inputs", "text"))
                .doesNotContainNull()
                .doesNotContainAnyElementsOf(texts(welsh, "inputs", "text"));
        assertThat(texts(welsh, "rules", "provisions")).asString().contains("INV-");
        assertThat(texts(welsh, "outputs", "label")).doesNotContainAnyElementsOf(texts(english, "outputs", "label"));
    }

    @Test
    void anAuditorListsCasesAPageAtATime() {
        List<String> opened = register(51);

        Answer first = auditor().get("/api/v1/cases");
        Answer behind = auditor().get("/api/v1/cases?after=" + opened.get(49));

        assertThat(first.list("cases")).hasSize(50);
        assertThat(first.get("next")).isEqualTo(first.list("cases").get(49).get("reference"));
        assertThat(behind.get("next")).isNull();
        assertThat(behind.list("cases")).singleElement().satisfies(listed -> assertThat(listed)
                .containsEntry("reference", opened.get(50))
                .containsEntry("status", "open")
                .containsEntry("authority", "W06000015")
                .containsEntry("opened", "2027-02-01T10:15:00Z"));
    }

    @Test
    void nobodyElseLearnsWhichCasesThereAre() {
        assertThat(school().get("/api/v1/cases").status()).isEqualTo(404);
        assertThat(as("designer").get("/api/v1/cases").status()).isEqualTo(404);
    }

    @Test
    void aPassedLimitNamesTheLateStepsThatAreStillOpen() {
        String reference = open();
        append(
                reference,
                "deadline-breached",
                new Subject(STRATEGY, 1, "no-such-timer", null),
                Map.of(
                        "provision",
                        "DL-05",
                        "step",
                        "userTask_shareInformation",
                        "stillOpen",
                        List.of("education", "police-ppu")));

        assertThat(last(auditor(), reference))
                .startsWith("Not done when its limit passed, in Strategy discussion: ")
                .contains("Police")
                .contains("; ")
                .contains("DL-05");
        assertThat(last(auditor().cymraeg(), reference)).startsWith("Heb ei wneud pan aeth ei derfyn amser heibio");
    }

    @Test
    void aBrokenOffStepIsNotSaidToBeDone() {
        String reference = open();
        append(
                reference,
                "element-left",
                new Subject(STRATEGY, 1, "userTask_holdDiscussion", null),
                Map.of("run", "1", "visit", "1", "interrupted", true));

        assertThat(last(auditor(), reference))
                .startsWith("No longer waited for in Strategy discussion, and not done: ");
    }

    @Test
    void aReminderAfterItsDateSaysThatTheStepWasDue() {
        String reference = open();
        append(
                reference,
                "reminder-due",
                new Subject(STRATEGY, 1, "userTask_holdDiscussion", "1"),
                Map.of("due", "2027-01-29T17:00:00Z"));

        assertThat(last(auditor(), reference)).contains(" was due by 29 January 2027, 17:00");
        assertThat(last(auditor().cymraeg(), reference)).contains("roedd ");
    }

    @Test
    void theEndOfACaseIsSaidInWords() {
        String reference = open();
        append(
                reference,
                "case-closed",
                new Subject("safeguarding-case", 1, "endEvent_preventativeSupport", null),
                Map.of("outcome", "preventativeSupport"));

        assertThat(last(auditor(), reference)).isEqualTo("The case ended: Preventative support arranged.");
        assertThat(last(auditor().cymraeg(), reference))
                .startsWith("Daeth yr achos i ben: ")
                .doesNotContain("Achos");
    }

    @Test
    void aDepartureNamesTheTableThatSuggestedOtherwise() {
        String reference = open();
        append(
                reference,
                "departure-recorded",
                new Subject("section-130-report", 1, "userTask_decide", "1"),
                Map.of("decision", "child-at-risk", "answer", "testDepartureReason"));

        assertThat(last(auditor(), reference)).contains(" did not follow the suggestion of “Child at risk”");
        assertThat(last(auditor().cymraeg(), reference)).contains("awgrym “Plentyn sy’n wynebu risg”");
    }

    private List<String> register(int count) {
        NewCase child = new NewCase("W06000015", null, "education.W06000015", Map.of(), List.of());
        return transactions.execute(running -> IntStream.range(0, count)
                .mapToObj(n -> cases.open(child, Instant.parse("2027-02-01T10:15:00Z")))
                .map(CaseReference::value)
                .toList());
    }

    private void append(String reference, String kind, Subject subject, Map<String, Object> body) {
        Instant at = Instant.parse("2027-02-01T10:15:00Z");
        transactions.executeWithoutResult(
                running -> ledger.append(new Happening(reference, at, Actor.SYSTEM, kind, subject, body)));
    }

    private void change(String reference, String edit, int seq) {
        jdbc.update(
                "UPDATE ledger_entry SET " + edit
                        + " WHERE seq = ? AND chain = (SELECT id FROM ledger_chain WHERE case_reference = ? AND name = 'case')",
                seq,
                reference);
    }

    private String last(Caller caller, String reference) {
        List<Map<String, Object>> entries = entries(caller, reference);
        return Answer.word(entries.get(entries.size() - 1), "text");
    }

    private List<Map<String, Object>> entries(Caller caller, String reference) {
        return caller.get("/api/v1/cases/" + reference + "/chronology").list("entries");
    }

    private Map<String, Object> decision(Caller caller, String reference) {
        return caller.get("/api/v1/cases/" + reference + "/decisions").list("decisions").stream()
                .filter(decision -> "danger-now".equals(decision.get("decision")))
                .findFirst()
                .orElseThrow();
    }

    private static List<Object> keys(Map<String, Object> decision) {
        return texts(decision, "inputs", "key");
    }

    @SuppressWarnings("unchecked")
    private static List<Object> texts(Map<String, Object> decision, String part, String member) {
        return ((List<Map<String, Object>>) Objects.requireNonNull(decision.get(part)))
                .stream().map(value -> value.get(member)).toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> answers(Map<String, Object> entry) {
        return (List<Map<String, Object>>) Objects.requireNonNull(entry.get("answers"));
    }

    private String open() {
        Answer opened = school().post("/api/v1/concerns", Map.of("answers", UsualAnswers.concern()));
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        return Answer.word(opened.list("cases").get(0), "reference");
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
