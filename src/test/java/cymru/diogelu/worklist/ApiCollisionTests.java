package cymru.diogelu.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.api.Answer;
import cymru.diogelu.api.ApiTest;
import cymru.diogelu.api.Caller;
import cymru.diogelu.api.Stored;
import cymru.diogelu.api.UsualAnswers;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.procedures.EntryKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two people, or one person twice, at the same task. */
@ApiTest
class ApiCollisionTests {

    private static final Map<String, Object> REPORT = UsualAnswers.of("report-child-at-risk");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Ledger ledger;

    private String reference = "";
    private String task = "";

    @BeforeEach
    void open() {
        Answer opened = school().post("/api/v1/concerns", Map.of("answers", UsualAnswers.concern()));
        reference = Answer.word(opened.list("cases").get(0), "reference");
        task = school().get("/api/v1/tasks?case=" + reference).list("tasks").stream()
                .filter(open -> "userTask_makeReport".equals(open.get("element")))
                .map(open -> "/api/v1/tasks/" + open.get("id"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void givesTheFirstReceiptToTheSameAnswersAgain() {
        Answer first = submit(REPORT);
        Stored stored = Stored.in(jdbc);

        Answer second = submit(REPORT);

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(Stored.in(jdbc)).isEqualTo(stored);
    }

    @Test
    void refusesOtherAnswersToAnAnsweredTask() {
        submit(REPORT);
        Stored stored = Stored.in(jdbc);

        Answer second = submit(UsualAnswers.with(REPORT, "causeForConcern", "Something else entirely."));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.type()).isEqualTo("application/problem+json");
        assertThat(Stored.in(jdbc)).isEqualTo(stored);
    }

    @Test
    void hidesATaskOfAnotherAgencyAsIfItWereNotThere() {
        Caller other = Caller.nobody(port).as("front-door.W06000001");
        Stored stored = Stored.in(jdbc);
        String unknown = "/api/v1/tasks/99999999";

        for (String action : List.of("", "/claim", "/release", "/submission")) {
            Answer foreign = act(other, task, action);
            Answer none = act(other, unknown, action);
            assertThat(foreign.status()).isEqualTo(404);
            assertThat(without(foreign)).isEqualTo(without(none));
        }
        assertThat(other.get("/api/v1/cases/" + reference).status()).isEqualTo(404);
        assertThat(Stored.in(jdbc)).isEqualTo(stored);
    }

    @Test
    void letsOnlyOneOfTwoPeopleTakeATask() {
        jdbc.update("UPDATE ACT_RU_TASK SET ASSIGNEE_ = ? WHERE ID_ = ?", "colleague", id());

        for (String action : List.of("/claim", "/release", "/submission")) {
            Answer late = act(school(), task, action);
            assertThat(late.status()).isEqualTo(409);
            assertThat(late.get("title")).isEqualTo("Taken by someone else");
        }
    }

    @Test
    void takesOneOfTwentyAnswersSentAtOnce() throws Exception {
        List<Answer> answers = atOnce(number ->
                submit(UsualAnswers.with(REPORT, "causeForConcern", "Said by the child, number " + number + ".")));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(19);
        assertThat(submissions()).isEqualTo(1);
    }

    @Test
    void givesOneReceiptToTwentyClicksAtOnce() throws Exception {
        List<Answer> answers = atOnce(number -> submit(REPORT));

        assertThat(answers).allMatch(answer -> answer.status() == 200 || answer.status() == 409);
        assertThat(answers.stream()
                        .filter(answer -> answer.status() == 200)
                        .map(Answer::text)
                        .distinct())
                .hasSize(1);
        assertThat(submissions()).isEqualTo(1);
        assertThat(ledger.verify(reference).sound()).isTrue();
    }

    @Test
    void opensOneCaseForTwentyConcernsUnderOneKey() throws Exception {
        Caller caller = school().with("Idempotency-Key", "twenty");
        Map<String, Object> body = Map.of("answers", UsualAnswers.concern());

        List<Answer> answers = atOnce(number -> caller.post("/api/v1/concerns", body));

        assertThat(answers).allMatch(answer -> answer.status() == 201 || answer.status() == 409);
        assertThat(answers.stream()
                        .filter(answer -> answer.status() == 201)
                        .map(Answer::text)
                        .distinct())
                .hasSize(1);
    }

    private interface Click {
        Answer number(int number);
    }

    private static List<Answer> atOnce(Click click) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(20);
        try {
            List<Callable<Answer>> clicks = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                int number = i;
                clicks.add(() -> click.number(number));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : people.invokeAll(clicks)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            people.shutdown();
        }
    }

    private Answer act(Caller caller, String path, String action) {
        return switch (action) {
            case "" -> caller.get(path);
            case "/submission" -> caller.post(path + action, Map.of("answers", REPORT));
            default -> caller.post(path + action);
        };
    }

    /** The body without the address that was asked for. */
    private static Map<String, Object> without(Answer answer) {
        return answer.json().entrySet().stream()
                .filter(entry -> !entry.getKey().equals("instance"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Answer submit(Map<String, Object> answers) {
        return school().post(task + "/submission", Map.of("answers", answers));
    }

    private long submissions() {
        List<Entry> entries = new ArrayList<>();
        ledger.forEach(reference, entries::add);
        return Stream.of(entries.toArray(Entry[]::new))
                .filter(entry -> entry.kind().equals(EntryKind.ANSWERS_SUBMITTED.word()))
                .count();
    }

    private String id() {
        return task.substring(task.lastIndexOf('/') + 1);
    }

    private Caller school() {
        return Caller.nobody(port).as("education.W06000015");
    }
}
