package cymru.diogelu.worklist.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.microsoft.playwright.Browser;
import cymru.diogelu.browser.Chromium;
import cymru.diogelu.designer.StoriesThatHold;
import cymru.diogelu.modelcheck.ModelFiles;
import cymru.diogelu.walk.PackagedFiles;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A designer's day: a set with a mistake, a sound one, a second person, open cases, and the way back. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:designer;DB_CLOSE_DELAY=-1",
            "diogelu.demo.password=test",
            "diogelu.drafts.key-file=",
            "diogelu.ledger.master-key-file=",
            "diogelu.ledger.signing-key-file=",
            "diogelu.ledger.heads-file=",
            "diogelu.demo.clock=2027-04-19T10:00:00+01:00"
        })
@Import(StoriesThatHold.class)
class DesignerIT {

    private static final Chromium CHROMIUM = Chromium.launch();
    private static final String CHECK = "form[data-upload] button";
    private static final String PROPOSE = "[aria-labelledby=propose] button";
    private static final String BY_RULE = "[aria-labelledby=rule] button";
    private static final String DECIDE = "[aria-labelledby=decide] button";

    @LocalServerPort
    private int port;

    @AfterAll
    static void close() {
        CHROMIUM.close();
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, Read the report at once, Read the report now, Darllen yr adroddiad ar unwaith, Darllen yr adroddiad nawr, "
                + "Another designer has to approve, Front door, Moved: 1.",
        "cy-GB, Make the initial checks, Make the first checks, Gwneud y gwiriadau cychwynnol, Gwneud y gwiriadau cyntaf, "
                + "Rhaid i ddylunydd arall, Drws blaen, Symudwyd: 2."
    })
    void aDesignersDay(
            String locale,
            String text,
            String instead,
            String welsh,
            String insteadInWelsh,
            String second,
            String asked,
            String counted) {
        String reference = CaseByApi.raise(port, "W06000015").reference();
        Desk designer = desk(locale).signIn("designer").open("/models");
        readFindings(designer);

        designer.open("/models");
        send(designer, all -> all.replace(text, instead)
                .replace(welsh, insteadInWelsh)
                .replace("userTask_makeReport", "userTask_reportNow")
                .replace("group.reporter()", "group.named('front-door')"));
        String proposal = designer.path();
        assertThat(designer.texts("[aria-labelledby=changes] li")).anyMatch(change -> change.contains(asked));
        lookAtBoth(designer, asked);
        assertThat(designer.open(proposal + "/impact").text("main")).contains(reference, asked);
        propose(designer.open(proposal));
        assertThat(designer.text("main")).contains(second);
        assertThat(designer.shows("[formaction]")).isTrue();
        designer.waitFor("#stories .govuk-tag--green");

        Desk other = desk(locale).signIn("second-designer").open(proposal + "/impact");
        assertThat(other.text("main")).contains(reference, asked);
        other.open(proposal).press(DECIDE);
        assertThat(other.text("main")).contains("second-designer");
        assertThat(other.open("/models/cases").text("main")).contains(reference, asked);
        other.press(BY_RULE).waitFor("#progress .govuk-tag--grey");
        assertThat(other.text("#progress")).contains(counted);
        assertThat(other.open("/models/cases").texts("main form")).noneMatch(form -> form.contains(reference));

        designer.open("/models").press("[aria-labelledby=former] form button");
        propose(designer);
        designer.waitFor("#stories .govuk-tag--green");
        other.open(designer.path()).press(DECIDE);
        assertThat(other.open("/models/record").texts(".dgl-lines__item")).hasSizeGreaterThan(4);
        assertThat(other.texts(".dgl-danger")).isEmpty();
    }

    /** A set that asks somebody who does not exist: what is wrong is said, and what the rule is for. */
    private static void readFindings(Desk designer) {
        send(designer, all -> all.replace("group.named('front-door')", "group.named('mayor')"));
        assertThat(designer.texts(".dgl-lines .govuk-body")).anyMatch(line -> line.contains("mayor"));
        assertThat(designer.shows(PROPOSE)).isFalse();
        designer.press("[aria-labelledby=findings] .dgl-lines a");
        assertThat(designer.path()).startsWith("/models/rules/");
    }

    /** The sentence leads to its place in the picture, and that to the sentence. */
    private static void lookAtBoth(Desk designer, String asked) {
        designer.press("[aria-labelledby=changes] a[href*=section-130-report]");
        assertThat(designer.texts(".dgl-beside svg")).hasSize(2);
        assertThat(designer.texts("#after-userTask_reportNow title"))
                .singleElement(STRING)
                .contains(asked);
        assertThat(designer.shows("#before-userTask_makeReport")).isTrue();
        assertThat(designer.texts(".dgl-change:has([href='#after-userTask_reportNow'])"))
                .anyMatch(sentence -> sentence.contains(asked));
        assertThat(designer.shows("a[href^='#change-'] #after-userTask_reportNow"))
                .isTrue();
    }

    /** A purpose is asked for, and a reason where there are warnings. */
    private static void propose(Desk designer) {
        boolean warnings = designer.shows("[id=reason]");
        designer.press(PROPOSE);
        assertThat(designer.shows(".govuk-error-summary")).isTrue();
        designer.type("purpose", "The front door reports for schools.");
        if (warnings) {
            designer.type("reason", "The step keeps its timers.");
        }
        designer.press(PROPOSE);
    }

    private Desk desk(String locale) {
        return new Desk(CHROMIUM.window(new Browser.NewContextOptions().setLocale(locale)), port, true);
    }

    private static void send(Desk designer, UnaryOperator<String> change) {
        byte[] zip = new ModelFiles(PackagedFiles.with("section-130-report.bpmn", change)).zip();
        designer.attach("zip", "models.zip", zip).pressAndFollow(CHECK, "**/proposals/*");
    }
}
