package cymru.diogelu.worklist.pages;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.access.Viewer;
import cymru.diogelu.browser.Chromium;
import cymru.diogelu.worklist.drafts.Drafts;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What goes wrong in the middle of a task: each time a page says plainly what happened, and no word is lost. */
@DeskTest
@ExtendWith(OutputCaptureExtension.class)
class FaultsIT {

    private static final Chromium CHROMIUM = Chromium.launch();
    private static final String SCHOOL = "education.W06000015";
    private static final String COLLEAGUE = SCHOOL + ".2";
    private static final String WORDS = "The sister saw messages that asked for money.";
    private static final String CONTINUE = Desk.CONTINUE;

    @Autowired
    private RepositoryService repositoryService;

    @Autowired
    private Drafts drafts;

    @LocalServerPort
    private int port;

    @AfterAll
    static void close() {
        CHROMIUM.close();
    }

    @Test
    void theSessionEndsInTheMiddleOfAForm() {
        Desk desk = desk(false).signIn(SCHOOL).open(evidence()).type("whoSawWhat", WORDS);

        desk.endSession().press(CONTINUE);
        assertThat(desk.text(".govuk-inset-text")).startsWith("Your session had ended");

        desk.enter(SCHOOL);
        assertThat(desk.heading()).isEqualTo("You are signed in again");

        desk.press("main form button");
        assertThat(desk.value("whoSawWhat")).isEqualTo(WORDS);
    }

    @Test
    void aWrongPasswordDoesNotLoseTheWordsEither() {
        Desk desk = desk(false).signIn(SCHOOL).open(evidence()).type("whoSawWhat", WORDS);

        desk.endSession()
                .press(CONTINUE)
                .type("username", SCHOOL)
                .type("password", "wrong")
                .press(CONTINUE);
        assertThat(desk.texts(".govuk-error-summary__list a")).hasSize(1);

        desk.enter(SCHOOL).press("main form button");
        assertThat(desk.value("whoSawWhat")).isEqualTo(WORDS);
    }

    @Test
    void twoPeopleAnswerTheSameTask() {
        String task = evidence();
        Desk second = desk(true)
                .signIn(COLLEAGUE)
                .open(task)
                .type("whoSawWhat", WORDS)
                .press("button[name=later]");
        Desk first = desk(true).signIn(SCHOOL).open(task);
        assertThat(first.text(".govuk-warning-text")).contains("Education, Cardiff (2)");
        first.fill("keep-evidence").press(CONTINUE).press("main form button");

        second.open(task);

        assertThat(second.heading()).isEqualTo("Somebody else has answered this task");
        assertThat(second.text(".dgl-compared")).contains(WORDS, "Black phone with a cracked corner");
    }

    @Test
    void answersOfTheOtherAreComparedAndTakenOver() {
        String task = evidence();
        desk(true).signIn(COLLEAGUE).open(task).type("whoSawWhat", WORDS).press("button[name=later]");
        Desk desk = desk(true).signIn(SCHOOL).open(task).type("deviceDescription", "A red phone");

        desk.press("button[name=later]").open(task + "/compare");
        assertThat(desk.text(".dgl-compared")).contains(WORDS, "A red phone", "Different");

        desk.choose("take", "whoSawWhat").press("main form button");
        assertThat(desk.value("whoSawWhat")).isEqualTo(WORDS);
        assertThat(desk.value("deviceDescription")).isEqualTo("A red phone");
    }

    @Test
    void theModelsAreReplacedMeanwhile() {
        Desk desk = desk(true).signIn(SCHOOL).open(evidence()).fill("keep-evidence");

        deployAgain();

        desk.press(CONTINUE).press("main form button");
        assertThat(desk.heading()).isEqualTo("Your answers are on record");
    }

    @Test
    void theBackButtonAfterHandingIn() {
        Desk desk = desk(true).signIn(SCHOOL).open(evidence()).fill("keep-evidence");
        desk.press(CONTINUE).press("main form button");

        desk.back();

        assertThat(desk.heading()).isEqualTo("Your answers are on record");
    }

    @Test
    void aDoubleClickHandsInOnce() {
        String task = evidence();
        Desk desk = desk(false).signIn(SCHOOL).open(task).fill("keep-evidence").press(CONTINUE);

        desk.doubleClick("main form button");

        assertThat(desk.heading()).isEqualTo("Your answers are on record");
        assertThat(desk.open(task).heading()).isEqualTo("Your answers are on record");
    }

    @Test
    void aTaskIsTakenAway() {
        String task = evidence();
        Desk desk = desk(true).signIn(COLLEAGUE).open(task).fill("keep-evidence");
        desk(true)
                .signIn(SCHOOL)
                .open(task + "/hand-over")
                .choose("to", SCHOOL + ".3")
                .press("main form button");

        desk.press(CONTINUE).press("main form button");
        assertThat(desk.heading()).isEqualTo("Somebody else has taken this task");

        assertThat(desk.open(task).value("whoSawWhat")).startsWith("The sister saw messages");
    }

    @Test
    void aNoteThatCannotBeShownComesBackWithItsError() {
        String note = "Ring \u202eme";
        Desk desk = desk(false)
                .signIn(SCHOOL)
                .open(evidence() + "/hand-over")
                .choose("to", COLLEAGUE)
                .type("note", note)
                .press("main form button");

        assertThat(desk.texts(".govuk-error-summary__list a[href='#note']"))
                .containsExactly("Remove from the note the characters that cannot be shown as text");
        assertThat(desk.value("note")).isEqualTo(note);
    }

    @Test
    void aHundredThousandCharactersArePasted() {
        String pasted = "word ".repeat(20_000).strip();
        Desk desk = desk(true)
                .signIn(SCHOOL)
                .open(evidence())
                .type("whoSawWhat", pasted)
                .press(CONTINUE);

        assertThat(desk.texts(".govuk-error-summary__list a")).anyMatch(error -> error.contains("characters"));
        assertThat(desk.value("whoSawWhat")).isEqualTo(pasted);
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, This is too long to be kept., That is too long to be sent",
        "cy-GB, Mae hyn yn rhy hir i'w gadw., Mae hynny'n rhy hir i'w anfon"
    })
    void whatIsTooLongToBeSentStaysInTheWindow(String locale, String notKept, String notSent) {
        String pasted = "word ".repeat(220_000).strip();
        Desk desk = Desk.at(CHROMIUM, port, locale, true)
                .signIn(SCHOOL)
                .open(evidence())
                .type("whoSawWhat", pasted)
                .waitFor("#kept:not(:empty)");
        assertThat(desk.text("#kept")).startsWith(notKept);

        assertThat(desk.press(CONTINUE).heading()).isEqualTo(notSent);
        assertThat(desk.back().value("whoSawWhat")).isEqualTo(pasted);
    }

    @Test
    void whatIsTypedIsKeptWithoutPressingAnything() {
        String task = evidence();
        Desk desk = desk(true).signIn(SCHOOL).open(task).type("whoSawWhat", WORDS);
        desk.waitFor("#kept:not(:empty)");

        assertThat(desk(true).signIn(SCHOOL).open(task).value("whoSawWhat")).isEqualTo(WORDS);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anOldPageDoesNotWriteOverNewerWords(boolean javaScript) {
        String task = evidence();
        Desk old = desk(javaScript).signIn(SCHOOL).open(task);
        Desk other = typedElsewhere(task, WORDS);

        old.type("deviceDescription", "A red phone").press(CONTINUE);
        assertThat(old.heading()).isEqualTo("You have typed newer words on another page");
        assertThat(old.text(".dgl-compared")).contains(WORDS, "A red phone");
        assertThat(other.open(task).value("whoSawWhat")).isEqualTo(WORDS);

        old.press("main form button");
        assertThat(old.value("deviceDescription")).isEqualTo("A red phone");
        assertThat(other.open(task).value("deviceDescription")).isEqualTo("A red phone");
        assertThat(other.value("whoSawWhat")).isEmpty();
    }

    @Test
    void aPageThatNamesItselfWronglyIsAnOldPage(CapturedOutput log) {
        String task = evidence();
        Desk old = desk(false).signIn(SCHOOL).open(task);
        typedElsewhere(task, WORDS);

        old.tamper("kept.page", "tampered").tamper("kept.version", "tampered");
        old.type("deviceDescription", "A red phone").press(CONTINUE);

        assertThat(old.heading()).isEqualTo("You have typed newer words on another page");
        assertThat(old.text(".dgl-compared")).contains(WORDS, "A red phone");
        assertThat(log.getAll()).doesNotContain("tampered");
    }

    @Test
    void whatIsNoQuestionIsNotTakenOver() {
        String task = evidence();
        desk(true).signIn(COLLEAGUE).open(task).type("whoSawWhat", WORDS).press("button[name=later]");
        Desk desk = desk(true).signIn(SCHOOL).open(task).type("deviceDescription", "A red phone");
        desk.press("button[name=later]").open(task + "/compare").choose("take", "whoSawWhat");

        desk.tamper("take", ".").press("main form button");

        assertThat(desk.value("deviceDescription")).isEqualTo("A red phone");
        assertThat(desk.value("whoSawWhat")).isEmpty();
    }

    @Test
    void anAddressThatWasChangedIsNoFaultOfTheService(CapturedOutput log) {
        String reference = CaseByApi.raise(port, "W06000015").reference();
        Desk desk = desk(true).signIn(SCHOOL);

        assertThat(desk.status("/cases/" + reference + "?before=tampered")).isEqualTo(400);
        assertThat(desk.heading()).isEqualTo("That could not be read");
        assertThat(log.getAll()).doesNotContain("tampered", "ERROR");
    }

    @Test
    void newerWordsAreTakenInsteadOfThoseOfAnOldPage() {
        String task = evidence();
        Desk old = desk(false).signIn(SCHOOL).open(task);
        typedElsewhere(task, WORDS);

        old.type("deviceDescription", "A red phone").press(CONTINUE).press("main form a");

        assertThat(old.value("whoSawWhat")).isEqualTo(WORDS);
        assertThat(old.type("deviceDescription", "A red phone").press(CONTINUE).texts(".govuk-error-summary__list a"))
                .isNotEmpty();
    }

    @Test
    void anOldPageSaysWhileSomebodyTypesThatItIsNotKept() {
        String task = evidence();
        Desk old = desk(true).signIn(SCHOOL).open(task);
        Desk other = typedElsewhere(task, WORDS);

        old.type("deviceDescription", "A red phone").waitFor("#kept:not(:empty)");

        assertThat(old.text("#kept")).startsWith("Not kept: you have typed newer words");
        assertThat(other.open(task).value("whoSawWhat")).isEqualTo(WORDS);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theLanguageChangesInTheMiddleOfAForm(boolean javaScript) {
        Desk desk = desk(javaScript).signIn(SCHOOL + ".3").open(evidence()).type("whoSawWhat", WORDS);

        desk.press("button[lang=cy]");
        assertThat(desk.language()).isEqualTo("cy");
        assertThat(desk.value("whoSawWhat")).isEqualTo(WORDS);

        desk.type("whoSawWhat", WORDS + " Nobody else.").press("button[lang=en]");
        assertThat(desk.value("whoSawWhat")).isEqualTo(WORDS + " Nobody else.");
    }

    @Test
    void onlyWhatWasCheckedIsHandedIn() {
        String task = evidence();
        Desk desk = desk(true).signIn(SCHOOL).open(task).fill("keep-evidence").press(CONTINUE);
        assertThat(desk.shows(".govuk-warning-text")).isFalse();
        typedElsewhere(task, "Nobody else saw them.");

        desk.press("main form button");
        assertThat(desk.heading()).isEqualTo("Check your answers");
        assertThat(desk.text(".govuk-warning-text")).contains("Nothing was handed in");
        assertThat(desk.text(".govuk-summary-list")).contains("Nobody else saw them.");

        desk.press("main form button");
        assertThat(desk.heading()).isEqualTo("Your answers are on record");
    }

    @Test
    void aDraftThatStayedBehindIsForgottenWithTheNextLookAtTheTask() {
        String task = evidence();
        String id = task.substring("/tasks/".length());
        Viewer school = new Viewer(SCHOOL, "education", "W06000015", Set.of(SCHOOL));
        Desk desk = desk(true).signIn(SCHOOL).open(task).fill("keep-evidence");
        desk.press(CONTINUE);
        Drafts.Draft draft = drafts.draft(SCHOOL, id).orElseThrow();
        desk.press("main form button");
        assertThat(drafts.draft(SCHOOL, id)).isEmpty();
        drafts.save(school, id, draft.caseReference(), draft.answers());

        assertThat(desk.open(task).heading()).isEqualTo("Your answers are on record");
        assertThat(drafts.draft(SCHOOL, id)).isEmpty();
    }

    @Test
    void anOldPageDoesNotWriteOverNewerWordsOfATaskThatHasEndedMeanwhile() {
        String newerWords = "Nobody else saw them.";
        String task = evidence();
        Desk old = desk(false).signIn(COLLEAGUE).open(task);
        Desk newer = desk(false).signIn(COLLEAGUE).open(task).type("whoSawWhat", newerWords);
        newer.press("button[name=later]");
        desk(false)
                .signIn(SCHOOL)
                .open(task)
                .fill("keep-evidence")
                .press(CONTINUE)
                .press("main form button");

        old.type("deviceDescription", "A red phone").press(CONTINUE);
        assertThat(old.heading()).isEqualTo("You have typed newer words on another page");
        assertThat(newer.open(task).text(".dgl-compared")).contains(newerWords);

        old.press("main form button");
        assertThat(old.heading()).isEqualTo("Somebody else has answered this task");
        assertThat(old.text(".dgl-compared")).contains("A red phone").doesNotContain(newerWords);
    }

    /** The same person at another device, where they go on with the task. */
    private Desk typedElsewhere(String task, String words) {
        return desk(false).signIn(SCHOOL).open(task).type("whoSawWhat", words).press("button[name=later]");
    }

    private void deployAgain() {
        var process = repositoryService
                .createProcessDefinitionQuery()
                .processDefinitionKey("safeguarding-case")
                .latestVersion()
                .singleResult();
        var deployment = repositoryService.createDeployment().name("procedures");
        repositoryService
                .getDeploymentResources(process.getDeploymentId())
                .forEach(file -> deployment.addInputStream(
                        file.getName(),
                        repositoryService.getResourceAsStreamById(process.getDeploymentId(), file.getId())));
        deployment.deploy();
    }

    private Desk desk(boolean javaScript) {
        return Desk.at(CHROMIUM, port, "en-GB", javaScript);
    }

    private String evidence() {
        return CaseByApi.raise(port, "W06000015").task("userTask_keepEvidence");
    }
}
