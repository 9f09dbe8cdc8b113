package cymru.diogelu.worklist.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import cymru.diogelu.api.Answer;
import cymru.diogelu.api.Caller;
import cymru.diogelu.api.UsualAnswers;
import cymru.diogelu.browser.Chromium;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@DeskTest
class CasePageIT {

    private static final Chromium CHROMIUM = Chromium.launch();
    private static final String SCHOOL = "education.W06000015";
    private static final String DOOR = "front-door.W06000015";

    @LocalServerPort
    private int port;

    @AfterAll
    static void close() {
        CHROMIUM.close();
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, Case, Education, Keep the evidence as it is, Why this date?, Elis Morgan, 19 April 2027",
        "cy-GB, Achos, Addysg, Cadw’r dystiolaeth fel y mae, Pam y dyddiad hwn?, Elis Morgan, 19 Ebrill 2027"
    })
    void aCaseIsToldInBothLanguages(
            String locale, String word, String agency, String task, String why, String child, String day) {
        String reference = reference();
        Desk desk = desk(locale, true).signIn(SCHOOL).open("/cases/" + reference);

        assertThat(desk.heading()).isEqualTo(word + " " + reference);
        assertThat(desk.text(".govuk-inset-text")).startsWith(agency);
        assertThat(desk.texts(".dgl-lines__name a"))
                .anySatisfy(name -> assertThat(name).contains(task));
        assertThat(desk.texts(".dgl-why summary")).isNotEmpty().allSatisfy(summary -> assertThat(summary)
                .contains(why));
        assertThat(desk.text(".govuk-summary-card__title")).endsWith(child);
        assertThat(desk.text("h3.dgl-day")).endsWith(day);
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, Make the report to social services, You are here",
        "cy-GB, Adrodd i’r gwasanaethau cymdeithasol, Rydych chi yma"
    })
    void theDiagramMarksWhereTheCaseIs(String locale, String task, String here) {
        BrowserContext window = window(locale, true);
        Desk desk = new Desk(window, port, true)
                .signIn(SCHOOL)
                .open("/cases/" + reference() + "/diagram?process=section-130-report");
        Page page = window.pages().get(0);

        page.waitForSelector("#diagram .dgl-here[data-element-id=userTask_makeReport]");
        desk.press("[data-view=whole]");

        assertThat(desk.texts("#diagram .dgl-here-words")).containsExactly(here);
        assertThat(page.locator("#diagram .dgl-walked[data-element-id=startEvent_reportNeeded]")
                        .count())
                .isEqualTo(1);
        assertThat(desk.texts("#diagram [data-element-id=userTask_makeReport] text"))
                .first()
                .asString()
                .isEqualToIgnoringWhitespace(task);
    }

    @Test
    void theDiagramMovesByKeyboard() {
        BrowserContext window = window("en-GB", true);
        new Desk(window, port, true)
                .signIn(SCHOOL)
                .open("/cases/" + reference() + "/diagram?process=section-130-report");
        Page page = window.pages().get(0);
        page.waitForSelector("#diagram .dgl-here");
        Object before = page.getAttribute("#diagram .viewport", "transform");

        page.focus("#diagram svg");
        page.keyboard().press("ArrowRight");

        assertThat(page.getAttribute("#diagram .viewport", "transform")).isNotEqualTo(before);
    }

    @Test
    void whereTheCaseIsStandsInWordsWithoutJavaScript() {
        Desk desk = desk("en-GB", false).signIn(SCHOOL).open("/cases/" + reference());

        desk.press(".dgl-contents a[href$=diagram]");

        assertThat(desk.heading()).isEqualTo("Section 130 report");
        assertThat(desk.texts("main ul.govuk-list--spaced strong"))
                .contains("You are here", "Make the report to social services");
        assertThat(desk.texts("main ol strong")).containsExactly("Report needed");
        assertThat(desk.texts(".dgl-procedures a")).contains("Safeguarding case", "Evidence preservation");
    }

    @Test
    void anotherAgencyFindsNothing() {
        String reference = reference();
        Desk police = desk("en-GB", true).signIn("police-ppu.south-wales-police");

        for (String page : List.of("", "/diagram", "/diagram/section-130-report.bpmn")) {
            assertThat(police.status("/cases/" + reference + page)).as(page).isEqualTo(404);
        }
        assertThat(police.open("/cases/" + reference).heading()).isEqualTo("There is nothing here for you");
    }

    @Test
    void aProcedureThatTheCaseHasNotEnteredIsNotThere() {
        String reference = reference();
        Desk desk = desk("en-GB", true).signIn(SCHOOL);

        assertThat(desk.status("/cases/" + reference + "/diagram?process=section-47-enquiry"))
                .isEqualTo(404);
        assertThat(desk.status("/cases/" + reference + "/diagram/section-47-enquiry.bpmn"))
                .isEqualTo(404);
    }

    @Test
    void onPaperEveryDateSaysWhy() {
        BrowserContext window = window("en-GB", false);
        new Desk(window, port, false).signIn(SCHOOL).open("/cases/" + reference());
        Page page = window.pages().get(0);
        assertThat(page.locator(".dgl-why__lines").first().isVisible()).isFalse();

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(page.locator(".dgl-why__lines").all()).isNotEmpty().allSatisfy(lines -> assertThat(lines.isVisible())
                .isTrue());
        assertThat(page.locator("footer").isVisible()).isFalse();
    }

    @Test
    void whatHappenedEarlierIsAPageAway() {
        Desk desk = desk("en-GB", true).signIn(SCHOOL).open("/cases/" + reference());
        assertThat(desk.texts(".dgl-happened__item")).hasSize(20).noneSatisfy(line -> assertThat(line)
                .contains("raised a concern"));

        desk.press("#chronology ~ nav [rel=next]");
        assertThat(desk.texts(".dgl-happened__item")).last().asString().contains("raised a concern");

        desk.press("a[href*=whole]");
        assertThat(desk.texts(".dgl-happened__item")).hasSizeGreaterThan(20);
    }

    @Test
    void aLinkedCaseOpensOnlyForThoseWhoTakePartInIt() {
        List<String> references = raised("Mali Morgan");
        String first = references.get(0);
        String other = references.get(1);
        answer(first, "keep-evidence", "userTask_keepEvidence");

        Desk school = desk("en-GB", true).signIn(SCHOOL).open("/cases/" + first);
        assertThat(school.texts("main dd a")).contains(other);

        Desk police =
                desk("en-GB", true).signIn("police-ppu.south-wales-police").open("/cases/" + first);
        assertThat(police.texts("main dd a")).doesNotContain(other);
        assertThat(police.texts("main dd li"))
                .anySatisfy(line -> assertThat(line).contains(other, "not open to you"));
    }

    @Test
    void whoMayNotReadTheAnswersSeesOnlyHowToMeetTheChild() {
        String reference = reference();
        answer(reference, "keep-evidence", "userTask_keepEvidence");

        assertThat(people(DOOR, reference)).contains("At school", "known to school", "2 June 2015", "Sioned Parry");
        assertThat(people("police-ppu.south-wales-police", reference))
                .contains("Elis Morgan", "Ysgol y Bryn", "Carys Morgan", "mother", "Gwen Morgan", "sister")
                .doesNotContain("At school", "known to school", "2 June 2015", "Sioned Parry");
    }

    private String people(String reader, String reference) {
        return desk("en-GB", true).signIn(reader).open("/cases/" + reference).text("[aria-labelledby=people]");
    }

    @Test
    void aTaskIsALinkOnlyForThoseItIsOfferedTo() {
        Desk door = desk("en-GB", true).signIn(DOOR).open("/cases/" + reference());

        assertThat(door.texts(".dgl-lines__name"))
                .anySatisfy(name -> assertThat(name).contains("Keep the evidence as it is"));
        assertThat(door.texts(".dgl-lines__name a")).doesNotContain("Keep the evidence as it is");
    }

    @Test
    void onlyWhoHandedInIsToldThatTheirAnswersAreOnRecord() {
        String found = "/cases/" + reference();
        Desk school = desk("en-GB", true).signIn(SCHOOL);
        assertThat(school.open(found + "/handed-in").path()).isEqualTo(found);

        answer(found.substring("/cases/".length()), "keep-evidence", "userTask_keepEvidence");

        assertThat(school.open(found + "/handed-in").path()).isEqualTo(found + "/handed-in");
        assertThat(desk("en-GB", true).signIn(DOOR).open(found + "/handed-in").path())
                .isEqualTo(found);
    }

    private BrowserContext window(String locale, boolean javaScript) {
        return CHROMIUM.window(new Browser.NewContextOptions().setLocale(locale).setJavaScriptEnabled(javaScript));
    }

    private Desk desk(String locale, boolean javaScript) {
        return new Desk(window(locale, javaScript), port, javaScript);
    }

    private String reference() {
        return raised().get(0);
    }

    @SuppressWarnings("unchecked")
    private List<String> raised(String... sisters) {
        Map<String, Object> concern = UsualAnswers.concern();
        List<Map<String, Object>> all = new ArrayList<>((List<Map<String, Object>>) concern.get("children"));
        for (String sister : sisters) {
            all.add(UsualAnswers.with(all.get(0), "fullName", sister));
        }
        Answer opened =
                school().post("/api/v1/concerns", Map.of("answers", UsualAnswers.with(concern, "children", all)));
        return opened.list("cases").stream()
                .map(found -> Answer.word(found, "reference"))
                .toList();
    }

    private void answer(String reference, String form, String element) {
        String task = school().get("/api/v1/tasks?case=" + reference).list("tasks").stream()
                .filter(open -> element.equals(Answer.word(open, "element")))
                .map(open -> Answer.word(open, "id"))
                .findFirst()
                .orElseThrow();
        Answer answer =
                school().post("/api/v1/tasks/" + task + "/submission", Map.of("answers", UsualAnswers.of(form)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private Caller school() {
        return Caller.nobody(port).as(SCHOOL);
    }
}
