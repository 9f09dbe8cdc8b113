package cymru.diogelu.trace;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.api.Answer;
import cymru.diogelu.api.ApiTest;
import cymru.diogelu.api.Caller;
import cymru.diogelu.api.UsualAnswers;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@ApiTest
class ConformanceApiTests {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void nothingIsBrokenInACaseThatHasJustBegun() {
        List<Map<String, Object>> findings = findings(auditor(), open());

        assertThat(findings).isNotEmpty().noneMatch(finding -> "BROKEN".equals(finding.get("verdict")));
    }

    @Test
    void whatIsStillOwedIsToldWithTheEntryAndSinceWhen() {
        String reference = open();
        report(reference);

        Map<String, Object> owed = finding(auditor(), reference, "INV-07.confirmed");

        assertThat(owed).containsEntry("verdict", "PENDING").containsEntry("provision", "DL-02");
        assertThat(owed).extracting("entry", "at", "since", "due").doesNotContainNull();
    }

    @Test
    void theWorstComesFirst() {
        String reference = open();
        report(reference);

        List<Integer> order = findings(auditor(), reference).stream()
                .map(finding -> List.of("BROKEN", "UNKNOWN", "PENDING", "KEPT", "NOT_APPLICABLE")
                        .indexOf(finding.get("verdict")))
                .toList();

        assertThat(order).isSortedAccordingTo(Comparator.naturalOrder()).doesNotContain(-1);
    }

    @Test
    void aRuleIsToldInTheReadersLanguage() {
        Map<String, Object> finding = finding(auditor().cymraeg(), open(), "INV-11.considered");

        assertThat(finding)
                .containsEntry("title", "Sail adran 47 bob amser yn cael ei hystyried")
                .extractingByKey("text")
                .asString()
                .startsWith("Mae pob penderfyniad cyntaf");
    }

    @Test
    void whoeverMayNotSeeTheCaseLearnsNothing() {
        Answer answer = as("education.W06000022").get("/api/v1/cases/" + open() + "/conformance");

        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void whoeverReadsNoAnswersOfOthersLearnsNothingOfThemHere() {
        String reference = open();
        String path = "/api/v1/cases/" + reference + "/conformance";
        report(reference);

        assertThat(school().get(path).status()).isEqualTo(404);
        assertThat(as("front-door.W06000015").get(path).status()).isEqualTo(200);
    }

    @Test
    void aForgedRecordIsToldToBeForged() {
        String reference = open();
        jdbc.update(
                "UPDATE ledger_entry SET actor_user = 'somebody-else'"
                        + " WHERE seq = 2 AND chain = (SELECT id FROM ledger_chain WHERE case_reference = ?)",
                reference);

        assertThat(auditor().get("/api/v1/cases/" + reference + "/conformance").json())
                .containsEntry("intact", false)
                .containsEntry("case", reference);
    }

    private void report(String reference) {
        String task = Answer.word(
                school().get("/api/v1/tasks?case=" + reference).list("tasks").stream()
                        .filter(open -> "userTask_makeReport".equals(open.get("element")))
                        .findFirst()
                        .orElseThrow(),
                "id");
        Map<String, Object> answers = UsualAnswers.with(UsualAnswers.of("report-child-at-risk"), "reportMode", "phone");
        Answer submitted = school().post("/api/v1/tasks/" + task + "/submission", Map.of("answers", answers));
        assertThat(submitted.status()).as(submitted.text()).isEqualTo(200);
    }

    private static Map<String, Object> finding(Caller caller, String reference, String rule) {
        return findings(caller, reference).stream()
                .filter(finding -> rule.equals(finding.get("rule")))
                .findFirst()
                .orElseThrow();
    }

    private static List<Map<String, Object>> findings(Caller caller, String reference) {
        return Objects.requireNonNull(
                caller.get("/api/v1/cases/" + reference + "/conformance").list("findings"));
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
