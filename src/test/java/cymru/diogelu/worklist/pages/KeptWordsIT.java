package cymru.diogelu.worklist.pages;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.browser.Chromium;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Words that could not be taken wait for who typed them, and are sent for nobody else. */
@DeskTest
class KeptWordsIT {

    private static final Chromium CHROMIUM = Chromium.launch();
    private static final String SCHOOL = "education.W06000015";
    private static final String COLLEAGUE = SCHOOL + ".2";
    private static final String WORDS = "The sister saw messages that asked for money.";

    @LocalServerPort
    private int port;

    @AfterAll
    static void close() {
        CHROMIUM.close();
    }

    @Test
    void theNextPersonAtTheScreenSendsNothingOfTheLast() {
        String task = evidence();
        Desk desk = typed(task).endSession().press(Desk.CONTINUE);

        desk.enter(COLLEAGUE);
        assertThat(desk.text(".govuk-inset-text"))
                .contains("typed by Education, Cardiff.", "signed in as Education, Cardiff (2)");
        assertThat(desk.open(task).value("whoSawWhat")).isEmpty();
    }

    @Test
    void theyAreSentOnceTheirWriterSignsInAfterAll() {
        Desk desk = typed(evidence()).endSession().press(Desk.CONTINUE).enter(COLLEAGUE);

        desk.enter(SCHOOL);
        assertThat(desk.texts(".dgl-text")).containsExactly(WORDS);

        assertThat(desk.press(Desk.CONTINUE).value("whoSawWhat")).isEqualTo(WORDS);
    }

    @Test
    void theLanguageChangesWithoutLosingThem() {
        Desk desk = typed(evidence()).endSession().press(Desk.CONTINUE);

        desk.press("button[lang=cy]");
        assertThat(desk.language()).isEqualTo("cy");

        desk.enter(SCHOOL);
        assertThat(desk.press(Desk.CONTINUE).value("whoSawWhat")).isEqualTo(WORDS);
    }

    @Test
    void aLinkFromElsewhereOffersNothingToSend() {
        Desk desk = desk(true).signIn(SCHOOL);

        desk.open("/again?kept.path=/concern/anew&kept.field.kept.writer=" + SCHOOL);

        assertThat(desk.path()).isEqualTo("/worklist");
    }

    @Test
    void aButtonPressedTooLateLeadsBackToItsPage() {
        String task = evidence();
        Desk desk = desk(true).signIn(SCHOOL).open(task).fill("keep-evidence").press(Desk.CONTINUE);

        desk.endSession().press("main form button").enter(SCHOOL);

        assertThat(desk.path()).isEqualTo(task);
        assertThat(desk.value("whoSawWhat")).startsWith("The sister saw messages");
    }

    /** Its answer may be the last to come, and must not end the session in which the person is asked to sign in. */
    @Test
    void aPageThatKeepsWordsByItselfOpensNoSession() throws IOException, InterruptedException {
        HttpResponse<String> kept = byItself("/tasks/1/draft", "POST");
        assertThat(kept.statusCode()).isEqualTo(401);
        assertThat(kept.headers().map()).doesNotContainKeys("set-cookie", "hx-refresh");

        HttpResponse<String> looked = byItself("/models/sandbox", "GET");
        assertThat(looked.statusCode()).isEqualTo(401);
        assertThat(looked.headers().map())
                .containsEntry("hx-refresh", List.of("true"))
                .doesNotContainKey("set-cookie");
    }

    @Test
    void wordsTypedAfterSomebodyElseWasFirstAreShownAndFoundAgain() {
        String task = evidence();
        Desk slow = typed(task);
        handIn(task, COLLEAGUE);

        slow.press(Desk.CONTINUE);
        assertThat(slow.heading()).isEqualTo("Somebody else has answered this task");
        assertThat(slow.text(".dgl-compared")).contains(WORDS, "Black phone with a cracked corner");

        assertThat(desk(true).signIn(SCHOOL).open(task).text(".dgl-compared")).contains(WORDS);
    }

    @Test
    void wordsTypedInAnOlderWindowAreNotSaidToBeOnRecord() {
        String task = evidence();
        Desk older = typed(task);
        handIn(task, SCHOOL);

        older.press(Desk.CONTINUE);

        assertThat(older.heading()).isEqualTo("You have answered this task already");
        assertThat(older.text(".dgl-compared")).contains(WORDS, "On record");
    }

    @Test
    void whoeverWasNeverAskedIsShownNothingOfATask() {
        String task = evidence();
        handIn(task, COLLEAGUE);

        assertThat(desk(true).signIn("police-ppu.south-wales-police").status(task))
                .isEqualTo(404);
    }

    @Test
    void anAddressThatIsNoneIsAPageToo() {
        Desk desk = desk(true).signIn(SCHOOL).open("/no-such-page");
        assertThat(desk.heading()).isEqualTo("There is no page here");

        assertThat(desk.open("/tasks/1/claim").heading()).isEqualTo("This page cannot be opened by itself");
    }

    private HttpResponse<String> byItself(String path, String method) throws IOException, InterruptedException {
        HttpRequest call = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("HX-Request", "true")
                .method(method, HttpRequest.BodyPublishers.ofString(""))
                .build();
        return HttpClient.newHttpClient().send(call, HttpResponse.BodyHandlers.ofString());
    }

    /** Without JavaScript nothing is kept while somebody types. */
    private Desk typed(String task) {
        return desk(false).signIn(SCHOOL).open(task).type("whoSawWhat", WORDS);
    }

    private void handIn(String task, String person) {
        desk(true)
                .signIn(person)
                .open(task)
                .fill("keep-evidence")
                .press(Desk.CONTINUE)
                .press("main form button");
    }

    private Desk desk(boolean javaScript) {
        return Desk.at(CHROMIUM, port, "en-GB", javaScript);
    }

    private String evidence() {
        return CaseByApi.raise(port, "W06000015").task("userTask_keepEvidence");
    }
}
