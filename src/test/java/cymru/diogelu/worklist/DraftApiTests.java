package cymru.diogelu.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.api.Answer;
import cymru.diogelu.api.ApiTest;
import cymru.diogelu.api.Caller;
import cymru.diogelu.api.UsualAnswers;
import cymru.diogelu.ledger.Ledger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ApiTest
class DraftApiTests {

    private static final String WORDS = "Ffion told her form tutor.";

    @LocalServerPort
    private int port;

    @Autowired
    private Ledger ledger;

    @Test
    void whatIsKeptIsThereForItsWriterAlone() {
        String task = task();

        Answer kept = keep(task, Map.of("causeForConcern", WORDS));

        assertThat(kept.status()).isEqualTo(200);
        assertThat(school().get(task + "/draft").get("answers")).isEqualTo(Map.of("causeForConcern", WORDS));
        assertThat(as("education.W06000015.2").get(task + "/draft").status()).isEqualTo(404);
        assertThat(as("front-door.W06000015").get(task + "/draft").status()).isEqualTo(404);
    }

    @Test
    void aDraftIsNotJudged() {
        Answer kept = keep(task(), Map.of("reportedAt", "next week", "causeForConcern", "x".repeat(50_000)));

        assertThat(kept.status()).isEqualTo(200);
    }

    @Test
    void whatThePageCouldNotShowAgainIsRefused() {
        String task = task();

        Answer refused = keep(task, Map.of("causeForConcern", List.of(1), "unheardOf", true));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.faultyKeys()).containsExactlyInAnyOrder("causeForConcern", "unheardOf");
        assertThat(school().get(task + "/draft").status()).isEqualTo(404);
    }

    @Test
    void newerWordsStay() {
        String task = task();
        Object version = keep(task, Map.of("causeForConcern", "Older.")).get("version");
        keep(task, Map.of("causeForConcern", WORDS));

        Answer late = school().post(
                        task + "/draft", Map.of("answers", Map.of("causeForConcern", "Late."), "version", version));

        assertThat(late.status()).isEqualTo(409);
        assertThat(school().get(task + "/draft").get("answers")).isEqualTo(Map.of("causeForConcern", WORDS));
    }

    @Test
    void aDraftIsGoneOnceTheTaskIsAnsweredAndNeverInTheRecord() {
        String reference = open();
        String task = task(reference);
        keep(task, Map.of("causeForConcern", "Never handed in."));

        assertThat(school().post(task + "/submission", Map.of("answers", UsualAnswers.of("report-child-at-risk")))
                        .status())
                .isEqualTo(200);

        assertThat(school().get(task + "/draft").status()).isEqualTo(404);
        assertThat(ledger.read(reference, 0, 100))
                .noneMatch(entry -> entry.body().toString().contains("Never handed in."));
    }

    private Answer keep(String task, Map<String, Object> answers) {
        return school().post(task + "/draft", Map.of("answers", answers));
    }

    private String task() {
        return task(open());
    }

    private String task(String reference) {
        return "/api/v1/tasks/"
                + Answer.word(
                        school().get("/api/v1/tasks?case=" + reference).list("tasks").stream()
                                .filter(task -> "userTask_makeReport".equals(task.get("element")))
                                .findFirst()
                                .orElseThrow(),
                        "id");
    }

    private String open() {
        Answer opened = school().post("/api/v1/concerns", Map.of("answers", UsualAnswers.concern()));
        return Answer.word(opened.list("cases").get(0), "reference");
    }

    private Caller school() {
        return as("education.W06000015");
    }

    private Caller as(String user) {
        return Caller.nobody(port).as(user);
    }
}
