package cymru.diogelu.worklist.pages;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.access.Viewer;
import cymru.diogelu.agencies.Group;
import cymru.diogelu.api.Caller;
import cymru.diogelu.browser.Chromium;
import cymru.diogelu.forms.Form;
import cymru.diogelu.forms.StartForm;
import cymru.diogelu.language.Language;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@DeskTest
class ConcernIT {

    private static final Chromium CHROMIUM = Chromium.launch();
    private static final String CONTINUE = "main form button:not(.govuk-button--secondary)";
    private static final String RECEIPT = "/concern/receipt/DGL-2027-\\d{6}";
    private static final String WORDS = "He was asked for money twice.";
    private static final String NEWER = "He was asked for money three times.";
    private static final Form FORM = StartForm.read();

    @LocalServerPort
    private int port;

    @Autowired
    private ConcernDrafts drafts;

    @AfterAll
    static void close() {
        CHROMIUM.close();
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, education.W06000015, Call 999 now, Check your answers, Your concern is raised",
        "cy-GB, education.W06000001, Ffoniwch 999 nawr, Gwiriwch eich atebion, Codwyd eich pryder"
    })
    void aConcernAboutTwoChildrenIsRaisedThroughPages(
            String locale, String user, String call, String check, String raised) {
        Desk desk = begin(desk(locale, true), user);
        assertThat(desk.asked()).containsExactly("immediateDanger");

        desk.choose("immediateDanger", "yes").press(CONTINUE);
        assertThat(desk.heading()).isEqualTo(call);
        assertThat(desk.shows("main a[href='tel:999']")).isTrue();
        assertThat(desk.asked()).containsExactly("called999");

        assertThat(desk.answerConcern(ConcernAnswers.ofTwoChildrenInDanger()))
                .contains("/concern/child/1", "/concern/child/2", "/concern/children")
                .doesNotContain("/concern/communication/1");
        assertThat(desk.heading()).isEqualTo(check);
        assertThat(desk.texts(".govuk-summary-list__value"))
                .extracting(String::strip)
                .contains("Elis Morgan", "Gwen Morgan");

        desk.press(CONTINUE);
        assertThat(desk.heading()).isEqualTo(raised);
        assertThat(desk.texts(".govuk-panel .dgl-reference")).hasSize(2).doesNotHaveDuplicates();
        assertThat(desk.back().path()).matches(RECEIPT);
    }

    @Test
    void everythingWorksWithoutJavaScript() {
        Desk desk = begin(desk("en-GB", false), "education.W06000002");

        desk.answerConcern(ConcernAnswers.ofTwoChildrenInDanger());

        assertThat(desk.press(CONTINUE).texts(".govuk-panel .dgl-reference")).hasSize(2);
    }

    @Test
    void nothingIsAskedPastTheCallTo999() {
        Desk desk = begin(desk("en-GB", true), "education.W06000003");
        desk.choose("immediateDanger", "yes").press(CONTINUE);

        assertThat(desk.open("/concern/who").path()).isEqualTo("/concern/999");
        assertThat(desk.open("/concern/check").path()).isEqualTo("/concern/999");
    }

    @Test
    void whatIsPostedPastTheCallTo999IsKept() {
        String user = "education.W06000021";
        Desk first = inTheMiddle("account", user);
        Desk second = desk("en-GB", true).signIn(user).open("/concern/danger");
        second.choose("immediateDanger", "yes").press(CONTINUE);

        first.type("accountOfConcern", WORDS).waitFor("#kept:not(:empty)");
        assertThat(first.text("#kept")).startsWith("Kept at");
        assertThat(first.type("accountOfConcern", WORDS + WORDS).press(CONTINUE).path())
                .isEqualTo("/concern/999");

        assertThat(second.choose("called999", "no").press(CONTINUE).path()).isEqualTo("/concern/account");
        assertThat(second.value("accountOfConcern")).isEqualTo(WORDS + WORDS);
    }

    @Test
    void whatIsTypedAfterHandingInIsShownToBeCopied() {
        String user = "education.W06000018";
        Desk late = at("account", user);
        desk("en-GB", true).signIn(user).open("/concern/check").press(CONTINUE);

        late.type("accountOfConcern", WORDS).waitFor("#kept:not(:empty)");
        assertThat(late.text("#kept")).startsWith("What you typed could not be kept");

        assertThat(late.press(CONTINUE).heading()).isEqualTo("These words could not be kept");
        assertThat(late.texts(".govuk-summary-list__value")).containsExactly(WORDS);
        assertThat(late.press("a[href='/concern/next']").path()).matches(RECEIPT);
    }

    @Test
    void whatIsTypedOnAPageThatIsGoneIsShownToBeCopied() {
        String user = "education.W06000019";
        Desk late = at("danger", user).choose("immediateDanger", "yes").press(CONTINUE);
        Desk second = desk("en-GB", true).signIn(user).open("/concern/danger");
        second.choose("immediateDanger", "no").press(CONTINUE);

        late.choose("called999", "yes").press(CONTINUE);

        assertThat(late.heading()).isEqualTo("These words could not be kept");
        assertThat(late.texts(".govuk-summary-list__value")).containsExactly("Yes");
    }

    @Test
    void aWrongAnswerIsToldOnItsPageAndWhatWasTypedStays() {
        Desk desk = at("child/1", "education.W06000004");

        desk.type("children[0].fullName", "")
                .type("children[0].knownAs", "elis_m")
                .press(CONTINUE);

        assertThat(desk.title()).startsWith("Error: ");
        assertThat(desk.texts(".govuk-error-summary__list a")).containsExactly("Full name: enter an answer");
        assertThat(desk.value("children[0].knownAs")).isEqualTo("elis_m");
        assertThat(desk.open("/concern/child/1").value("children[0].knownAs")).isEqualTo("elis_m");
    }

    @Test
    void theBrowsersBackButtonLosesNothing() {
        Desk desk = begin(desk("en-GB", true), "education.W06000005");
        desk.choose("immediateDanger", "no").press(CONTINUE);
        desk.choose("offlineMeetingPlanned", "no").press(CONTINUE);
        assertThat(desk.path()).isEqualTo("/concern/who");

        assertThat(desk.back().back().path()).isEqualTo("/concern/danger");
        assertThat(desk.shows("[name=immediateDanger][value=no]:checked")).isTrue();
        assertThat(desk.press(CONTINUE).path()).isEqualTo("/concern/who");
    }

    @Test
    void aChangedAnswerComesBackToTheCheck() {
        Desk desk = at("check", "education.W06000006");

        desk.press("a[href='/concern/account#accountOfConcern']")
                .type("accountOfConcern", WORDS)
                .press(CONTINUE);

        assertThat(desk.path()).isEqualTo("/concern/check");
        assertThat(desk.texts(".govuk-summary-list__value")).contains(WORDS);
    }

    @Test
    void aChangeThatAsksMoreLeadsToWhatItAsksAndBackToTheCheck() {
        Desk desk = at("check", "education.W06000008");

        desk.press("a[href='/concern/danger#immediateDanger']")
                .choose("immediateDanger", "yes")
                .press(CONTINUE);
        assertThat(desk.path()).isEqualTo("/concern/999");

        desk.choose("called999", "no").press(CONTINUE);
        assertThat(desk.path()).isEqualTo("/concern/check");
    }

    @Test
    void twoClicksOpenOneCaseForEachChild() {
        String user = "education.W06000009";
        long before = cases();

        Desk desk = at("check", user).postTwice();

        assertThat(desk.open("/concern/check").path()).matches(RECEIPT);
        assertThat(desk.texts(".govuk-panel .dgl-reference")).hasSize(2);
        assertThat(cases()).isEqualTo(before + 2);
        assertThat(drafts.unfinished(viewer(user))).isFalse();
    }

    @Test
    void newerWordsOfAnotherWindowStayUntilThePersonChooses() {
        String user = "education.W06000022";
        Desk older = at("account", user);
        desk("en-GB", true)
                .signIn(user)
                .open("/concern/account")
                .type("accountOfConcern", NEWER)
                .press(CONTINUE);

        older.type("accountOfConcern", WORDS).waitFor("#kept:not(:empty)");
        assertThat(older.text("#kept")).startsWith("Not kept: ");
        older.press(CONTINUE);
        assertThat(older.heading()).isEqualTo("You have typed newer words on another page");
        assertThat(older.texts(".dgl-compared .dgl-text")).containsExactly(WORDS, NEWER);
        assertThat(account(user)).isEqualTo(NEWER);

        older.press(CONTINUE);
        assertThat(older.path()).isEqualTo("/concern/check");
        assertThat(account(user)).isEqualTo(WORDS);
    }

    @Test
    void wordsOnOtherPagesOfAnotherWindowAskNothing() {
        String user = "education.W06000023";
        Desk one = at("account", user);
        desk("en-GB", true)
                .signIn(user)
                .open("/concern/child/1")
                .type("children[0].knownAs", "elis_m")
                .press(CONTINUE);

        assertThat(one.type("accountOfConcern", WORDS).press(CONTINUE).path()).isEqualTo("/concern/check");
        assertThat(account(user)).isEqualTo(WORDS);
    }

    @Test
    void oneWindowIsNeverAskedWhichWordsAreToStay() {
        String user = "education.W06000024";
        Desk desk = at("account", user);

        desk.type("accountOfConcern", NEWER).waitFor("#kept:not(:empty)");
        assertThat(desk.type("accountOfConcern", "").press(CONTINUE).title()).startsWith("Error: ");
        desk.type("accountOfConcern", WORDS).waitFor("#kept:not(:empty)");
        assertThat(desk.text("#kept")).startsWith("Kept at");
        assertThat(desk.press(CONTINUE).path()).isEqualTo("/concern/check");

        desk.open("/concern/account").type("accountOfConcern", NEWER).press(CONTINUE);
        assertThat(desk.path()).isEqualTo("/concern/check");
        desk.back().type("accountOfConcern", WORDS).press(CONTINUE);
        assertThat(desk.path()).isEqualTo("/concern/check");
        assertThat(account(user)).isEqualTo(WORDS);
    }

    @Test
    void wordsThatNobodyCheckedAreNotHandedIn() {
        String user = "education.W06000022";
        Desk checking = at("check", user);
        long before = cases();
        desk("en-GB", true)
                .signIn(user)
                .open("/concern/account")
                .type("accountOfConcern", WORDS)
                .press(CONTINUE);

        checking.press(CONTINUE);
        assertThat(checking.text(".govuk-warning-text")).contains("Nothing was handed in");
        assertThat(checking.texts(".govuk-summary-list__value")).contains(WORDS);
        assertThat(cases()).isEqualTo(before);

        assertThat(checking.press(CONTINUE).path()).matches(RECEIPT);
    }

    @Test
    void anOlderCheckOfAConcernThatWasRaisedLeadsToItsReceipt() {
        String user = "education.W06000023";
        Desk older = at("check", user);
        ConcernDraft lost = drafts.find(viewer(user)).orElseThrow();
        String receipt = desk("en-GB", true)
                .signIn(user)
                .open("/concern/check")
                .press(CONTINUE)
                .path();

        lost.answers().put("accountOfConcern", WORDS);
        drafts.save(viewer(user), lost);

        assertThat(older.press(CONTINUE).path()).isEqualTo(receipt);
    }

    @Test
    void aCorrectionAfterALostReceiptLeadsToTheCasesThatWereOpened() {
        String user = "education.W06000020";
        Desk desk = at("check", user);
        ConcernDraft lost = drafts.find(viewer(user)).orElseThrow();
        String receipt = desk.press(CONTINUE).path();
        long before = cases();

        lost.answers().put("accountOfConcern", WORDS);
        drafts.save(viewer(user), lost);
        desk.open("/concern/check").press(CONTINUE);

        assertThat(desk.path()).isEqualTo(receipt);
        assertThat(desk.texts("h2")).contains("What you changed is not in these cases");
        assertThat(desk.texts(".govuk-summary-list__value")).contains(WORDS);
        assertThat(cases()).isEqualTo(before);
    }

    @Test
    void whatWasTypedIsThereAgainOnAnotherDevice() {
        String user = "education.W06000010";
        begin(desk("en-GB", true), user).choose("immediateDanger", "no").press("button[name=later]");
        assertThat(drafts.unfinished(viewer(user))).isTrue();

        Desk elsewhere = begin(desk("cy-GB", true), user);

        assertThat(elsewhere.path()).isEqualTo("/concern/danger");
        assertThat(elsewhere.shows("[name=immediateDanger][value=no]:checked")).isTrue();
    }

    @Test
    void beginningAnewAsksFirst() {
        String user = "education.W06000011";
        Desk desk = at("check", user).open("/concern").press("a[href='/concern/anew']");
        assertThat(drafts.unfinished(viewer(user))).isTrue();

        desk.press("main form button");

        assertThat(desk.path()).isEqualTo("/concern/danger");
        assertThat(drafts.unfinished(viewer(user))).isFalse();
    }

    @Test
    void aChildIsTakenAwayOnlyAfterAQuestion() {
        Desk desk = at("children", "education.W06000012").press("a[href='/concern/children/removal/1']");
        assertThat(desk.heading()).isEqualTo("Do you want to remove Child 1?");

        desk.press("main form button").open("/concern/children");

        assertThat(desk.texts(".govuk-summary-list__value"))
                .extracting(String::strip)
                .containsExactly("Gwen Morgan");
        assertThat(desk.press(CONTINUE).path()).isEqualTo("/concern/check");
    }

    @Test
    void twoChildrenWhoAreOneAreToldWhereTheyAreListed() {
        Desk desk = at("child/2", "education.W06000013");

        desk.type("children[1].fullName", "Elis Morgan").press(CONTINUE);
        desk.open("/concern/birth/2")
                .type("children[1].dob", "14")
                .type("children[1].dob-month", "3")
                .type("children[1].dob-year", "2012")
                .press(CONTINUE);

        assertThat(desk.path()).isEqualTo("/concern/children");
        assertThat(desk.texts(".govuk-error-summary__list a")).hasSize(1);
    }

    @Test
    void whoMayNotRaiseIsToldWhy() {
        Desk auditor = desk("en-GB", true).signIn("auditor");

        assertThat(auditor.status("/concern")).isEqualTo(403);
        assertThat(auditor.status("/concern/danger")).isEqualTo(403);
        assertThat(auditor.open("/concern").heading()).isEqualTo("You cannot raise a concern here");
    }

    @Test
    void aReceiptIsForThoseWhoMaySeeTheCase() {
        Desk desk = at("check", "education.W06000014").press(CONTINUE);
        String receipt = desk.path();

        assertThat(receipt).matches(RECEIPT);
        assertThat(desk("en-GB", true).signIn("education.W06000016").status(receipt))
                .isEqualTo(404);
    }

    @Test
    void onlyWhoRaisedAConcernIsToldSo() {
        String receipt = at("check", "education.W06000024").press(CONTINUE).path();
        String found = receipt.replace("/concern/receipt/", "/cases/");

        for (String other : List.of("auditor", "education.W06000024.2")) {
            assertThat(desk("en-GB", true).signIn(other).open(receipt).path()).isEqualTo(found);
        }
    }

    private static Desk begin(Desk desk, String user) {
        return desk.signIn(user).beginConcern();
    }

    /** At a page of a concern about two children that is answered to the end. */
    private Desk at(String page, String user) {
        return at(page, user, step -> true);
    }

    /** At a page whose turn it is. */
    private Desk inTheMiddle(String page, String user) {
        return at(page, user, step -> !step.equals(page));
    }

    private Desk at(String page, String user, Predicate<String> before) {
        Map<String, Object> answers = ConcernAnswers.ofTwoChildren();
        Set<String> left = GuidedForm.of(FORM, answers, Set.of(), Language.EN, Instant.EPOCH).steps().stream()
                .map(FormStep::address)
                .takeWhile(before)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        drafts.save(viewer(user), new ConcernDraft(UUID.randomUUID().toString(), left, answers, List.of(), Map.of()));
        return desk("en-GB", true).signIn(user).open("/concern/" + page);
    }

    private @Nullable Object account(String user) {
        return drafts.find(viewer(user)).orElseThrow().answers().get("accountOfConcern");
    }

    private static Viewer viewer(String user) {
        Group group = Group.parse(user);
        return new Viewer(user, group.role(), group.place(), Set.of(user));
    }

    /** All cases there are, counted as an auditor pages through them. */
    private long cases() {
        Caller auditor = Caller.nobody(port).as("auditor");
        long count = 0;
        String after = "";
        while (after != null) {
            var page = auditor.get("/api/v1/cases?after=" + after);
            count += page.list("cases").size();
            after = (String) page.get("next");
        }
        return count;
    }

    private Desk desk(String locale, boolean javaScript) {
        return Desk.at(CHROMIUM, port, locale, javaScript);
    }
}
