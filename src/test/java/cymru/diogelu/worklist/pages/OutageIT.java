package cymru.diogelu.worklist.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.zaxxer.hikari.HikariDataSource;
import cymru.diogelu.api.Answer;
import cymru.diogelu.api.Caller;
import cymru.diogelu.api.UsualAnswers;
import cymru.diogelu.browser.Chromium;
import cymru.diogelu.database.Databases;
import cymru.diogelu.database.Outage;
import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.procedures.EntryKind;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The database is away in the middle of a task, at a browser without JavaScript: no word is lost, nothing is done twice. */
@DirtiesContext
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "diogelu.demo.password=test",
            "diogelu.drafts.key-file=",
            "diogelu.ledger.master-key-file=",
            "diogelu.ledger.signing-key-file=",
            "diogelu.ledger.heads-file=",
            "diogelu.demo.clock=2027-04-19T10:00:00+01:00",
            "diogelu.due-work.every=PT1H",
            "spring.datasource.hikari.connection-timeout=4000"
        })
class OutageIT {

    private static final Chromium CHROMIUM = Chromium.launch();
    private static final HikariDataSource DATABASE = Databases.postgres();
    private static final URI ADDRESS = URI.create(DATABASE.getJdbcUrl().substring("jdbc:".length()));
    private static final Outage OUTAGE = new Outage(ADDRESS.getPort());
    private static final String SCHOOL = "education.W06000015";
    private static final String WORDS =
            "The sister saw messages that asked for money.\n\nShe is called “Siân” & is 12.";
    private static final String AWAY = "The service cannot reach its records just now";
    private static final String RECORDED = "Your answers are on record";
    /** More than there are connections in the pool. */
    private static final int MOST_PRESSES = 30;

    private static final String BUTTON = "main form button";

    @Autowired
    private HikariDataSource pool;

    @Autowired
    private Ledger ledger;

    @LocalServerPort
    private int port;

    private String reference = "";
    private String task = "";

    @DynamicPropertySource
    static void throughTheDoor(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> "jdbc:postgresql://127.0.0.1:%d%s"
                .formatted(OUTAGE.port(), ADDRESS.getPath()));
        properties.add("spring.datasource.username", () -> "postgres");
    }

    /** Connections that the outage ended are not asked for half a second whether they are there: the next test needs new ones. */
    @AfterEach
    void isBack() {
        OUTAGE.end();
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    @AfterAll
    static void close() throws IOException {
        OUTAGE.close();
        DATABASE.close();
        CHROMIUM.close();
    }

    @Test
    void aShortOutageIsWaitedFor() {
        Desk desk = typed();

        OUTAGE.begin();
        pool.getHikariPoolMXBean().softEvictConnections();
        desk.pressWithoutWaiting(Desk.CONTINUE);
        whileSomebodyWaits();
        OUTAGE.end();

        desk.waitFor(".govuk-summary-list");
        assertThat(desk.texts(".govuk-summary-list__value")).anyMatch(OutageIT::holdsEveryWord);
        handInOnce(desk);
    }

    @Test
    void aLongOutageKeepsEveryWordInThePage() {
        Desk desk = typed();

        OUTAGE.begin();
        desk.press(Desk.CONTINUE);
        assertThat(desk.heading()).isEqualTo(AWAY);
        desk.press(BUTTON);
        assertThat(desk.heading()).isEqualTo(AWAY);
        OUTAGE.end();

        pressUntilItIsBack(desk);
        assertThat(desk.texts(".govuk-summary-list__value")).anyMatch(OutageIT::holdsEveryWord);
        handInOnce(desk);
    }

    @Test
    void handingInDuringAnOutageHandsInOnce() {
        Desk desk = typed().press(Desk.CONTINUE);

        OUTAGE.begin();
        desk.press(BUTTON);
        assertThat(desk.heading()).isEqualTo(AWAY);
        OUTAGE.end();

        handInOnce(desk);
    }

    @Test
    void whoOnlyLooksIsToldToWait() {
        Desk desk = typed();

        OUTAGE.begin();

        assertThat(desk.status("/worklist")).isEqualTo(503);
        assertThat(desk.heading()).isEqualTo(AWAY);
        assertThat(desk.shows(BUTTON)).isFalse();
    }

    private Desk typed() {
        Caller school = Caller.nobody(port).as(SCHOOL);
        Answer opened = school.post("/api/v1/concerns", Map.of("answers", UsualAnswers.concern()));
        reference = Answer.word(opened.list("cases").get(0), "reference");
        task = school.get("/api/v1/tasks?case=" + reference).list("tasks").stream()
                .filter(open -> "userTask_keepEvidence".equals(Answer.word(open, "element")))
                .map(open -> Answer.word(open, "id"))
                .findFirst()
                .orElseThrow();
        return new Desk(
                        CHROMIUM.window(new Browser.NewContextOptions()
                                .setLocale("en-GB")
                                .setJavaScriptEnabled(false)),
                        port,
                        false)
                .signIn(SCHOOL)
                .open("/tasks/" + task)
                .fill("keep-evidence")
                .type("whoSawWhat", WORDS);
    }

    /**
     * As somebody does who is told to try again: a connection that was in use half a second before is not asked whether it
     * is still there, so that the first press after an outage may meet its end.
     */
    private static void pressUntilItIsBack(Desk desk) {
        for (int presses = 0;
                presses == 0 || presses < MOST_PRESSES && desk.heading().equals(AWAY);
                presses++) {
            desk.press(BUTTON);
        }
    }

    private void handInOnce(Desk desk) {
        pressUntilItIsBack(desk);
        assertThat(desk.heading()).isEqualTo(RECORDED);
        assertThat(desk.open("/tasks/" + task).heading()).isEqualTo(RECORDED);
        List<String> handedIn = new ArrayList<>();
        ledger.forEach(reference, entry -> {
            if (entry.kind().equals(EntryKind.ANSWERS_SUBMITTED.word())
                    && task.equals(entry.subject().task())) {
                handedIn.add(entry.kind());
            }
        });
        assertThat(handedIn).hasSize(1);
    }

    private static boolean holdsEveryWord(String value) {
        return value.replace("\r\n", "\n").strip().equals(WORDS);
    }

    /** Until the pool has somebody who waits for the database; the pool itself ends the waiting. */
    private void whileSomebodyWaits() {
        while (pool.getHikariPoolMXBean().getThreadsAwaitingConnection() == 0) {
            Thread.onSpinWait();
        }
    }
}
