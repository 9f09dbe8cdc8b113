package cymru.diogelu.diagrams;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.diagrams.StepMark.State;
import cymru.diogelu.language.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Every procedure, in both languages, as a picture. */
class ProceduresInPicturesTests {

    private static final double ROUNDING = 0.02;

    static Stream<Arguments> procedures() throws Exception {
        return Models.files()
                .flatMap(file -> Arrays.stream(Language.values()).map(language -> Arguments.of(file, language)));
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void showEveryElementAndFlowOnce(Path file, Language language) throws Exception {
        byte[] model = Models.in(language, file);
        List<String> placed = new ArrayList<>();
        for (String tag : List.of("bpmndi:BPMNShape", "bpmndi:BPMNEdge")) {
            Models.elements(Models.xml(model), tag)
                    .forEach(drawn -> placed.add("p-" + drawn.getAttribute("bpmnElement")));
        }
        List<String> shown = Models.elements(picture(model, language, Marks.none()), "g").stream()
                .map(group -> group.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
        assertThat(shown).isNotEmpty().containsExactlyInAnyOrderElementsOf(placed);
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void sayEveryNameInFull(Path file, Language language) throws Exception {
        byte[] model = Models.in(language, file);
        Document picture = picture(model, language, Marks.none());
        for (String tag : List.of("bpmn:userTask", "bpmn:callActivity", "bpmn:endEvent", "bpmn:boundaryEvent")) {
            for (Element element : Models.elements(Models.xml(model), tag)) {
                assertThat(Models.texts(picture, "title")).contains(element.getAttribute("name"));
            }
        }
        assertThat(String.join(" ", Models.texts(picture, "text"))).doesNotContain("…");
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void keepWithinTheirFrame(Path file, Language language) throws Exception {
        byte[] model = Models.in(language, file);
        Document picture = picture(model, language, everythingMarked(model));
        double[] frame = Arrays.stream(
                        picture.getDocumentElement().getAttribute("viewBox").split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        Bounds view = new Bounds(frame[0], frame[1], frame[2], frame[3]);
        List<Bounds> drawn = drawn(picture);
        assertThat(drawn).hasSizeGreaterThan(100).allSatisfy(bounds -> {
            assertThat(bounds.x()).isGreaterThanOrEqualTo(view.x() - ROUNDING);
            assertThat(bounds.y()).isGreaterThanOrEqualTo(view.y() - ROUNDING);
            assertThat(bounds.right()).isLessThanOrEqualTo(view.right() + ROUNDING);
            assertThat(bounds.bottom()).isLessThanOrEqualTo(view.bottom() + ROUNDING);
        });
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void areTheSameEachTime(Path file, Language language) throws Exception {
        byte[] model = Models.in(language, file);
        Caption caption = new Caption("Procedure", "", language, "p");
        assertThat(Diagram.read(model).svg(caption, everythingMarked(model)))
                .isEqualTo(Diagram.read(model).svg(caption, everythingMarked(model)));
    }

    private static Document picture(byte[] model, Language language, Marks marks) throws Exception {
        return Models.xml(Diagram.read(model).svg(new Caption("Procedure", "As drawn", language, "p"), marks));
    }

    private static Marks everythingMarked(byte[] model) {
        Map<String, StepMark> steps = new LinkedHashMap<>();
        Map<String, FlowMark> flows = new LinkedHashMap<>();
        for (String id : Diagram.read(model).shown()) {
            State state = State.values()[steps.size() % State.values().length];
            steps.put(id, new StepMark(state, steps.size(), "Rydych chi yma / You are here", "ers ddoe"));
            flows.put(id, new FlowMark(steps.size(), "taken", 1.0));
        }
        return new Marks(steps, flows, Map.of(), true);
    }

    private static List<Bounds> drawn(Document picture) {
        List<Bounds> drawn = new ArrayList<>();
        Models.elements(picture, "rect")
                .forEach(box -> drawn.add(new Bounds(of(box, "x"), of(box, "y"), of(box, "width"), of(box, "height"))));
        Models.elements(picture, "circle")
                .forEach(ring -> drawn.add(Bounds.around(
                        new Point(of(ring, "cx"), of(ring, "cy")), 2 * of(ring, "r"), 2 * of(ring, "r"))));
        Models.elements(picture, "text")
                .forEach(text ->
                        drawn.add(Bounds.around(new Point(of(text, "x"), of(text, "y")), of(text, "textLength"), 1)));
        for (String tag : List.of("polyline", "polygon")) {
            Models.elements(picture, tag).stream()
                    .flatMap(line -> Arrays.stream(line.getAttribute("points").split("[ ,]+(?=\\S+,)")))
                    .map(point -> point.split(","))
                    .forEach(point -> drawn.add(Bounds.around(
                            new Point(Double.parseDouble(point[0]), Double.parseDouble(point[1])), 0, 0)));
        }
        return drawn;
    }

    private static double of(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
