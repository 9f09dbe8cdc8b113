package cymru.diogelu.trace;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.api.Answer;
import cymru.diogelu.api.ApiTest;
import cymru.diogelu.api.Caller;
import cymru.diogelu.api.UsualAnswers;
import cymru.diogelu.ledger.ChainKind;
import cymru.diogelu.ledger.Ledger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@ApiTest
class AccessLogApiTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcTemplate jdbc;

    @ParameterizedTest
    @CsvSource({
        "'', case",
        "/chronology, chronology",
        "/path, path",
        "/deadlines, dates",
        "/decisions, decisions",
        "/verification, verification"
    })
    void eachViewOfACaseIsOneLook(String view, String what) {
        String reference = open();
        as("education.W06000015").get("/api/v1/cases/" + reference + view);

        assertThat(looks(reference)).hasSize(2);
        assertThat(looks(reference).get(0))
                .containsEntry("kind", "viewed")
                .containsEntry("what", what)
                .extractingByKey("actor")
                .isEqualTo(Map.of("user", "education.W06000015", "role", "education", "agency", "W06000015"));
    }

    @Test
    void aTaskThatIsOpenedIsALook() {
        String reference = open();
        Caller school = as("education.W06000015");
        String task = Answer.word(
                school.get("/api/v1/tasks?case=" + reference).list("tasks").get(0), "id");
        school.get("/api/v1/tasks/" + task);
        assertThat(looks(reference)).extracting(look -> look.get("what")).startsWith("tasks", "task");
    }

    @Test
    void readingTheLogIsALookItself() {
        String reference = open();
        looks(reference);
        assertThat(looks(reference)).extracting(look -> look.get("what")).containsExactly("access-log", "access-log");
    }

    @Test
    void theLogIsToldInBothLanguages() {
        String reference = open();
        looks(reference);
        assertThat(text(as("auditor"), reference)).endsWith("looked at who had looked.");
        assertThat(text(as("auditor").cymraeg(), reference)).startsWith("Edrychodd ");
    }

    @Test
    void nobodyButAnAuditorReadsTheLogAndWhoIsRefusedLeavesNoLook() {
        String reference = open();
        Answer own = as("education.W06000015").get("/api/v1/cases/" + reference + "/access-log");
        Answer foreign = as("front-door.W06000016").get("/api/v1/cases/" + reference);
        Answer absent = as("auditor").get("/api/v1/cases/DGL-2027-999999/access-log");
        assertThat(List.of(own.status(), foreign.status(), absent.status())).containsOnly(404);
        assertThat(looks(reference)).hasSize(1);
        assertThat(ledger.read("DGL-2027-999999", ChainKind.ACCESS, 0, 1)).isEmpty();
    }

    @Test
    void aLookThatWasTakenOutIsNoticed() {
        String reference = open();
        looks(reference);
        jdbc.update(
                "DELETE FROM ledger_entry WHERE seq = 1 AND chain = (SELECT id FROM ledger_chain WHERE case_reference = ?"
                        + " AND name = 'access')",
                reference);
        assertThat(as("auditor")
                        .get("/api/v1/cases/" + reference + "/access-log")
                        .get("intact"))
                .isEqualTo(false);
    }

    private List<Map<String, Object>> looks(String reference) {
        return as("auditor").get("/api/v1/cases/" + reference + "/access-log").list("entries");
    }

    private static String text(Caller caller, String reference) {
        Object first = caller.get("/api/v1/cases/" + reference + "/access-log")
                .list("entries")
                .get(0)
                .get("text");
        return Objects.toString(first);
    }

    private String open() {
        Answer opened = as("education.W06000015").post("/api/v1/concerns", Map.of("answers", UsualAnswers.concern()));
        return Answer.word(opened.list("cases").get(0), "reference");
    }

    private Caller as(String user) {
        return Caller.nobody(port).as(user);
    }
}
