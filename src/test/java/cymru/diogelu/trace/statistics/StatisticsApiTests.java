package cymru.diogelu.trace.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.api.Answer;
import cymru.diogelu.api.ApiTest;
import cymru.diogelu.api.Caller;
import cymru.diogelu.api.UsualAnswers;
import cymru.diogelu.ledger.Actor;
import cymru.diogelu.ledger.Ledger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@ApiTest
class StatisticsApiTests {

    private static final String STATISTICS = "/api/v1/statistics/";

    @LocalServerPort
    private int port;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void aCaseIsCountedAsSoonAsItIsRecorded() {
        int before = concerns();

        open();

        assertThat(concerns()).isEqualTo(before + 1);
        assertThat(fresh(auditor().get(STATISTICS + "funnel"))).containsEntry("behind", 0);
    }

    @Test
    void theTableOfDatesEndsInItsTotalAndHasNamesInBothLanguages() {
        open();

        List<Map<String, Object>> english =
                auditor().get(STATISTICS + "deadlines").list("rows");
        List<Map<String, Object>> welsh =
                auditor().cymraeg().get(STATISTICS + "deadlines").list("rows");

        assertThat(english).last().satisfies(total -> assertThat(total)
                .containsEntry("key", "total")
                .containsEntry("name", "All together"));
        assertThat(english.get(0).get("name")).isNotEqualTo(welsh.get(0).get("name"));
        assertThat(english.get(0)).containsKeys("met", "missed", "openLate", "extended", "medianTaken");
    }

    @Test
    void theCasesBehindANumberAreNamedAndThatTheyWereIsRecorded() {
        String reference = open();
        String after = before(reference);

        List<Map<String, Object>> dates = auditor()
                .get(STATISTICS + "deadlines/cases?by=authority&key=W06000015&fate=open&after=" + after)
                .list("dates");

        assertThat(dates).anySatisfy(date -> assertThat(date)
                .containsEntry("reference", reference)
                .containsEntry("fate", "OPEN")
                .containsKeys("provision", "step", "due"));
        assertThat(auditor().get("/api/v1/cases/" + reference + "/access-log").text())
                .contains("AUTHORITY W06000015");
    }

    @Test
    void whatIsPublishedHasNoSmallNumbersAndNoParts() {
        open();
        String year = "?published=true&from=2026-04&to=2027-03";

        Answer deadlines = auditor().get(STATISTICS + "deadlines" + year);

        assertThat(deadlines.list("rows")).allSatisfy(row -> assertThat(row)
                .containsEntry("openLate", null)
                .containsEntry("extended", null)
                .doesNotContainValue(1)
                .doesNotContainValue(4));
        assertThat(auditor().get(STATISTICS + "measures" + year).list("measures"))
                .allSatisfy(line -> assertThat(line).doesNotContainValue(1).doesNotContainValue(4));
        assertThat(auditor().get(STATISTICS + "funnel" + year).list("stages"))
                .allSatisfy(stage -> assertThat(stage).containsEntry("cases", null));
    }

    @Test
    void aMeasureThatTheRecordCannotGiveSaysSoInsteadOfNought() {
        assertThat(auditor().cymraeg().get(STATISTICS + "measures").list("measures"))
                .anySatisfy(line -> assertThat(line)
                        .containsEntry("measure", "FIRST_REVIEWS")
                        .containsEntry("onRecord", false)
                        .containsEntry("all", null)
                        .containsEntry("reason", "Nid oes unrhyw weithdrefn a ddilynir heddiw yn cofnodi hyn."));
    }

    @Test
    void aRuleThatCannotBeJudgedInSomeCaseIsListedWithTheCase() {
        String reference = open();
        jdbc.update(
                "UPDATE ledger_entry SET body = hash WHERE kind = 'case-opened'"
                        + " AND chain = (SELECT id FROM ledger_chain WHERE case_reference = ? AND name = 'case')",
                reference);
        jdbc.update("UPDATE counted_case SET rules_version = 0 WHERE reference = ?", reference);

        List<Map<String, Object>> rules = auditor().get(STATISTICS + "rules").list("rules");

        assertThat(rules).isNotEmpty().allSatisfy(rule -> assertThat(rule)
                .containsKeys("rule", "basis", "sentence", "broken", "unknown"));
        Object rule = rules.get(rules.size() - 1).get("rule");
        assertThat(auditor()
                        .get(STATISTICS + "rules/cases?rule=" + rule + "&after=" + before(reference))
                        .list("cases"))
                .anySatisfy(named ->
                        assertThat(named).containsEntry("reference", reference).containsEntry("broken", false));
        assertThat(auditor().get("/api/v1/cases/" + reference + "/access-log").text())
                .contains("rule " + rule);
    }

    @Test
    void aProcessMapTellsHowOftenEachStepWasComeToAndIsDrawnOverTheModel() {
        open();
        String map = STATISTICS + "maps/safeguarding-case";

        assertThat(auditor().get(map).list("steps")).anySatisfy(step -> assertThat(step)
                .containsEntry("element", "startEvent_concernRaised")
                .containsEntry("name", "Concern raised")
                .containsEntry("flow", false));
        Answer drawn = auditor().cymraeg().with("Accept", "image/svg+xml").get(map);
        assertThat(drawn.status()).isEqualTo(200);
        assertThat(drawn.text())
                .startsWith("<svg")
                .contains(" gwaith", "map-safeguarding-case-startEvent_concernRaised");
        assertThat(auditor().get(STATISTICS + "maps/nothing").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"deadlines", "funnel", "measures"})
    void everyTableLeavesAsCsv(String what) {
        open();

        Answer table = auditor().with("Accept", "text/csv").get(STATISTICS + what);

        assertThat(table.status()).isEqualTo(200);
        assertThat(table.text().lines().count()).isGreaterThan(2);
        assertThat(table.text()).contains(",name,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deadlines?by=colour",
                "deadlines?from=spring",
                "deadlines?from=2027-04&to=2027-03",
                "deadlines?agency=%25",
                "deadlines?published=true",
                "deadlines?published=true&from=2026-04&to=2027-03&provision=DL-03",
                "funnel?published=true&from=2026-05&to=2027-04",
                "measures?authority=a%20b",
                "deadlines/cases?by=month"
            })
    void aWrongQuestionIsRefused(String question) {
        Answer answer = auditor().get(STATISTICS + question);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.get("title")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deadlines",
                "funnel",
                "measures",
                "counted-in-part",
                "maps/safeguarding-case",
                "deadlines/cases?by=month&key=2027-02"
            })
    void nobodyButAnAuditorLearnsAnything(String question) {
        assertThat(school().get(STATISTICS + question).status()).isEqualTo(404);
    }

    @Test
    void aCaseOfWhichAnEntryWasChangedIsCountedAndNamedAsCountedInPart() {
        String reference = open();
        jdbc.update(
                "UPDATE ledger_entry SET actor_user = 'sioned' WHERE seq = 2 AND chain = (SELECT id FROM ledger_chain"
                        + " WHERE case_reference = ? AND name = 'case')",
                reference);

        assertThat(auditor().get(STATISTICS + "counted-in-part").text()).contains(reference);
        assertThat((int) Objects.requireNonNull(
                        fresh(auditor().get(STATISTICS + "measures")).get("inPart")))
                .isPositive();
    }

    @Test
    void aCaseWhoseKeysAreDestroyedKeepsItsNumbers() {
        String reference = open();
        auditor().get(STATISTICS + "funnel");
        List<Map<String, Object>> dates = dates(reference);

        transactions.executeWithoutResult(running -> ledger.destroyKeys(
                reference, Instant.parse("2060-01-01T00:00:00Z"), Actor.SYSTEM, "end of the time for keeping"));
        auditor().get(STATISTICS + "funnel");

        assertThat(dates).isNotEmpty();
        assertThat(dates(reference)).isEqualTo(dates);
        assertThat(jdbc.queryForObject(
                        "SELECT standing FROM counted_case WHERE reference = ?", String.class, reference))
                .isEqualTo("KEPT");
    }

    private List<Map<String, Object>> dates(String reference) {
        return jdbc.queryForList("SELECT * FROM counted_deadline WHERE reference = ? ORDER BY seq", reference);
    }

    private int concerns() {
        return auditor().get(STATISTICS + "funnel").list("stages").stream()
                .filter(stage -> "CONCERN".equals(stage.get("milestone")))
                .map(stage -> (int) Objects.requireNonNull(stage.get("cases")))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fresh(Answer answer) {
        return (Map<String, Object>) Objects.requireNonNull(answer.get("freshness"));
    }

    private static String before(String reference) {
        int number = Integer.parseInt(reference.substring(9));
        return reference.substring(0, 9) + "%06d".formatted(number - 1);
    }

    private String open() {
        Answer opened = school().post("/api/v1/concerns", Map.of("answers", UsualAnswers.concern()));
        return (String) Objects.requireNonNull(opened.list("cases").get(0).get("reference"));
    }

    private Caller auditor() {
        return Caller.nobody(port).as("auditor");
    }

    private Caller school() {
        return Caller.nobody(port).as("education.W06000015");
    }
}
