package cymru.diogelu.worklist.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import cymru.diogelu.browser.Chromium;
import cymru.diogelu.ledger.Seals;
import cymru.diogelu.ledger.verifier.Verify;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** An auditor's day: finds a case, reads its record, opens a proof, sees who looked, takes the case out and checks it. */
@DeskTest
class AuditorIT {

    private static final Chromium CHROMIUM = Chromium.launch();

    @LocalServerPort
    private int port;

    @Autowired
    private Seals seals;

    @Autowired
    private JdbcTemplate jdbc;

    @TempDir
    private Path folder;

    @AfterAll
    static void close() {
        CHROMIUM.close();
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, The record of case, Entry 1 of case, Proof, and the seal is signed, looked at who had looked, --, Sound:",
        "cy-GB, Cofnod achos, Cofnod 1 o achos, Prawf, a llofnodwyd y sêl, edrychodd, --cy, Dilys:"
    })
    void readsProvesAndTakesOut(
            String locale,
            String record,
            String entry,
            String proof,
            String signed,
            String looked,
            String option,
            String sound) {
        String reference = sealedCase();
        BrowserContext window = window(locale);
        Desk desk = new Desk(window, port, true).signIn("auditor").open("/records/" + reference);
        assertThat(desk.heading()).isEqualTo(record + " " + reference);
        assertThat(desk.texts(".dgl-lines__item")).hasSizeGreaterThan(5);

        desk.press(".dgl-lines__item a");
        assertThat(desk.heading()).isEqualTo(entry + " " + reference);
        assertThat(desk.text("#proof")).isEqualTo(proof);
        assertThat(desk.text("section[aria-labelledby=proof]")).contains(signed);

        desk.open("/records/" + reference + "/looks");
        assertThat(desk.texts(".dgl-lines__item")).hasSize(3).last().asString().containsIgnoringCase(looked);

        assertThat(verified(window.pages().get(0), "/records/" + reference, option))
                .contains(sound);
    }

    @Test
    void everyPageOfABrokenRecordSaysWhichEntryFails() {
        String reference = sealedCase();
        jdbc.update(
                "UPDATE ledger_entry SET actor_user = 'sioned' WHERE seq = 3 AND chain = (SELECT id FROM ledger_chain"
                        + " WHERE case_reference = ? AND name = 'case')",
                reference);
        Desk desk = new Desk(window("en-GB"), port, true).signIn("auditor").open("/records/" + reference);
        assertThat(desk.text(".govuk-warning-text")).contains("Entry 3:", "19 April 2027");
        assertThat(desk.texts(".dgl-lines__item")).hasSizeGreaterThan(5);
        desk.open("/records/" + reference + "/entries/4");
        assertThat(desk.text(".govuk-tag--red")).isEqualTo("Not proved");
        for (String page : List.of("/entries/4", "/dates", "/rules", "/moment")) {
            desk.open("/records/" + reference + page);
            assertThat(desk.text(".govuk-warning-text")).as(page).contains("Entry 3:");
        }
        desk.open("/cases/" + reference);
        assertThat(desk.text(".govuk-warning-text")).contains("not as it was written");
    }

    @Test
    void readsOnlyWhatWasChosen() {
        String reference = sealedCase();
        Desk desk = new Desk(window("en-GB"), port, true).signIn("auditor").open("/records/" + reference);
        int all = desk.texts(".dgl-lines__item").size();
        desk.open("/records/" + reference + "?agency=front-door.W06000015");
        assertThat(desk.texts(".dgl-lines__item").size()).isLessThan(all);
        desk.open("/records/" + reference + "?to=1999-01-01");
        assertThat(desk.texts(".dgl-lines__item")).isEmpty();
        desk.open("/records/" + reference + "?from=nonsense");
        assertThat(desk.text("#from-error")).contains("Enter a real date");
        desk.open("/records/" + reference + "?reads=true");
        assertThat(desk.texts(".dgl-lines__item")).anyMatch(line -> line.contains("Look 1"));
    }

    @ParameterizedTest
    @CsvSource({"en-GB, What had been answered by then", "cy-GB, Yr hyn a atebwyd erbyn hynny"})
    void walksTheSliderAndMovesADiagram(String locale, String known) {
        String reference = sealedCase();
        BrowserContext window = window(locale);
        Desk desk = new Desk(window, port, true).signIn("auditor").open("/records/" + reference + "/moment?seq=1");
        Page page = window.pages().get(0);
        assertThat(desk.text("#known")).isEqualTo(known);
        assertThat(desk.texts("section[aria-labelledby=known] details")).hasSize(1);
        int walksAtFirst = page.locator("[data-drawn]").count();

        page.focus("#seq");
        page.keyboard().press("End");
        desk.press("form:has(#seq) button");
        assertThat(page.locator("[data-drawn]").count()).isGreaterThan(walksAtFirst);
        assertThat(page.locator("section[id^='walk-safeguarding-case-v'] .dgl-drawing a[href^='#walk-']")
                        .count())
                .isPositive();

        desk.press("section[id^='walk-section-130-report-v'] [data-move]");
        page.waitForSelector("section[id^='walk-section-130-report-v'] .dgl-here");
        assertThat(page.isHidden("section[id^='walk-section-130-report-v'] [data-still]"))
                .isTrue();
        desk.press("section[id^='walk-section-130-report-v'] [data-view=closer]");

        desk.open("/records/" + reference + "/moment?when=1999-01-01T00:00");
        assertThat(page.locator("#known").count()).isZero();
        desk.press(".govuk-inset-text a[href*='seq=1']");
        assertThat(page.inputValue("#seq")).isEqualTo("1");
    }

    /** A decision's page says what went in and came out; what the record does not have is said in its own words. */
    @Test
    void readsADecisionAndIsToldOfAnEntryThatIsNotThere() {
        String reference = sealedCase();
        Desk desk = new Desk(window("en-GB"), port, true).signIn("auditor");
        desk.open("/records/" + reference + "/entries/18");
        assertThat(desk.text("[aria-labelledby=decided]")).contains("Is a report due?", "Duty", "report");
        assertThat(desk.shows("main a[href$='moment?seq=18']")).isTrue();
        assertThat(desk.open("/records/" + reference + "/entries/9999").text("main"))
                .contains("its record has no such entry")
                .doesNotContain("task");
    }

    @Test
    void nobodyElseFindsARecord() {
        String reference = sealedCase();
        Desk desk = new Desk(window("en-GB"), port, true).signIn("education.W06000015");
        assertThat(desk.status("/records")).isEqualTo(404);
        assertThat(desk.status("/records/" + reference)).isEqualTo(404);
        assertThat(desk.status("/records/" + reference + "/export?format=bundle"))
                .isEqualTo(404);
    }

    private String sealedCase() {
        String reference = CaseByApi.raise(port, "W06000015").reference();
        seals.seal();
        seals.sign();
        return reference;
    }

    private String verified(Page page, String path, String option) {
        page.navigate("http://127.0.0.1:" + port + path);
        for (String format : List.of("pdf", "xes", "ocel")) {
            assertThat(page.waitForDownload(() -> page.click("a[href$='format=" + format + "']"))
                            .failure())
                    .isNull();
        }
        Download download = page.waitForDownload(() -> page.click("a[href$='format=bundle']"));
        Path bundle = folder.resolve("bundle.zip");
        download.saveAs(bundle);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String[] arguments =
                option.equals("--cy") ? new String[] {bundle.toString(), option} : new String[] {bundle.toString()};
        Verify.run(arguments, new PrintStream(said, true, StandardCharsets.UTF_8));
        return said.toString(StandardCharsets.UTF_8);
    }

    private static BrowserContext window(String locale) {
        return CHROMIUM.window(new Browser.NewContextOptions().setLocale(locale).setAcceptDownloads(true));
    }
}
