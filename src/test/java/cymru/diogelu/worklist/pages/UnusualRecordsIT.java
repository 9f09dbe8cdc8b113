package cymru.diogelu.worklist.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.api.Answer;
import cymru.diogelu.api.Caller;
import cymru.diogelu.browser.Chromium;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.ledger.Happening;
import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.ledger.Subject;
import cymru.diogelu.procedures.CaseMigration;
import cymru.diogelu.procedures.models.ModelDeployment;
import cymru.diogelu.walk.PackagedFiles;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** Records that are longer or stranger than usual: every page still answers, and what it cannot name it leaves unnamed. */
@DeskTest
class UnusualRecordsIT {

    private static final Chromium CHROMIUM = Chromium.launch();
    private static final List<String> PAGES = List.of(
            "",
            "?part=EVERYTHING&after=50",
            "?reads=true",
            "/entries/20",
            "/dates",
            "/rules",
            "/moment",
            "/moment?seq=30",
            "/looks");
    private static final Set<String> ONCE = Set.of("case-opened", "case-closed");

    private static final Viewer DESIGNER = new Viewer("designer", "designer", "wales", Set.of());

    /** A version that no deployment of these tests comes to. */
    private static final int WITHDRAWN = 9_999;

    @LocalServerPort
    private int port;

    @Autowired
    private Ledger ledger;

    @Autowired
    private CaseMigration migration;

    @Autowired
    private ModelDeployment models;

    @Autowired
    private TransactionTemplate transaction;

    @AfterAll
    static void close() {
        CHROMIUM.close();
    }

    @Test
    void tenThousandEntries() {
        String reference = raised();
        List<Entry> story = ledger.read(reference, 0, 1_000);
        int rounds = 10_000 / story.size();
        for (int round = 1; round <= rounds; round++) {
            String suffix = "-" + round;
            again(story, subject -> at(subject, subject.version(), suffix));
        }

        everyPageAnswers(reference);
        everyExportIsWritten(reference);
    }

    /** As when a set of models was taken away after cases had been moved to it. */
    @ParameterizedTest
    @ValueSource(ints = {WITHDRAWN, 0})
    void stepsOfModelsThatAreNotThere(int version) {
        String reference = raised();
        again(ledger.read(reference, 0, 1_000), subject -> at(subject, version, "-later"));

        everyPageAnswers(reference);
        everyExportIsWritten(reference);
    }

    /** Its record speaks of two versions, and of a step that has another id in each. */
    @Test
    void movedToOtherModels() {
        String reference = raised();
        String other = models.deploy(
                PackagedFiles.with(".bpmn", text -> text.replace("userTask_makeReport", "userTask_writeReport")));
        models.deploy(PackagedFiles.all());
        migration.move(DESIGNER, reference, other, Map.of("userTask_makeReport", "userTask_writeReport"));

        everyPageAnswers(reference);
        everyExportIsWritten(reference);
        String read = Caller.nobody(port)
                .as("auditor")
                .get("/api/v1/cases/" + reference + "/chronology")
                .text();
        assertThat(read).contains("case-moved");
        Desk desk = new Desk(CHROMIUM.window(new Browser.NewContextOptions()), port, true).signIn("auditor");
        desk.open("/records/" + reference + "/moment");
        assertThat(desk.text("main")).contains("went on under another version of the models");
    }

    private String raised() {
        return CaseByApi.raise(port, "W06000015").reference();
    }

    /** Records the same once more, as if the case had gone round. */
    private void again(List<Entry> story, Function<Subject, Subject> subject) {
        transaction.executeWithoutResult(running -> story.stream()
                .filter(entry -> !ONCE.contains(entry.kind()))
                .forEach(entry -> ledger.append(new Happening(
                        entry.caseReference(),
                        entry.at(),
                        entry.actor(),
                        entry.kind(),
                        subject.apply(entry.subject()),
                        entry.body()))));
    }

    private static Subject at(Subject subject, int version, String suffix) {
        String process = version == 0 ? null : subject.process();
        String task = subject.task() == null ? null : subject.task() + suffix;
        return new Subject(process, process == null ? 0 : version, subject.element(), task);
    }

    private void everyPageAnswers(String reference) {
        for (String language : List.of("en-GB", "cy-GB")) {
            BrowserContext window = CHROMIUM.window(new Browser.NewContextOptions().setLocale(language));
            Desk desk = new Desk(window, port, true).signIn("auditor");
            for (String page : PAGES) {
                assertThat(desk.status("/records/" + reference + page)).as(page).isEqualTo(200);
            }
            assertThat(desk.status("/cases/" + reference)).isEqualTo(200);
            assertThat(desk.status("/statistics")).isEqualTo(200);
            window.close();
        }
    }

    private void everyExportIsWritten(String reference) {
        Caller auditor = Caller.nobody(port).as("auditor");
        for (String format : List.of("bundle", "pdf", "csv", "xes", "ocel")) {
            Answer file = auditor.get("/api/v1/cases/" + reference + "/export?format=" + format);
            assertThat(file.status()).as(format).isEqualTo(200);
            assertThat(file.text()).as(format).hasSizeGreaterThan(1_000);
        }
    }
}
