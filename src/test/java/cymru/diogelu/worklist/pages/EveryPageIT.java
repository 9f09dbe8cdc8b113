package cymru.diogelu.worklist.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import cymru.diogelu.browser.Chromium;
import cymru.diogelu.designer.LawThatIsKept;
import cymru.diogelu.designer.StoriesThatHold;
import cymru.diogelu.ledger.Seals;
import cymru.diogelu.modelcheck.ModelFiles;
import cymru.diogelu.walk.PackagedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/**
 * Every page in both languages, on a wide and on a narrow screen: held to axe, never wider than the screen, lighter than
 * 150 kB; {@code -Dpictures=docs/pictures} draws the pictures that are kept.
 */
@DeskTest
@Import({LawThatIsKept.class, StoriesThatHold.class})
// A service of its own, so it must not share the data of the others, whose keys it does not have.
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:every-page;DB_CLOSE_DELAY=-1")
class EveryPageIT {

    private static final Chromium CHROMIUM = Chromium.launch();
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path KEPT = Path.of("docs/pictures");
    /** Each run has an authority of its own, whose lists are not filled by the runs before. */
    private String authority = "";

    private String school = "";
    private static final int HEAVIEST = 150_000;

    @LocalServerPort
    private int port;

    @Autowired
    private Seals seals;

    @Autowired
    private JdbcTemplate jdbc;

    @AfterAll
    static void close() {
        CHROMIUM.close();
    }

    @ParameterizedTest
    @CsvSource({"en, 1200, W06000022", "en, 320, W06000024", "cy, 1200, W06000023", "cy, 320, W06000018"})
    void isWhole(String language, int width, String gss) throws IOException {
        authority = gss;
        school = "education." + gss;
        Album album =
                new Album(Optional.ofNullable(System.getProperty("pictures")).map(Path::of), language, width);

        tasks(album, language, width);
        concern(album, language, width);
        auditor(album, language, width);
        designer(album, language, width);

        assertThat(album.templates()).containsExactlyInAnyOrderElementsOf(pages());
        assertThat(KEPT.resolve(language))
                .as("pictures are kept fresh: run this test with -Dpictures=docs/pictures")
                .isDirectoryContaining(picture -> true);
        assertThat(kept(language, width)).containsExactlyInAnyOrderElementsOf(album.names());
        assertThat(album.heaviest()).isLessThan(HEAVIEST);
    }

    private void tasks(Album album, String language, int width) {
        Desk desk = desk(language, width);
        desk.open("/sign-in");
        album.add(desk, "sign-in");
        album.add(desk.signIn(school).open("/worklist?whose=mine&show=overdue"), "worklist-empty");
        CaseByApi raised = CaseByApi.raise(port, authority);
        String reference = raised.reference();
        String task = raised.task("userTask_keepEvidence");
        album.add(desk.open("/worklist?whose=team"), "worklist");
        album.add(desk.open("/search").type("for", "elis").press("main form button"), "search");
        album.add(desk.open("/provisions/DL-03"), "provision");
        album.add(desk.open("/accessibility"), "accessibility");
        album.add(desk.open("/cases/" + reference), "case");
        album.add(desk.open("/cases/" + reference + "/diagram").waitForDiagram(), "diagram");
        album.add(desk.open(task + "/hand-over"), "hand-over");
        album.add(desk.press(Desk.CONTINUE), "hand-over-error");
        compared(album, language, width, task, desk);
        answered(album, language, width, task, desk);
        manager(album, language, width, raised);
    }

    private void compared(Album album, String language, int width, String task, Desk desk) {
        desk(language, width)
                .signIn(school + ".2")
                .open(task)
                .type("whoSawWhat", "The sister saw messages.")
                .press("button[name=later]");
        album.add(desk.open(task).press(Desk.CONTINUE), "task-error");
        desk.type("deviceDescription", "A red phone").press("button[name=later]");
        album.add(desk.open(task + "/compare"), "compare");
        Desk old = desk(language, width).signIn(school).open(task);
        desk.open(task).type("deviceDescription", "A black phone").press("button[name=later]");
        album.add(old.press(Desk.CONTINUE), "elsewhere");
    }

    private void answered(Album album, String language, int width, String task, Desk desk) {
        album.add(desk.open(task).fill("keep-evidence"), "task");
        album.add(desk.press(Desk.CONTINUE), "task-check");
        album.add(desk.press(Desk.CONTINUE), "handed-in");
        album.add(desk.open("/tasks/0"), "problem");
        album.add(desk.open("/no-such-page"), "error");
        Desk late = desk(language, width).signIn(school + ".2");
        album.add(late.open(task), "task-ended");
        String other = CaseByApi.raise(port, authority).task("userTask_keepEvidence");
        late.open(other).type("whoSawWhat", "Words").endSession().press(Desk.CONTINUE);
        album.add(late, "sign-in-again");
        album.add(late.enter(school + ".2"), "again");
    }

    /** Who leads sees all their teams; a case that is further on asks for a decision that tables give advice on. */
    private void manager(Album album, String language, int width, CaseByApi raised) {
        raised.answerUntil("userTask_decide");
        Desk manager = desk(language, width).signIn("team-manager." + authority).open("/worklist?whose=led");
        album.add(manager, "worklist-led");
        album.add(manager.open(raised.task("userTask_decide")), "task-decision");
    }

    private void auditor(Album album, String language, int width) {
        String reference = CaseByApi.raise(port, authority).reference();
        seals.seal();
        seals.sign();
        Desk auditor = desk(language, width).signIn("auditor");
        album.add(auditor.open("/records"), "records");
        album.add(auditor.open("/records/heads"), "record-heads");
        makeUnreadable(CaseByApi.raise(port, authority).reference());
        album.add(auditor.open("/statistics"), "statistics");
        auditor.press("[aria-labelledby=rules] tbody a");
        album.add(auditor, "statistics-rules");
        album.add(auditor.open("/statistics/map/section-130-report"), "statistics-map");
        album.add(auditor.open("/statistics/cases?by=AUTHORITY&key=W06000015"), "statistics-cases");
        album.add(auditor.open("/records/" + reference), "record");
        album.add(auditor.open("/records/" + reference + "/entries/18"), "record-entry");
        album.add(auditor.open("/records/" + reference + "/looks"), "record-looks");
        album.add(auditor.open("/records/" + reference + "/moment"), "record-moment");
        album.add(auditor.open("/records/" + reference + "/dates"), "record-dates");
        album.add(auditor.open("/records/" + reference + "/rules"), "record-rules");
    }

    /** One designer sends a set with an error and a sound one; another puts the sound one in force and moves a case. */
    private void designer(Album album, String language, int width) {
        Desk designer = desk(language, width).signIn("designer").open("/models");
        designer.attach("zip", "models.zip", changed(text -> text.replace("'DL-03'", "'DL-99'")));
        album.add(designer.pressAndFollow("form[data-upload] button", "**/proposals/*"), "model-proposal-errors");
        designer.press(".dgl-lines a");
        album.add(designer, "model-rule");
        designer.open("/models")
                .attach(
                        "zip",
                        "models.zip",
                        changed(text -> text.replace("group.reporter()", "group.named('front-door')") + "<!-- "
                                + language + width + " -->"));
        designer.pressAndFollow("form[data-upload] button", "**/proposals/*");
        String proposal = designer.path();
        designer.waitFor("#proofs .govuk-tag--green");
        album.add(designer.press("[aria-labelledby=propose] button"), "model-proposal");
        compared(album, desk(language, width).signIn("designer"));
        lawless(album, desk(language, width).signIn("designer"));
        designer.type("purpose", "The front door reports for schools.")
                .press("[aria-labelledby=propose] button")
                .waitFor("#stories .govuk-tag--green");
        album.add(designer, "model-proposal-open");
        Desk second = desk(language, width).signIn("second-designer");
        album.add(second.open(proposal + "/impact"), "model-impact");
        second.open(proposal).type("note", "Looked at.").press("[aria-labelledby=decide] button");
        album.add(second.open("/models"), "models");
        album.add(second.open("/models/record"), "model-record");
        scenarios(album, second);
        album.add(second.open("/models/cases"), "model-cases");
        album.add(second.tick("case").press("[name=case] >> xpath=ancestor::form >> button"), "model-moved");
        second.open("/models/cases").press("[aria-labelledby=rule] button").waitFor("#progress .govuk-tag--grey");
        album.add(second, "model-move");
    }

    /** A set with changes of several kinds, which is never proposed. */
    private static void compared(Album album, Desk designer) {
        byte[] zip = new ModelFiles(PackagedFiles.with("strategy-discussion.bpmn", EveryPageIT::rearranged)).zip();
        designer.open("/models").attach("zip", "models.zip", zip);
        designer.pressAndFollow("form[data-upload] button", "**/proposals/*");
        album.add(designer.press("[aria-labelledby=changes] a[href*=strategy-discussion]"), "model-compared");
    }

    /** A set that breaks the law, and how it comes to that. */
    private static void lawless(Album album, Desk designer) {
        byte[] zip = changed(text -> text + "<!-- " + LawThatIsKept.BREAKS_THE_LAW + " -->");
        designer.open("/models").attach("zip", "models.zip", zip);
        designer.pressAndFollow("form[data-upload] button", "**/proposals/*").waitFor("#proofs .govuk-tag--red");
        album.add(designer, "model-proposal-lawless");
        album.add(designer.press("#proofs a"), "model-way");
    }

    /** A task that is new, one that is called otherwise, and an outcome that is gone. */
    private static String rearranged(String text) {
        return text.replace(
                        "<bpmn:sequenceFlow id=\"flow_arrangeDiscussion_findInvitees\" sourceRef=\"userTask_arrangeDiscussion\"",
                        """
                        <bpmn:userTask id="userTask_bookRoom" name="Book a room" camunda:formRef="strategy-arrangements" \
                        camunda:formRefBinding="deployment" camunda:candidateGroups="${group.named('team-manager')}">\
                        <bpmn:extensionElements><camunda:properties><camunda:property name="cy" value="Llogi ystafell" />\
                        </camunda:properties></bpmn:extensionElements></bpmn:userTask>
                        <bpmn:sequenceFlow id="flow_bookRoom" sourceRef="userTask_arrangeDiscussion" targetRef="userTask_bookRoom" />
                        <bpmn:sequenceFlow id="flow_arrangeDiscussion_findInvitees" sourceRef="userTask_bookRoom\"""")
                .replace(
                        "<bpmndi:BPMNEdge id=\"flow_arrangeDiscussion_findInvitees_di\"",
                        """
                        <bpmndi:BPMNShape id="bookRoom_di" bpmnElement="userTask_bookRoom">\
                        <dc:Bounds x="431" y="70" width="100" height="80" /></bpmndi:BPMNShape>
                        <bpmndi:BPMNEdge id="flow_bookRoom_di" bpmnElement="flow_bookRoom">\
                        <di:waypoint x="451" y="200" /><di:waypoint x="451" y="150" /></bpmndi:BPMNEdge>
                        <bpmndi:BPMNEdge id="flow_arrangeDiscussion_findInvitees_di\"""")
                .replace("name=\"Share information\"", "name=\"Share what is known\"")
                .replace("value=\"Rhannu gwybodaeth\"", "value=\"Rhannu’r hyn sy’n hysbys\"")
                .replaceAll("(?s)<bpmn:sequenceFlow id=\"flow_decision_noFurtherAction\".*?</bpmn:sequenceFlow>", "")
                .replaceAll("(?s)<bpmn:endEvent id=\"endEvent_noFurtherAction\".*?</bpmn:endEvent>", "")
                .replaceAll(
                        "<bpmn:(incoming|outgoing)>flow_(decision_noFurtherAction|arrangeDiscussion_findInvitees)</.*?>",
                        "");
    }

    private static void scenarios(Album album, Desk designer) {
        designer.open("/models/scenarios")
                .press("[aria-labelledby=runs] button")
                .waitFor("#progress .govuk-tag--green");
        album.add(designer, "scenario-run");
        String run = designer.path();
        album.add(designer.press("#progress summary").press("#progress details a"), "scenario-story");
        album.add(designer.open(run + "/coverage/section-130-report"), "scenario-coverage");
        album.add(designer.open("/models/scenarios"), "scenarios");
        sandbox(album, designer.open("/models/sandbox"));
    }

    /** The first of the runs starts it and raises the concern. */
    private static void sandbox(Album album, Desk designer) {
        if (designer.shows("[id=at]")) {
            designer.press("main form button").waitLong("#now");
        }
        boolean fresh = !designer.shows("#asked");
        album.add(designer.open("/models/sandbox/concern"), "sandbox-form");
        if (fresh) {
            designer.press("#answers > button");
        }
        album.add(designer.open("/models/sandbox"), "sandbox");
    }

    private static byte[] changed(UnaryOperator<String> change) {
        return new ModelFiles(PackagedFiles.with("section-130-report.bpmn", change)).zip();
    }

    /** A rule that cannot be judged, for the page of those that are not kept. */
    private void makeUnreadable(String reference) {
        jdbc.update(
                "UPDATE ledger_entry SET body = hash WHERE kind = 'case-opened'"
                        + " AND chain = (SELECT id FROM ledger_chain WHERE case_reference = ? AND name = 'case')",
                reference);
    }

    private void concern(Album album, String language, int width) {
        Desk desk = desk(language, width).signIn(school + (width > 1000 ? ".2" : ".3"));
        album.add(desk.open("/concern"), "concern-start");
        desk.press(Desk.CONTINUE);
        if (desk.path().equals("/concern/anew")) {
            desk.press(Desk.CONTINUE);
        }
        ConcernAnswers answers = ConcernAnswers.ofTwoChildrenInDanger();
        while (!desk.path().equals("/concern/check")) {
            String name = desk.path().replaceAll("/\\d{1,2}$", "").replace("/concern/", "concern-");
            desk.answer(answers);
            album.add(desk, name);
            desk.goOn(answers);
        }
        album.add(desk, "concern-check");
        album.add(desk.open("/concern/anew"), "concern-anew");
        album.add(desk.open("/concern/children/removal/1"), "concern-removal");
        album.add(desk.open("/concern/check").press(Desk.CONTINUE), "concern-receipt");
    }

    /** The templates that are whole pages; the others are parts of them. */
    private static Set<String> pages() throws IOException {
        try (var files = Files.list(TEMPLATES)) {
            Set<String> pages = new TreeSet<>();
            for (Path file : files.toList()) {
                if (Files.readString(file).contains("~{layout :: page")) {
                    pages.add(file.getFileName().toString().replace(".html", ""));
                }
            }
            return pages;
        }
    }

    private static Set<String> kept(String language, int width) throws IOException {
        try (var files = Files.list(KEPT.resolve(language))) {
            String ending = "-" + width + ".png";
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private Desk desk(String language, int width) {
        return new Desk(
                CHROMIUM.window(new Browser.NewContextOptions()
                        .setLocale(language + "-GB")
                        .setViewportSize(width, 900)),
                port,
                true);
    }
}
