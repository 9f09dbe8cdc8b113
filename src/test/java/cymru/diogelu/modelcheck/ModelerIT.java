package cymru.diogelu.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.modelcheck.Change.Kind;
import cymru.diogelu.statute.Provisions;
import cymru.diogelu.walk.PackagedFiles;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the check and the comparison say of models that were opened, edited and saved in the real modeler. */
class ModelerIT {

    private static final Modeler MODELER = new Modeler();
    private static final ModelCheck CHECK = new ModelCheck(Provisions.load(), Agencies.load());
    private static final ModelComparison COMPARISON = new ModelComparison(Provisions.load(), Agencies.load());
    private static final ModelFiles PACKAGED = new ModelFiles(PackagedFiles.all());
    private static final String DISCUSSION = "processes/strategy-discussion/strategy-discussion.bpmn";

    @AfterAll
    static void close() {
        MODELER.close();
    }

    /** All at once, each told by itself; a check of the set takes longer than the edit. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing",
                "moveOneShape",
                "moveShapes",
                "moveAll",
                "dragLabels",
                "bendWay",
                "layoutWays",
                "widenShape",
                "moveAndUndo"
            })
    void drawingEveryProcedureAnewIsLayoutOnly(String edit) {
        Map<String, byte[]> files = new TreeMap<>(PACKAGED.byPath());
        files.replaceAll((path, content) -> path.endsWith(".bpmn") ? MODELER.saved(content, edit) : content);
        ModelFiles after = new ModelFiles(files);

        List<Change> changes = COMPARISON.compare(PACKAGED, after);

        assertThat(changes).extracting(Change::kind).isSubsetOf(Kind.LAYOUT, Kind.WRITING);
        assertThat(changes).extracting(Change::file).doesNotHaveDuplicates();
        if (edit.equals("moveAll")) {
            assertThat(changes).hasSize(20).extracting(Change::kind).containsOnly(Kind.LAYOUT);
        }
        assertThat(CHECK.check(after)).isEmpty();
    }

    @Test
    void aRenamedTaskIsToldAlone() {
        assertThat(sentences(saved(DISCUSSION, "rename", "userTask_shareInformation", "Share what is known")))
                .containsExactly("‘Share information’ is renamed to ‘Share what is known’.");
    }

    @Test
    void aTaskOfAnotherGroupIsToldAlone() {
        assertThat(sentences(saved(DISCUSSION, "changeGroup", "userTask_sendRecord", "${group.named('front-door')}")))
                .containsExactly(
                        "‘Front door’ can now take ‘Send the record to those who took part’, and ‘Team manager’ no "
                                + "longer can.");
    }

    @Test
    void aStepOfAnotherIdIsToldOnce() {
        assertThat(sentences(saved(DISCUSSION, "newId", "userTask_sendRecord", "userTask_sendTheRecord")))
                .containsExactly(
                        "The id of ‘Send the record to those who took part’ changes from ‘userTask_sendRecord’ to "
                                + "‘userTask_sendTheRecord’; open cases that wait there must be moved.");
    }

    @Test
    void anInsertedTaskIsToldWithItsWays() {
        assertThat(sentences(saved(
                        DISCUSSION,
                        "insertTask",
                        "userTask_arrangeDiscussion",
                        "flow_arrangeDiscussion_findInvitees",
                        "userTask_bookRoom",
                        "Book a room")))
                .containsExactly(
                        "The way from ‘Arrange the strategy discussion’ to ‘Find whom to invite’ now comes from "
                                + "‘Book a room’.",
                        "The task ‘Book a room’ is added; nobody can take it.",
                        "The way from ‘Arrange the strategy discussion’ to ‘Book a room’ is added.");
    }

    @Test
    void aWayThatLeadsElsewhereIsToldAlone() {
        assertThat(sentences(saved(
                        DISCUSSION, "redirect", "flow_arrangeDiscussion_findInvitees", "userTask_holdDiscussion")))
                .containsExactly("The way from ‘Arrange the strategy discussion’ to ‘Find whom to invite’ now leads to "
                        + "‘Hold the strategy discussion’.");
    }

    @Test
    void aRemovedTaskIsToldWithItsWays() {
        assertThat(sentences(saved(DISCUSSION, "remove", "userTask_sendRecord")))
                .containsExactly(
                        "The task ‘Send the record to those who took part’ is removed; ‘Team manager’ could take it,"
                                + " and answered the form ‘strategy-record-sent’.",
                        "The event ‘5 working days elapsed’ of ‘Send the record to those who took part’ is removed.",
                        "The way from ‘Strategy discussion decided’ to ‘Send the record to those who took part’ "
                                + "now leads to ‘What was decided?’.",
                        "The way from ‘Send the record to those who took part’ to ‘What was decided?’ is removed.",
                        "The way from ‘5 working days elapsed’ of ‘Send the record to those who took part’ to "
                                + "‘Escalation of overdue step’ is removed.");
    }

    private static ModelFiles saved(String path, String edit, String... words) {
        Map<String, byte[]> files = new TreeMap<>(PACKAGED.byPath());
        files.put(path, MODELER.saved(Objects.requireNonNull(files.get(path)), edit, words));
        return new ModelFiles(files);
    }

    private static List<String> sentences(ModelFiles after) {
        return COMPARISON.compare(PACKAGED, after).stream()
                .map(change -> change.sentence().en())
                .toList();
    }
}
