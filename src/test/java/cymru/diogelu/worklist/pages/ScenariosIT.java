package cymru.diogelu.worklist.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import cymru.diogelu.browser.Chromium;
import cymru.diogelu.designer.LawThatIsKept;
import cymru.diogelu.designer.SmallBook;
import cymru.diogelu.walk.PackagedFiles;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A set whose story does not hold, and the book on the set in force, run for real beside the service. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:scenario-pages;DB_CLOSE_DELAY=-1",
            "diogelu.demo.password=test",
            "diogelu.drafts.key-file=",
            "diogelu.ledger.master-key-file=",
            "diogelu.ledger.signing-key-file=",
            "diogelu.ledger.heads-file=",
            "diogelu.demo.clock=2027-04-19T10:00:00+01:00"
        })
@Import(LawThatIsKept.class)
class ScenariosIT {

    private static final Chromium CHROMIUM = Chromium.launch();
    private static final String DECIDE = "[aria-labelledby=decide] button";

    @LocalServerPort
    private int port;

    @AfterAll
    static void close() {
        CHROMIUM.close();
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, team-manager, After step 1: expected, A report is made, Read the report at once",
        "cy-GB, edt, Ar ôl cam 1: disgwyliwyd, Gwneir adroddiad, Darllen yr adroddiad ar unwaith"
    })
    void aStoryThatDoesNotHoldIsSeenExplainedAndWalkedOnTheDiagram(
            String locale, String asked, String fault, String story, String step) {
        Desk designer = desk(locale).signIn("designer").open("/models");
        Map<String, byte[]> models = PackagedFiles.with(
                "section-130-report.bpmn",
                all -> all.replace("group.named('front-door')", "group.named('%s')".formatted(asked)));
        designer.attach("zip", "models.zip", SmallBook.zip(models, "front-door.W06000015"))
                .pressAndFollow("form[data-upload] button", "**/proposals/*");
        if (designer.shows("[id=reason]")) {
            designer.type("reason", "Known.");
        }
        designer.type("purpose", "Somebody else reads.").press("[aria-labelledby=propose] button");
        designer.waitLong("#stories .govuk-tag--red");
        assertThat(designer.text("#stories")).contains(fault, story, asked + ".W06000015");

        Desk second = desk(locale).signIn("second-designer").open(designer.path());
        second.press(DECIDE);
        assertThat(second.shows(".govuk-error-summary")).isTrue();
        designer.type("storiesReason", "The story is of before.").press("#stories form button");
        second.open(designer.path()).press(DECIDE);
        assertThat(second.text("main")).contains("second-designer");

        designer.open("/models/scenarios").select("story", SmallBook.STORY).press("[aria-labelledby=runs] form button");
        designer.waitLong("#progress .govuk-tag--red").press("#progress details a");
        assertThat(designer.text("#walk-section-130-report svg")).contains(step);
        assertThat(designer.text("main")).contains(fault);
        designer.back().press("#progress tbody a[href$=section-130-report]");
        assertThat(designer.texts("tbody tr")).hasSizeGreaterThan(20);
        assertThat(designer.shows("svg")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"en-GB, Walked by hand", "cy-GB, Cerdded â llaw"})
    void aCaseIsWalkedByHandAndKept(String locale, String name) {
        Desk designer = desk(locale).signIn("designer").open("/models/sandbox");
        designer.press("main form button").waitLong("#now");
        designer.press("a[href$=concern]").press("#answers > button");
        assertThat(designer.path()).isEqualTo("/models/sandbox");
        designer.press("[aria-labelledby=asked] a");
        designer.press("#answers > button");
        assertThat(designer.path()).isEqualTo("/models/sandbox");
        designer.press("[aria-labelledby=clock] button[value=P1D]");
        assertThat(designer.texts("[aria-labelledby=asked] .govuk-tag--red")).isNotEmpty();
        assertThat(designer.texts("[aria-labelledby=where] svg")).hasSizeGreaterThan(1);

        String kept = designer.type("en", name).type("cy", name + " (2)").download("[aria-labelledby=keep] button");
        assertThat(kept).contains(name, "submit:", "wait:", "expect:");
        designer.press("form[action$=end] button");
        assertThat(designer.shows("[id=at]")).isTrue();
    }

    private Desk desk(String locale) {
        return new Desk(CHROMIUM.window(new Browser.NewContextOptions().setLocale(locale)), port, true);
    }
}
