package cymru.diogelu.designer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cymru.diogelu.access.CaseNotFound;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.api.Answer;
import cymru.diogelu.api.Caller;
import cymru.diogelu.api.UsualAnswers;
import cymru.diogelu.designer.Move.Outcome;
import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.procedures.ModelSets;
import cymru.diogelu.procedures.MovedCase;
import cymru.diogelu.walk.PackagedFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Many cases that go to other models by a rule, a few at a time, and what is left of a move that was ended midway. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:moves;DB_CLOSE_DELAY=-1",
            "diogelu.demo.password=test",
            "diogelu.drafts.key-file=",
            "diogelu.ledger.master-key-file=",
            "diogelu.ledger.signing-key-file=",
            "diogelu.ledger.heads-file=",
            "diogelu.models.move-every=PT24H",
            "diogelu.demo.clock=2027-02-01T10:15:00+00:00"
        })
class MovesProcessTests {

    private static final Viewer DESIGNER = new Viewer("designer", "designer", "wales", Set.of());
    private static final Pattern REPORT_LIMIT = Pattern.compile(
            "<bpmn:boundaryEvent (?:(?!</bpmn:boundaryEvent>).)*due\\('PR-03'\\).*?</bpmn:boundaryEvent>",
            Pattern.DOTALL);
    private static final String REPORT = "section-130-report/userTask_makeReport";

    private static int deployed;

    @LocalServerPort
    private int port;

    @Autowired
    private Moves moves;

    @Autowired
    private MoveTable table;

    @Autowired
    private Impact impact;

    @Autowired
    private ModelSets sets;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void movesAllAFewAtATime() {
        Set<String> raised = raise(12);
        deploy(text -> text.replace("Make the report to social services", "Report it"));
        long number = moves.order(DESIGNER, MoveRule.ALL, "", 0);

        long all = progress(number).left();
        assertThat(all).isGreaterThanOrEqualTo(12);

        assertThat(moves.goOn()).isTrue();
        Moves.Progress midway = progress(number);
        assertThat(midway.move().ended()).isFalse();
        assertThat(midway.outcomes()).hasSize(10);
        assertThat(midway.left()).isEqualTo(all - 10);

        carryOut(number);
        assertThat(outcomes(number, raised)).hasSize(12).containsOnly(Outcome.MOVED);
        assertThat(offered()).doesNotContainAnyElementsOf(raised);
        assertThat(raised)
                .allSatisfy(reference -> assertThat(timesMoved(reference)).isEqualTo(1));
    }

    @Test
    void goesOnWhereItWasKilledAndMovesNothingTwice() {
        TreeSet<String> raised = raise(3);
        deploy(text -> text.replace("Make the report to social services", "Report this"));
        long number = moves.order(DESIGNER, MoveRule.ALL, "", 0);
        // Killed when the first case was moved and that was not yet noted, while the move was held.
        assertThat(table.hold(number)).isTrue();
        table.put(number, raised.first(), Outcome.BEGUN);
        impact.move(DESIGNER, List.of(raised.first()), Map.of());

        assertThat(moves.goOn()).as("it is held").isFalse();
        assertThat(offered()).doesNotContain(raised.first()).containsAll(raised.tailSet(raised.first(), false));
        jdbc.update("UPDATE model_move SET held_until = CURRENT_TIMESTAMP - INTERVAL '1' SECOND");
        carryOut(number);

        assertThat(outcomes(number, raised)).hasSize(3).containsOnly(Outcome.MOVED);
        assertThat(raised)
                .allSatisfy(reference -> assertThat(timesMoved(reference)).isEqualTo(1));
    }

    @Test
    void movesOnlyThoseThatWaitWhereTheRuleSays() {
        TreeSet<String> raised = raise(2);
        deploy(text -> text.replace("Make the report to social services", "Report that"));

        long elsewhere = moves.order(DESIGNER, MoveRule.STEP, "section-130-report/userTask_decide", 1);
        carryOut(elsewhere);
        assertThat(outcomes(elsewhere, raised)).containsOnly(Outcome.NOT_MEANT);

        long other = moves.order(DESIGNER, MoveRule.PROCEDURE, "section-47-enquiry", 1);
        carryOut(other);
        assertThat(outcomes(other, raised)).containsOnly(Outcome.NOT_MEANT);

        long here = moves.order(DESIGNER, MoveRule.STEP, REPORT, 1);
        carryOut(here);
        assertThat(outcomes(here, raised)).hasSize(2).containsOnly(Outcome.MOVED);
    }

    @Test
    void leavesThoseWhoseDatesWouldChange() {
        TreeSet<String> raised = raise(1);
        deploy(text -> REPORT_LIMIT
                .matcher(text)
                .replaceAll(event -> event.group()
                        .replace("1 hour elapsed", "5 working days elapsed")
                        .replace("1 awr wedi mynd heibio", "5 diwrnod gwaith wedi mynd heibio")
                        .replace("$", "\\$"))
                .replace("'PR-03'", "'PR-08'")
                .replace("\"PR-03\"", "\"PR-08\""));

        long number = moves.order(DESIGNER, MoveRule.SAME_DATES, "", 0);
        carryOut(number);

        assertThat(outcomes(number, raised)).containsOnly(Outcome.NOT_MEANT);
        assertThat(offered()).containsAll(raised);
    }

    @Test
    void saysWhichCasesCannotBeMoved() {
        TreeSet<String> raised = raise(1);
        deploy(text -> text.replace("userTask_makeReport", "userTask_sayIt")
                .replace("Make the report to social services", "Say what happened"));

        long number = moves.order(DESIGNER, MoveRule.ALL, "", 0);
        carryOut(number);

        assertThat(outcomes(number, raised)).containsOnly(Outcome.STOPPED);
        assertThat(offered()).containsAll(raised);
        deploy(UnaryOperator.identity());
    }

    @Test
    void goesNoFurtherWhenAnotherSetComesIntoForce() {
        TreeSet<String> raised = raise(1);
        deploy(text -> text.replace("Make the report to social services", "Report one"));
        long number = moves.order(DESIGNER, MoveRule.ALL, "", 0);
        deploy(text -> text.replace("Make the report to social services", "Report two"));
        carryOut(number);

        assertThat(progress(number).overtaken()).isTrue();
        assertThat(progress(number).outcomes()).isEmpty();
        assertThat(offered()).containsAll(raised);
    }

    @Test
    void isForDesigners() {
        Viewer other = new Viewer("front-door", "front-door", "W06000015", Set.of());
        assertThatExceptionOfType(CaseNotFound.class).isThrownBy(() -> moves.order(other, MoveRule.ALL, "", 0));
        assertThatExceptionOfType(CaseNotFound.class).isThrownBy(() -> moves.progress(other, 1));
    }

    private Moves.Progress progress(long number) {
        return moves.progress(DESIGNER, number).orElseThrow();
    }

    private List<Outcome> outcomes(long number, Set<String> references) {
        Map<String, Outcome> outcomes = new TreeMap<>(progress(number).outcomes());
        outcomes.keySet().retainAll(references);
        return List.copyOf(outcomes.values());
    }

    /** The cases that are still offered to be moved, page by page. */
    private List<String> offered() {
        List<String> offered = new ArrayList<>();
        List<MovedCase> page = impact.ofCurrent(DESIGNER, "", Map.of());
        while (!page.isEmpty()) {
            page.forEach(moved -> offered.add(moved.reference()));
            page = impact.ofCurrent(DESIGNER, offered.get(offered.size() - 1), Map.of());
        }
        return offered;
    }

    private void carryOut(long number) {
        while (!progress(number).move().ended()) {
            assertThat(moves.goOn()).isTrue();
        }
    }

    private TreeSet<String> raise(int cases) {
        TreeSet<String> raised = new TreeSet<>();
        for (int i = 0; i < cases; i++) {
            Answer opened = Caller.nobody(port)
                    .as("education.W06000015")
                    .post(
                            "/api/v1/concerns",
                            Map.of("answers", UsualAnswers.concernWithChild("locatedLaCode", "W06000015")));
            raised.add(Answer.word(opened.list("cases").get(0), "reference"));
        }
        return raised;
    }

    private void deploy(UnaryOperator<String> change) {
        sets.deploy(PackagedFiles.with(
                "section-130-report.bpmn", text -> change.apply(text) + "<!-- %d -->".formatted(++deployed)));
    }

    private long timesMoved(String reference) {
        return ledger.read(reference, 0, 500).stream()
                .filter(entry -> entry.kind().equals("case-moved"))
                .filter(entry -> String.valueOf(entry.subject()).contains("section-130-report"))
                .count();
    }
}
