package cymru.diogelu.diagrams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.diogelu.diagrams.StepMark.State;
import cymru.diogelu.language.Language;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class DiagramTests {

    private static final Caption CAPTION = new Caption("Report <1>", "What was & is", Language.CY, "first");
    private static final String TASK = "<userTask id='task' name='Hold the meeting'/>";
    private static final String EDGE = "<di:BPMNEdge bpmnElement='flow'><dd:waypoint x='1' y='1'/>%s</di:BPMNEdge>";

    @ParameterizedTest
    @ValueSource(strings = {"", "no XML", "<definitions/>", "<a><b></a>", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"})
    void refusesWhatIsNoBpmn(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Diagram.read(bytes)).isInstanceOf(NotBpmn.class);
    }

    @Test
    void refusesADocumentTypeInFrontOfBpmn() {
        String model = "<!DOCTYPE definitions SYSTEM 'file:///etc/passwd'>"
                + new String(Models.of(TASK, ""), StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Diagram.read(model.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(NotBpmn.class)
                .hasMessageContaining("DOCTYPE");
    }

    @Test
    void drawsNothingOfAModelThatIsNotLaidOut() throws Exception {
        Document picture = picture(Models.of(TASK, ""), Marks.none());
        assertThat(Models.elements(picture, "text")).isEmpty();
        assertThat(Models.texts(picture, "title")).containsExactly("Report <1>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "-0.0"})
    void givesAShapeWithoutSizeItsUsualSize(String none) throws Exception {
        Document picture = picture(Models.of(TASK, Models.shape("task", none, none)), Marks.none());
        assertThat(Models.elements(picture, "rect"))
                .extracting(box -> box.getAttribute("width"))
                .contains("100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NaN", "Infinity", "1e300", "wide"})
    void leavesOutAShapeWhosePlaceIsNoPlace(String width) {
        assertThat(Diagram.read(Models.of(TASK, Models.shape("task", width, "80")))
                        .shown())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<dd:waypoint x='1' y='1'/>", "<dd:waypoint x='far' y='1'/>"})
    void leavesOutAFlowThatGoesNowhere(String second) {
        byte[] model = Models.of("<sequenceFlow id='flow'/>", EDGE.formatted(second));
        assertThat(Diagram.read(model).shown()).isEmpty();
    }

    @Test
    void drawsAnElementOnceThoughItIsPlacedTwice() {
        String placed = Models.shape("task", "100", "80");
        String svg = Diagram.read(Models.of(TASK, placed + placed)).svg(CAPTION, Marks.none());
        assertThat(svg).containsOnlyOnce("id=\"first-task\"");
    }

    @Test
    void writesMarkupInNamesAsLetters() throws Exception {
        String name = "&lt;script>alert(1)&lt;/script> &amp; \u202Eback\u2066 &#10; &#133;";
        byte[] model = Models.of("<task id='task' name=\"%s\"/>".formatted(name), Models.shape("task", "100", "80"));
        Document picture = picture(model, Marks.none());
        assertThat(Models.elements(picture, "script")).isEmpty();
        assertThat(Models.texts(picture, "title")).contains("<script>alert(1)</script> & back");
    }

    @Test
    void endsAnEndlessNameInDotsWithinItsShape() throws Exception {
        byte[] model = Models.of(
                "<task id='task' name='%s'/>".formatted("word ".repeat(2_000)), Models.shape("task", "100", "80"));
        Document picture = picture(model, Marks.none());
        List<Element> lines = Models.elements(picture, "text");
        assertThat(lines).hasSizeBetween(4, 8).allSatisfy(line -> {
            assertThat(Double.parseDouble(line.getAttribute("textLength"))).isLessThanOrEqualTo(90);
            assertThat(Double.parseDouble(line.getAttribute("y"))).isBetween(100.0, 180.0);
        });
        assertThat(lines.get(lines.size() - 1).getTextContent()).endsWith("…");
    }

    @Property(tries = 200)
    void isWellFormedWhateverIsSaid(@ForAll String words) throws Exception {
        byte[] model = Models.of(TASK, Models.shape("task", "100", "80"));
        Map<String, StepMark> steps = Map.of("task", new StepMark(State.OVERDUE, 3, words, words));
        Document picture = picture(model, new Marks(steps, Map.of(), Map.of(), false));
        assertThat(Models.elements(picture, "rect")).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void saysItsLanguageTitleAndDescription() throws Exception {
        Element svg = picture(Models.of(TASK, ""), Marks.none()).getDocumentElement();
        assertThat(svg.getAttribute("lang")).isEqualTo("cy");
        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(svg.getAttribute("aria-labelledby")).isEqualTo("first.title");
        assertThat(Models.texts(svg.getOwnerDocument(), "desc")).containsExactly("What was & is");
    }

    @Test
    void needsNeitherScriptNorStyleNorAnythingFromElsewhere() {
        byte[] model = Models.of(TASK, Models.shape("task", "100", "80"));
        String svg = Diagram.read(model).svg(CAPTION, Marks.none());
        assertThat(svg).doesNotContain("<script", "style", "<image", "url(", "xlink");
        assertThat(svg.replace("xmlns=\"http://www.w3.org/2000/svg\"", "")).doesNotContain("http:");
    }

    private static Document picture(byte[] model, Marks marks) throws Exception {
        return Models.xml(Diagram.read(model).svg(CAPTION, marks));
    }
}
