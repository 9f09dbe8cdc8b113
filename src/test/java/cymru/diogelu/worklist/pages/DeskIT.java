package cymru.diogelu.worklist.pages;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.api.Caller;
import cymru.diogelu.browser.Chromium;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@DeskTest
class DeskIT {

    private static final Chromium CHROMIUM = Chromium.launch();
    private static final String SCHOOL = "education.W06000015";
    private static final String CONTINUE = "main form button:not(.govuk-button--secondary)";

    @LocalServerPort
    private int port;

    @AfterAll
    static void close() {
        CHROMIUM.close();
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, en, Keep the evidence as it is, Check your answers, Your answers are on record",
        "cy-GB, cy, Cadw’r dystiolaeth fel y mae, Gwiriwch eich atebion, Mae'ch atebion ar gofnod"
    })
    void aTaskIsAnsweredThroughPages(String locale, String language, String task, String check, String done) {
        Desk desk = desk(locale, true).signIn(SCHOOL).open(task("userTask_keepEvidence"));
        assertThat(desk.heading()).isEqualTo(task);
        assertThat(desk.language()).isEqualTo(language);

        desk.press(CONTINUE);
        assertThat(desk.texts(".govuk-error-summary__list a")).isNotEmpty();

        fill(desk).press(CONTINUE);
        assertThat(desk.heading()).isEqualTo(check);
        assertThat(desk.texts(".govuk-summary-list__value")).contains("Phone with a blue case, locked");

        desk.press("main form button");
        assertThat(desk.heading()).isEqualTo(done);
    }

    @Test
    void everythingWorksWithoutJavaScript() {
        Desk desk = desk("en-GB", false).signIn(SCHOOL).open(task("userTask_keepEvidence"));

        fill(desk).press("button[name=addRow]");
        assertThat(desk.value("deviceDescription")).isEqualTo("Phone with a blue case, locked");

        desk.type("urlsOrUsernames[0].urlOrUsername", "mel_17").press(CONTINUE);
        assertThat(desk.texts(".govuk-summary-list__value")).contains("mel_17");
    }

    @Test
    void whatWasTypedIsThereAgainOnAnotherDevice() {
        String task = task("userTask_keepEvidence");
        desk("en-GB", true)
                .signIn(SCHOOL)
                .open(task)
                .type("whoSawWhat", "Half a sentence about")
                .press("button[name=later]");

        Desk elsewhere = desk("cy-GB", true).signIn(SCHOOL).open(task);

        assertThat(elsewhere.value("whoSawWhat")).isEqualTo("Half a sentence about");
    }

    @Test
    void anotherAgencysTaskIsNotThere() {
        String task = task("userTask_keepEvidence");
        Desk police = desk("en-GB", true).signIn("police-ppu.south-wales-police");

        assertThat(police.status(task)).isEqualTo(404);
        assertThat(police.open(task).heading()).isEqualTo("There is nothing here for you");
    }

    @Test
    void findsACaseByTheChildsNameWhateverItsMarks() {
        String reference = CaseByApi.raise(port, "W06000015").reference();
        Desk school = desk("en-GB", true).signIn(SCHOOL);

        assertThat(search(school, "ÊLIS morg").text(".dgl-content")).contains(reference, "Elis Morgan, aged 15");
        assertThat(search(school, reference.toLowerCase(Locale.ROOT)).texts(".dgl-content li a"))
                .containsExactly(reference);
    }

    @Test
    void findsNoCaseOfOthers() {
        String reference = CaseByApi.raise(port, "W06000015").reference();
        Desk elsewhere = desk("en-GB", true).signIn("education.W06000001");

        assertThat(search(elsewhere, "elis").texts(".dgl-content li a")).doesNotContain(reference);
        assertThat(search(elsewhere, reference).texts(".dgl-content li a")).isEmpty();
    }

    @Test
    void theLanguageChangesAfterASearchToo() {
        Desk desk = search(desk("en-GB", true).signIn("education.W06000003").open("/worklist"), "elis");
        assertThat(desk.heading()).isEqualTo("Find a case");

        desk.press("a[hreflang=cy]");

        assertThat(desk.heading()).isEqualTo("Dod o hyd i achos");
    }

    @Test
    void onlyWhoHasTypedSomethingReadsTheWordsOfOthers() {
        String task = task("userTask_keepEvidence");
        for (String colleague : List.of(SCHOOL + ".2", SCHOOL + ".3")) {
            desk("en-GB", true)
                    .signIn(colleague)
                    .open(task)
                    .type("whoSawWhat", "Seen by " + colleague)
                    .press("button[name=later]");
        }
        Desk desk = desk("en-GB", true).signIn(SCHOOL).open(task);
        assertThat(desk.texts("a[href*=compare]")).isEmpty();
        assertThat(desk.open(task + "/compare").path()).isEqualTo(task);

        desk.type("whoSawWhat", "Seen by me")
                .press("button[name=later]")
                .open(task)
                .press("a[href*='compare?with=%s.2']".formatted(SCHOOL));

        assertThat(desk.text(".dgl-compared"))
                .contains("Seen by me", "Seen by " + SCHOOL + ".2")
                .doesNotContain(SCHOOL + ".3");
    }

    @Test
    void aLanguageIsRememberedWithThePerson() {
        desk("en-GB", true).signIn("education.W06000002").open("/language/cy");

        Desk elsewhere = desk("en-GB", true).signIn("education.W06000002").open("/worklist");

        assertThat(elsewhere.heading()).isEqualTo("Eich rhestr waith");
    }

    @Test
    void theListIsFoundAgainAsItWasLeft() {
        String task = task("userTask_keepEvidence");
        Desk desk = desk("en-GB", true).signIn(SCHOOL).open("/worklist?whose=team&show=free");

        desk.open(task).press(".govuk-back-link");

        assertThat(desk.shows("#show option[value=free]:checked")).isTrue();
        assertThat(desk.press(".govuk-generic-header__homepage-link").shows("#show option[value=all]:checked"))
                .isTrue();
    }

    @Test
    void aLeadGivesATaskToSomebodyOfTheGroup() {
        CaseByApi raised = CaseByApi.raise(port, "W06000015");
        String task = raised.task("userTask_keepEvidence");
        desk("en-GB", true)
                .signIn(SCHOOL)
                .open(task + "/hand-over")
                .choose("to", SCHOOL + ".2")
                .type("note", "Half is done; the phone is with the head.")
                .press("main form button");

        Desk colleague = desk("en-GB", true).signIn(SCHOOL + ".2").open("/worklist?whose=mine");
        assertThat(colleague.texts(".dgl-task h2 a")).contains("Keep the evidence as it is");
        assertThat(colleague.open(task).text("#handed-over"))
                .contains("Education, Cardiff handed this task over", "the phone is with the head.");
        assertThat(colleague.open("/cases/" + raised.reference()).text(".dgl-chronology"))
                .contains("gave the task to Education, Cardiff (2)")
                .doesNotContain("the phone is with the head");
        assertThat(desk("en-GB", true).signIn("education.W06000001").status(task + "/hand-over"))
                .isEqualTo(404);
    }

    @Test
    void aNoteIsNotLostWhenTheTaskIsTakenMeanwhile() {
        String task = task("userTask_keepEvidence");
        Desk late = desk("en-GB", true)
                .signIn(SCHOOL + ".2")
                .open(task + "/hand-over")
                .choose("to", SCHOOL + ".3")
                .type("note", "The phone is with the head.");
        desk("en-GB", true)
                .signIn(SCHOOL)
                .open(task + "/hand-over")
                .choose("to", SCHOOL + ".3")
                .press("main form button");

        late.press("main form button");

        assertThat(late.heading()).isEqualTo("Somebody else has taken this task");
        assertThat(late.text(".dgl-text")).isEqualTo("The phone is with the head.");
    }

    @Test
    void aDepartureFromASuggestionSaysWhyAndIsRecordedAsOne() {
        CaseByApi raised = CaseByApi.raise(port, "W06000015");
        raised.answerUntil("userTask_decide");
        Desk manager = desk("en-GB", true).signIn("team-manager.W06000015").open(raised.task("userTask_decide"));
        manager.fill("initial-decision").choose("decision", "notAtRisk").choose("significantHarm", "no");
        manager.choose("contactNotDecisive", "true").choose("preventativeConsidered", "true");
        manager.type("preventativeReason", "Talked through with the school.")
                .type("supportAdvised", "Meic and the counsellor at school.")
                .press(Desk.CONTINUE);
        assertThat(manager.texts(".govuk-error-summary__list a"))
                .containsExactly(
                        "Your decision departs from what the test of a child at risk suggests. Why? Enter an answer");

        manager.type("testDepartureReason", "The messages turned out to be a school play.")
                .press(Desk.CONTINUE);
        desk("en-GB", true)
                .signIn("team-manager.W06000015.2")
                .open(raised.task("userTask_decide"))
                .choose("significantHarm", "no")
                .press("button[name=later]");
        assertThat(manager.open(raised.task("userTask_decide") + "/compare").text(".dgl-compared"))
                .contains("a school play");
        manager.open(raised.task("userTask_decide") + "/check").press(Desk.CONTINUE);

        assertThat(Caller.nobody(port)
                        .as("auditor")
                        .get("/api/v1/cases/" + raised.reference() + "/chronology?after=0")
                        .text())
                .contains("departure-recorded", "did not follow the suggestion of “Child at risk”");
    }

    @Test
    void aTableThatAFormMayDepartFromIsShown() {
        CaseByApi raised = CaseByApi.raise(port, "W06000015");
        raised.answerUntil("userTask_shareInformation");
        Desk invited = desk("en-GB", true).signIn(raised.group("userTask_shareInformation"));

        assertThat(invited.open(raised.task("userTask_shareInformation")).texts(".dgl-suggestions strong"))
                .contains("Whom to invite to the strategy discussion");
    }

    private static Desk search(Desk desk, String sought) {
        return desk.open("/worklist").type("for", sought).press("[role=search] button");
    }

    private static Desk fill(Desk desk) {
        return desk.type("deviceDescription", "Phone with a blue case, locked")
                .choose("deviceHolder", "parent")
                .choose("nothingDeletedConfirmed", "yes")
                .choose("notForwardedConfirmed", "yes")
                .type("whoSawWhat", "His sister saw messages that ask for money.")
                .choose("pinObtained", "yes");
    }

    private Desk desk(String locale, boolean javaScript) {
        return Desk.at(CHROMIUM, port, locale, javaScript);
    }

    private String task(String element) {
        return CaseByApi.raise(port, "W06000015").task(element);
    }
}
