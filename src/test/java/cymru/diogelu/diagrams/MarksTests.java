package cymru.diogelu.diagrams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.diogelu.diagrams.StepMark.State;
import cymru.diogelu.language.Language;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class MarksTests {

    private static final byte[] MODEL = Models.of(
            "<callActivity id='call' name='Enquiry'/><sequenceFlow id='flow'/>",
            Models.shape("call", "100", "80")
                    + "<di:BPMNEdge bpmnElement='flow'><dd:waypoint x='200' y='140'/><dd:waypoint x='400' y='140'/></di:BPMNEdge>");

    @Test
    void writesTheBadgeOfAnOpenStepAndSaysItInItsTitle() throws Exception {
        Document picture = step(new StepMark(State.OPEN, 1, "Rydych chi yma", "ers 3 Mai"));
        assertThat(Models.texts(picture, "text")).contains("Rydych chi yma");
        assertThat(Models.texts(picture, "title")).contains("Enquiry, Rydych chi yma, ers 3 Mai");
    }

    @Test
    void putsAnExclamationMarkBeforeWhatIsOverdue() throws Exception {
        assertThat(Models.texts(step(new StepMark(State.OVERDUE, 1, "Overdue", null)), "text"))
                .contains("! Overdue");
        assertThat(Models.texts(step(new StepMark(State.OVERDUE, 1, null, null)), "text"))
                .contains("!");
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void tellsEveryStateFromTheOthersWithoutColour(State state) throws Exception {
        Set<String> others = EnumSet.complementOf(EnumSet.of(state)).stream()
                .map(MarksTests::withoutColour)
                .collect(Collectors.toSet());
        assertThat(others).hasSize(State.values().length - 1).doesNotContain(withoutColour(state));
    }

    @Test
    void drawsCountsAboveOneAndOnMapsEveryCount() throws Exception {
        Map<String, FlowMark> once = Map.of("flow", new FlowMark(1, "taken once", null));
        Map<String, FlowMark> often = Map.of("flow", new FlowMark(12, "taken often", 0.5));
        assertThat(Models.texts(picture(new Marks(Map.of(), once, Map.of(), false)), "text"))
                .doesNotContain("1×");
        assertThat(Models.texts(picture(new Marks(Map.of(), once, Map.of(), true)), "text"))
                .contains("1×");
        assertThat(Models.texts(picture(new Marks(Map.of(), often, Map.of(), false)), "text"))
                .contains("12×");
        assertThat(Models.texts(step(new StepMark(State.WALKED, 2, null, null)), "text"))
                .contains("2×");
    }

    @Test
    void drawsAFlowTheWiderTheOftenerItIsTaken() throws Exception {
        assertThat(widthOfFlow(0.0)).isLessThan(widthOfFlow(0.4)).isLessThan(widthOfFlow(1.0));
        assertThat(widthOfFlow(0.4)).isLessThan(widthOfFlow(1.0));
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"ADDED", "REMOVED", "CHANGED", "MOVED"})
    void drawsAFlowThatWasChangedLikeAnElementThatWas(State state) throws Exception {
        Document picture = picture(
                new Marks(Map.of(), Map.of("flow", FlowMark.changed(state, "3", "what changes")), Map.of(), false));
        assertThat(Models.texts(picture, "text")).contains(Palette.sign(state) + " 3");
        assertThat(Models.texts(picture, "title").toString()).contains("what changes");
        Element line = Models.elements(picture, "polyline").get(0);
        assertThat(line.getAttribute("stroke")).isEqualTo(Palette.of(state).line());
    }

    @Test
    void linksAnElementToWhereItLeads() throws Exception {
        Document picture = picture(new Marks(Map.of(), Map.of(), Map.of("call", "?open=a&b#enquiry"), false));
        Element link = Models.elements(picture, "a").get(0);
        assertThat(link.getAttribute("href")).isEqualTo("?open=a&b#enquiry");
        assertThat(link.getTextContent()).startsWith("Enquiry");
        assertThat(picture.getDocumentElement().getAttribute("role")).isEqualTo("group");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JAVASCRIPT:alert(1)",
                "data:text/html,x",
                " javascript:x",
                "java\nscript:x"
            })
    void refusesALinkThatLeadsToNoPage(String link) {
        Map<String, String> links = Map.of("call", link);
        assertThatThrownBy(() -> new Marks(Map.of(), Map.of(), links, false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void passesOverIdsThatTheModelLacks() throws Exception {
        Marks strange = new Marks(
                Map.of("other", new StepMark(State.OPEN, 2, "here", null)),
                Map.of("other", new FlowMark(2, null, null)),
                Map.of(),
                false);
        assertThat(Models.texts(picture(strange), "text")).containsExactly("Enquiry");
    }

    @Test
    void refusesCountsAndWeightsThatCannotBe() {
        assertThatThrownBy(() -> new FlowMark(-1, null, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FlowMark(1, null, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StepMark(State.OPEN, -1, null, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Caption("title", "", Language.EN, "1 2"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String withoutColour(State state) {
        Marks marks = new Marks(Map.of("call", new StepMark(state, 1, null, null)), Map.of(), Map.of(), false);
        return svg(marks).replaceAll("#[0-9a-f]{6}", "");
    }

    private static double widthOfFlow(double weight) throws Exception {
        Marks marks = new Marks(Map.of(), Map.of("flow", new FlowMark(1, null, weight)), Map.of(), true);
        Element line = Models.elements(picture(marks), "polyline").get(0);
        return Double.parseDouble(line.getAttribute("stroke-width"));
    }

    private static Document step(StepMark mark) throws Exception {
        return picture(new Marks(Map.of("call", mark), Map.of(), Map.of(), false));
    }

    private static Document picture(Marks marks) throws Exception {
        return Models.xml(svg(marks));
    }

    private static String svg(Marks marks) {
        return Diagram.read(MODEL).svg(new Caption("Case", "", Language.EN, "p"), marks);
    }
}
