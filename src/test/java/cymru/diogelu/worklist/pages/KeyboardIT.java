package cymru.diogelu.worklist.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import cymru.diogelu.api.Answer;
import cymru.diogelu.api.Caller;
import cymru.diogelu.api.UsualAnswers;
import cymru.diogelu.browser.Chromium;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A whole task without a mouse: focus is always seen, in the order of reading, and goes where a mistake is mended. */
@DeskTest
class KeyboardIT {

    private static final Chromium CHROMIUM = Chromium.launch();
    private static final String SCHOOL = "education.W06000001";
    private static final String CONTINUE = "main form .dgl-actions button:not([name])";
    private static final String ROW = "[id='urlsOrUsernames[0].urlOrUsername']";

    @LocalServerPort
    private int port;

    @AfterAll
    static void close() {
        CHROMIUM.close();
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, Check your answers, Your answers are on record",
        "cy-GB, Gwiriwch eich atebion, Mae'ch atebion ar gofnod"
    })
    void aTaskIsAnsweredFromSignInToReceipt(String locale, String check, String done) {
        String task = evidence();
        Keyboard keyboard =
                signedIn(locale).tabTo("[href='%s']".formatted(task)).enter("form[data-form]");

        keyboard.tabTo(CONTINUE).enter(".govuk-error-summary");
        keyboard.focusGoesTo(".govuk-error-summary");
        keyboard.tabTo(".govuk-error-summary__list a").press("Enter").focusGoesTo("#deviceDescription");

        answer(keyboard);

        keyboard.tabTo(CONTINUE).enter("main .govuk-summary-list");
        assertThat(keyboard.heading()).isEqualTo(check);
        keyboard.tabTo("main form button").enter("main .govuk-panel, main h1");
        keyboard.reads("h1", done);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "cy-GB"})
    void theSkipLinkLeadsPastTheHead(String locale) {
        Keyboard keyboard = signedIn(locale);

        keyboard.press("Tab").focusGoesTo(".govuk-skip-link");
        keyboard.press("Enter").focusGoesTo("#main");
        keyboard.press("Tab").focusGoesTo("#main :is(a, button, input)");
    }

    private static void answer(Keyboard keyboard) {
        keyboard.type("Black phone with a cracked corner");
        keyboard.tabTo("[name=deviceHolder]").press("Space", "ArrowDown", "ArrowDown");
        keyboard.focusGoesTo("[name=deviceHolder][value=parent]:checked");
        keyboard.tabTo("[name=nothingDeletedConfirmed]").press("Space", "ArrowDown");
        keyboard.focusGoesTo("[name=nothingDeletedConfirmed][value=no]:checked");
        keyboard.waitFor("#deletedWhat").tabTo("#deletedWhat").type("One message");
        keyboard.tabTo("[name=notForwardedConfirmed]").press("Space");
        keyboard.tabTo("#whoSawWhat").type("The sister saw messages.");
        keyboard.tabTo("button[name=addRow]").enter(ROW);
        keyboard.tabTo(ROW).type("mel_17");
        keyboard.tabTo("[name=pinObtained]").press("Space");
        keyboard.tabTo(CONTINUE).press("Shift+Tab").focusGoesTo("[name=pinObtained][value=yes]:checked");
    }

    private Keyboard signedIn(String locale) {
        return new Keyboard(CHROMIUM.window(new Browser.NewContextOptions().setLocale(locale)), port)
                .open("/sign-in")
                .tabTo("#username")
                .type(SCHOOL)
                .tabTo("#password")
                .type("test")
                .enter(".dgl-tasks");
    }

    private String evidence() {
        Caller school = Caller.nobody(port).as(SCHOOL);
        Answer opened = school.post("/api/v1/concerns", Map.of("answers", UsualAnswers.concern()));
        String reference = Answer.word(opened.list("cases").get(0), "reference");
        return school.get("/api/v1/tasks?case=" + reference).list("tasks").stream()
                .filter(task -> "userTask_keepEvidence".equals(Answer.word(task, "element")))
                .map(task -> "/tasks/" + Answer.word(task, "id"))
                .findFirst()
                .orElseThrow();
    }
}
