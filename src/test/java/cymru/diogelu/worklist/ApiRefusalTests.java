package cymru.diogelu.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.api.Answer;
import cymru.diogelu.api.ApiTest;
import cymru.diogelu.api.Caller;
import cymru.diogelu.api.Stored;
import cymru.diogelu.api.UsualAnswers;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@ApiTest
@ExtendWith(OutputCaptureExtension.class)
class ApiRefusalTests {

    /** Stands in what is typed, and must never stand in the log. */
    private static final String TYPED = "Gwawr-Typed-Words";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    private Stored before = new Stored(Map.of());

    @BeforeEach
    void count() {
        before = Stored.in(jdbc);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor", "designer", "second-designer", "administrator"})
    void refusesAConcernOfPeopleWhoCouldNotReportIt(String user) {
        Answer refused =
                Caller.nobody(port).as(user).post("/api/v1/concerns", Map.of("answers", UsualAnswers.concern()));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(Stored.in(jdbc)).isEqualTo(before);
    }

    static Stream<Arguments> wrongConcerns() {
        Map<String, Object> concern = UsualAnswers.with(UsualAnswers.concern(), "childsOwnWords", TYPED);
        Map<String, Object> withoutAccount = UsualAnswers.with(concern, "accountOfConcern", "x");
        withoutAccount.remove("accountOfConcern");
        return Stream.of(
                wrong("unknown field", UsualAnswers.with(concern, "colourOfDoor", TYPED), "colourOfDoor"),
                wrong("missing field", withoutAccount, "accountOfConcern"),
                wrong("wrong type", UsualAnswers.with(concern, "raisedAt", true), "raisedAt"),
                wrong("no such choice", UsualAnswers.with(concern, "immediateDanger", TYPED), "immediateDanger"),
                wrong(
                        "no such place",
                        UsualAnswers.concernWithChild("locatedLaCode", "W06000099"),
                        CHILD + "locatedLaCode"),
                wrong(
                        "outside Wales",
                        UsualAnswers.concernWithChild("locatedLaCode", "E06000023"),
                        CHILD + "locatedLaCode"),
                wrong("grown up", UsualAnswers.concernWithChild("dob", "1950-05-05"), CHILD + "dob"),
                wrong("born tomorrow", UsualAnswers.concernWithChild("dob", "2031-01-01"), CHILD + "dob"),
                wrong(
                        "very long",
                        UsualAnswers.with(concern, "accountOfConcern", "y".repeat(100_000)),
                        "accountOfConcern"),
                wrong("NUL", UsualAnswers.with(concern, "accountOfConcern", TYPED + "\u0000"), "accountOfConcern"),
                wrong("deep", UsualAnswers.with(concern, "accountOfConcern", nested(200)), "accountOfConcern"));
    }

    @Test
    @SuppressWarnings("unchecked")
    void takesEachChildOnce(CapturedOutput log) {
        Map<String, Object> concern = UsualAnswers.concern();
        var child = ((List<Map<String, Object>>) concern.get("children")).get(0);
        var again = UsualAnswers.with(
                child, "fullName", " " + String.valueOf(child.get("fullName")).toUpperCase());
        Map<String, Object> twice = UsualAnswers.with(concern, "children", List.of(child, again));

        Answer refused = refused(422, caller -> caller.post("/api/v1/concerns", Map.of("answers", twice)), log);

        assertThat(refused.faultyKeys()).containsExactly("children[1]");
    }

    private static final String CHILD = "children[0].";

    private static Arguments wrong(String what, Map<String, Object> concern, String key) {
        return Arguments.argumentSet(what, concern, key);
    }

    private static Object nested(int depth) {
        Object value = TYPED;
        for (int i = 0; i < depth; i++) {
            value = List.of(value);
        }
        return value;
    }

    @ParameterizedTest
    @MethodSource("wrongConcerns")
    void namesTheFieldThatIsWrong(Map<String, Object> concern, String key, CapturedOutput log) {
        Function<Caller, Answer> send = caller -> caller.post("/api/v1/concerns", Map.of("answers", concern));

        Answer refused = refused(422, send, log);

        assertThat(refused.faultyKeys()).contains(key);
    }

    @Test
    void listsAllMistakesAtOnce(CapturedOutput log) {
        Map<String, Object> concern = UsualAnswers.with(UsualAnswers.concern(), "raisedByRole", "wizard");
        concern.remove("accountOfConcern");
        concern.put("extra", TYPED);

        Answer refused = refused(422, caller -> caller.post("/api/v1/concerns", Map.of("answers", concern)), log);

        assertThat(refused.faultyKeys()).contains("raisedByRole", "accountOfConcern", "extra");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"answers\": {\"a\": " + TYPED,
                "[]",
                "null",
                "7",
                "\"" + TYPED + "\"",
                "{\"answers\": [1, 2]}",
                "{\"answers\": \"" + TYPED + "\"}",
                "{\"answers\": {}, \"more\": \"" + TYPED + "\"}",
                "{\"answers\": {}, \"answers\": {}}",
                "{\"answers\": {\"platformNames\": \"" + TYPED + "\", \"platformNames\": \"x\"}}",
                "{}",
                "{\"answers\": null}"
            })
    void refusesABodyThatIsNoObjectOfAnswers(String body, CapturedOutput log) {
        int status = body.equals("{}") || body.contains("null}") ? 422 : 400;

        refused(status, caller -> caller.postText("/api/v1/concerns", body), log);
    }

    @Test
    void namesThePartOfTheBodyThatIsWrong(CapturedOutput log) {
        assertThat(refused(400, caller -> caller.postText("/api/v1/concerns", "{\"answers\": [1]}"), log)
                        .faultyKeys())
                .containsExactly("answers");
        assertThat(refused(400, caller -> caller.postText("/api/v1/concerns", "{\"more\": 1}"), log)
                        .faultyKeys())
                .containsExactly("more");
    }

    @Test
    void refusesJsonNestedBeyondReason(CapturedOutput log) {
        String deep = "{\"answers\": {\"a\": " + "[".repeat(5_000) + "]".repeat(5_000) + "}}";

        refused(400, caller -> caller.postText("/api/v1/concerns", deep), log);
    }

    @Test
    void refusesABodyOverOneMebibyte(CapturedOutput log) {
        String large = "{\"answers\": {\"accountOfConcern\": \"" + "z".repeat(1_100_000) + "\"}}";

        refused(413, caller -> caller.postText("/api/v1/concerns", large), log);
        refused(413, caller -> caller.postChunked("/api/v1/concerns", large), log);
    }

    @Test
    void refusesWhatIsNotJson(CapturedOutput log) {
        refused(
                415,
                caller -> caller.call("POST", "/api/v1/concerns", BodyPublishers.ofString(TYPED), "text/plain"),
                log);
        refused(
                415,
                caller -> caller.call("POST", "/api/v1/concerns", BodyPublishers.ofString("a=" + TYPED), FORM),
                log);
        refused(415, caller -> caller.call("POST", "/api/v1/concerns", BodyPublishers.ofString("{}"), ""), log);
    }

    private static final String FORM = "application/x-www-form-urlencoded";

    @Test
    void refusesAnswersThatAreNotReadAsJson(CapturedOutput log) {
        refused(406, caller -> caller.with("Accept", "image/png").get("/api/v1/tasks"), log);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/nothing",
                "/api/v1/forms/unheard-of",
                "/api/v1/tasks/99999999",
                "/api/v1/tasks/no-such-task",
                "/api/v1/cases/DGL-2027-999999",
                "/api/v1/cases/DGL-2027-1",
                "/api/v1/cases/no-such-case",
                "/api/v1/cases/DGL-2027-999999/chronology",
                "/api/v1/cases/x/path",
                "/api/v1/cases/x/deadlines",
                "/api/v1/cases/x/decisions",
                "/api/v1/tasks?case=DGL-2027-999999"
            })
    void saysNotFoundOfWhatIsNotThere(String path, CapturedOutput log) {
        refused(404, caller -> caller.get(path), log);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/tasks/a;b=c", "/api//v1", "/api/v1/tasks/a%0Ab"})
    void refusesAMalformedAddress(String path, CapturedOutput log) {
        refused(400, caller -> caller.get(path), log);
    }

    @ParameterizedTest
    @ValueSource(strings = {"???", "bm8tY3Vyc29y", "OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5IDE", "%00"})
    void refusesACursorThatIsNotOurs(String cursor, CapturedOutput log) {
        Answer refused = refused(400, caller -> caller.get("/api/v1/tasks?after=" + cursor.replace("?", "%3F")), log);

        assertThat(refused.faultyKeys()).containsExactly("after");
    }

    /** The web server itself answers these, before any of our words. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/tasks/%00", "/api/v1/tasks/..%2f..%2fetc"})
    void refusesAnAddressThatIsNone(String path) {
        Answer refused = school().get(path);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).doesNotContain("Exception", "Tomcat");
    }

    @Test
    void refusesHalfACharacter(CapturedOutput log) {
        String concern = json(UsualAnswers.with(UsualAnswers.concern(), "accountOfConcern", "HALF"));
        String half = "{\"answers\": " + concern.replace("HALF", "\\ud83d") + "}";

        assertThat(refused(422, caller -> caller.postText("/api/v1/concerns", half), log)
                        .faultyKeys())
                .containsExactly("accountOfConcern");
    }

    @ParameterizedTest
    @ValueSource(strings = {"u0000", "u0007", "ud83d", "u202e", "u2069"})
    void refusesANoteThatCannotBeShown(String character, CapturedOutput log) {
        String task = task();
        before = Stored.in(jdbc);
        String note = "{\"to\": \"education.W06000015.2\", \"note\": \"%s\\%s\"}".formatted(TYPED, character);

        Answer refused = refused(400, caller -> caller.postText(task + "/assign", note), log);

        assertThat(refused.faultyKeys()).containsExactly("note");
        assertThat(refused.list("errors").get(0)).containsEntry("code", "illegalCharacter");
    }

    private String task() {
        Answer opened = school().post("/api/v1/concerns", Map.of("answers", UsualAnswers.concern()));
        String reference = Answer.word(opened.list("cases").get(0), "reference");
        return "/api/v1/tasks/"
                + Answer.word(
                        school().get("/api/v1/tasks?case=" + reference)
                                .list("tasks")
                                .get(0),
                        "id");
    }

    private static String json(Object value) {
        return tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(value);
    }

    @Test
    void refusesAWrongMethod(CapturedOutput log) {
        refused(405, caller -> caller.get("/api/v1/concerns"), log);
        refused(405, caller -> caller.call("DELETE", "/api/v1/tasks", BodyPublishers.noBody(), ""), log);
        refused(405, caller -> caller.call("PUT", "/api/v1/tasks/1/claim", BodyPublishers.noBody(), ""), log);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Origin, https://elsewhere.example",
        "Origin, null"
    })
    void refusesWhatAnotherSiteMakesABrowserSend(String header, String value, CapturedOutput log) {
        String task = task();
        before = Stored.in(jdbc);

        refused(403, caller -> caller.with(header, value).post(task + "/claim"), log);
        refused(403, caller -> caller.with(header, value).post(task + "/release"), log);
        assertThat(school().with(header, value).get(task).get("assignee")).isNull();
    }

    @Test
    void takesWhatOwnPagesAndProgramsSend() {
        String claim = task() + "/claim";

        assertThat(school().post(claim).status()).isEqualTo(200);
        assertThat(school().with("Sec-Fetch-Site", "same-origin").post(claim).status())
                .isEqualTo(200);
        assertThat(school().with("Sec-Fetch-Site", "none").post(claim).status()).isEqualTo(200);
        assertThat(school().with("Origin", "http://127.0.0.1:" + port)
                        .post(claim)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "*", "xx-!!", "cy;q=nonsense", ""})
    void readsEnglishInEveryOtherLanguage(String language) {
        Answer refused = school().with("Accept-Language", language).get("/api/v1/tasks/99999999");

        assertThat(refused.get("title")).isEqualTo("Not found");
    }

    @Test
    void prefersTheFirstOfItsTwoLanguages() {
        assertThat(school().with("Accept-Language", "fr, cy;q=0.8, en;q=0.5")
                        .get("/api/v1/tasks/9")
                        .get("title"))
                .isEqualTo("Heb ei ganfod");
        assertThat(Caller.nobody(port)
                        .with("Accept-Language", "fr, cy;q=0.8, en;q=0.5")
                        .get("/api/v1/tasks")
                        .get("title"))
                .isEqualTo("Mewngofnodwch");
    }

    @Test
    void asksWhoeverIsUnknownToSignIn(CapturedOutput log) {
        refused(401, caller -> caller.with("Authorization", "").get("/api/v1/tasks"), log);
        refused(401, caller -> caller.as("education.W06000015", TYPED).get("/api/v1/tasks"), log);
        refused(401, caller -> caller.as("wizard.W06000015").get("/api/v1/tasks"), log);
        refused(401, caller -> caller.as("wizard").post("/api/v1/concerns", Map.of()), log);
        refused(401, caller -> caller.with("Authorization", "Basic !!!").get("/api/v1/nowhere"), log);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"advance\": \"-P1D\"}",
                "{\"advance\": \"PT-1H\"}",
                "{\"to\": \"2020-01-01T00:00:00Z\"}",
                "{\"advance\": \"" + TYPED + "\"}",
                "{\"advance\": \"\"}",
                "{\"advance\": \"P\"}",
                "{\"advance\": \"P1DT\"}",
                "{\"advance\": \"P999999999999Y\"}",
                "{\"advance\": \"P100Y\"}",
                "{\"advance\": 5, \"to\": 6}",
                "{\"to\": \"2027-02-02T10:00:00\"}",
                "{\"to\": \"+999999999-12-31T23:59:59Z\"}",
                "{\"to\": \"2027-03-28T01:30:00Europe/London\"}",
                "{\"advance\": \"PT1H\", \"to\": \"2027-02-02T10:00:00Z\"}",
                "{\"advance\": {}}",
                "{}"
            })
    void refusesToMoveTheClockBackOrNowhere(String move, CapturedOutput log) {
        Answer refused = refused(400, caller -> caller.postText("/api/v1/demo/clock", move), log);

        assertThat(refused.faultyKeys()).isNotEmpty();
    }

    @Test
    void refusesAClockMoveWithoutABody(CapturedOutput log) {
        refused(400, caller -> caller.postText("/api/v1/demo/clock", ""), log);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?provision=DL-99&start=yesterday&authority=W06000099",
                "?provision=INV-01&start=2026-13-01T00:00:00Z&authority=E06000001",
                "?provision=" + TYPED + "&start=+999999999-12-31T23:59:59Z&authority="
            })
    void namesEveryWrongPartOfAPreview(String query, CapturedOutput log) {
        Answer refused = refused(400, caller -> caller.get("/api/v1/deadlines/preview" + query), log);

        assertThat(refused.faultyKeys()).contains("provision", "authority");
    }

    @Test
    void refusesALengthThatLeavesTheCalendar(CapturedOutput log) {
        String query = "?provision=DL-18&authority=W06000015&start=%2B999999999-12-31T23:59:59Z";

        assertThat(refused(400, caller -> caller.get("/api/v1/deadlines/preview" + query), log)
                        .faultyKeys())
                .containsExactly("start");
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "two\twords", ""})
    void refusesAnIdempotencyKeyThatIsNone(String key, CapturedOutput log) {
        String sent = key.isEmpty() ? "k".repeat(129) : key;
        Map<String, Object> body = Map.of("answers", UsualAnswers.concern());

        Answer refused =
                refused(400, caller -> caller.with("Idempotency-Key", sent).post("/api/v1/concerns", body), log);

        assertThat(refused.faultyKeys()).containsExactly("Idempotency-Key");
    }

    /** Sends the same in both languages, and checks what holds for every refusal. */
    private Answer refused(int status, Function<Caller, Answer> send, CapturedOutput log) {
        Answer english = send.apply(school());
        Answer welsh = send.apply(school().cymraeg());
        for (Answer answer : List.of(english, welsh)) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(status);
            assertThat(answer.type()).isEqualTo("application/problem+json");
            assertThat(answer.text()).doesNotContain("Exception", "\tat ", TYPED);
            assertThat(answer.list("errors"))
                    .allSatisfy(error -> assertThat(error).containsOnlyKeys("key", "code", "message"));
        }
        assertThat(welsh.get("title")).isNotEqualTo(english.get("title"));
        assertThat(welsh.get("detail")).isNotEqualTo(english.get("detail"));
        assertThat(Stored.in(jdbc)).as("nothing is stored").isEqualTo(before);
        assertThat(log.getAll()).doesNotContain(TYPED);
        return english;
    }

    private Caller school() {
        return Caller.nobody(port).as("education.W06000015");
    }
}
