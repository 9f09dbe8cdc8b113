package cymru.diogelu.designer.pages;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.diagrams.Marks;
import cymru.diogelu.diagrams.StepMark.State;
import cymru.diogelu.language.Bilingual;
import cymru.diogelu.modelcheck.Change;
import cymru.diogelu.modelcheck.Change.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class ChangeMarksTests {

    private static final Set<String> BEFORE = Set.of("kept", "gone", "old");
    private static final Set<String> AFTER = Set.of("kept", "come", "new");

    @Test
    void marksWhatComesAfterAndWhatGoesBefore() {
        ChangeMarks marks = marks(change(Kind.ADDED, "come", "come"), change(Kind.REMOVED, "gone", "gone"));

        assertThat(marks.inBefore().steps()).containsOnlyKeys("gone");
        assertThat(marks.inBefore().steps().get("gone").state()).isEqualTo(State.REMOVED);
        assertThat(marks.inBefore().steps().get("gone").badge()).isEqualTo("2");
        assertThat(marks.inAfter().steps()).containsOnlyKeys("come");
        assertThat(marks.inAfter().flows().get("come").change()).isEqualTo(State.ADDED);
        assertThat(marks.inAfter().links()).containsEntry("come", "#change-1");
    }

    @Test
    void numbersEverySentenceAboutAnElement() {
        Marks marks = marks(
                        change(Kind.CHANGED, "kept", "kept"),
                        change(Kind.REMOVED, "other", "other"),
                        change(Kind.CHANGED, "kept", "kept"))
                .inAfter();

        assertThat(marks.steps().get("kept").badge()).isEqualTo("1, 3");
        assertThat(marks.steps().get("kept").note()).isEqualTo("Changed: CHANGED kept. CHANGED kept.");
    }

    @Test
    void followsAnIdThatChanges() {
        ChangeMarks marks = marks(change(Kind.ID_CHANGED, "old", "new"));

        assertThat(marks.inBefore().steps()).containsOnlyKeys("old");
        assertThat(marks.inAfter().steps()).containsOnlyKeys("new");
        assertThat(marks.inAfter().steps().get("new").state()).isEqualTo(State.CHANGED);
    }

    @Test
    void aPartThatIsGoneFromAStepChangesTheStep() {
        assertThat(marks(change(Kind.REMOVED, "kept", "kept"))
                        .inAfter()
                        .steps()
                        .get("kept")
                        .state())
                .isEqualTo(State.CHANGED);
    }

    @Test
    void marksWhatIsDrawnElsewhere() {
        Change layout = new Change(
                Kind.LAYOUT, "a.bpmn", "", "", 0, 0, new Bilingual("Drawn.", "Lluniwyd."), Set.of("kept", "unknown"));
        ChangeMarks marks = marks(layout);

        assertThat(marks.inAfter().steps().get("kept").state()).isEqualTo(State.MOVED);
        assertThat(marks.placeBefore(layout)).isEqualTo("kept");
    }

    private static ChangeMarks marks(Change... changes) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("pages");
        messages.setDefaultEncoding("UTF-8");
        return new ChangeMarks(List.of(changes), BEFORE, AFTER, messages, Locale.UK);
    }

    private static Change change(Kind kind, String before, String after) {
        String said = kind + " " + after + ".";
        return new Change(kind, "a.bpmn", before, after, 0, 0, new Bilingual(said, said), Set.of());
    }
}
