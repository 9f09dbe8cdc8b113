package cymru.diogelu.diagrams;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.language.Language;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What tells one kind of element from another. */
class KindsTests {

    private static final List<String> TASKS = List.of(
            "task",
            "userTask",
            "serviceTask",
            "businessRuleTask",
            "sendTask",
            "receiveTask",
            "manualTask",
            "scriptTask",
            "callActivity",
            "transaction");
    private static final List<String> GATEWAYS =
            List.of("exclusiveGateway", "parallelGateway", "inclusiveGateway", "eventBasedGateway", "complexGateway");
    private static final List<String> OTHERS =
            List.of("textAnnotation", "group", "dataObjectReference", "dataStoreReference");
    private static final List<String> DEFINITIONS = List.of(
            "timer",
            "message",
            "escalation",
            "error",
            "terminate",
            "signal",
            "conditional",
            "link",
            "compensate",
            "cancel");

    @Test
    void tellsEveryKindFromTheOthers() {
        List<String> pictures = Stream.of(TASKS, GATEWAYS, OTHERS, List.of("startEvent", "endEvent", "boundaryEvent"))
                .flatMap(List::stream)
                .map(kind -> drawn("<%s id='it'/>".formatted(kind)))
                .toList();
        assertThat(pictures).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent"})
    void tellsEventsByWhatTheyWaitForOrTell(String kind) {
        Stream<String> pictures = DEFINITIONS.stream()
                .map(definition -> drawn("<%s id='it'><%sEventDefinition/></%s>".formatted(kind, definition, kind)));
        assertThat(pictures.distinct()).hasSize(DEFINITIONS.size());
    }

    @Test
    void dashesEventsThatDoNotInterrupt() {
        assertThat(drawn("<boundaryEvent id='it' cancelActivity='false'/>")).contains("stroke-dasharray");
        assertThat(drawn("<startEvent id='it' isInterrupting='false'/>")).contains("stroke-dasharray");
        assertThat(drawn("<boundaryEvent id='it'/>")).doesNotContain("stroke-dasharray");
    }

    @Test
    void marksRepetition() {
        String once = drawn("<task id='it'/>");
        String together = drawn("<task id='it'><multiInstanceLoopCharacteristics/></task>");
        String oneByOne = drawn("<task id='it'><multiInstanceLoopCharacteristics isSequential='true'/></task>");
        assertThat(together).contains(Sign.PARALLEL.path()).isNotEqualTo(once);
        assertThat(oneByOne).contains(Sign.SEQUENTIAL.path());
    }

    @Test
    void marksTheFlowThatIsTakenWhenNoOtherIs() {
        String plain = drawnFlow("<task id='from'/><sequenceFlow id='flow' sourceRef='from'/>");
        String usual = drawnFlow("<task id='from' default='flow'/><sequenceFlow id='flow' sourceRef='from'/>");
        String conditional = drawnFlow(
                "<task id='from'/><sequenceFlow id='flow' sourceRef='from'><conditionExpression/></sequenceFlow>");
        String chosen = drawnFlow(
                "<exclusiveGateway id='from'/><sequenceFlow id='flow' sourceRef='from'><conditionExpression/></sequenceFlow>");
        assertThat(List.of(plain, usual, conditional)).doesNotHaveDuplicates();
        assertThat(chosen).isEqualTo(plain);
    }

    @Test
    void drawsWhatIsInASubProcessOverIt() {
        String placed = Models.shape("inner", "50", "40") + Models.shape("outer", "300", "200");
        String svg = Diagram.read(Models.of("<subProcess id='outer'><task id='inner'/></subProcess>", placed))
                .svg(new Caption("it", "", Language.EN, "p"), Marks.none());
        assertThat(svg.indexOf("p-outer")).isPositive().isLessThan(svg.indexOf("p-inner"));
    }

    @Test
    void keepsANameClearOfAnEventOnTheBorder() throws Exception {
        String model = "<callActivity id='host' name='Child protection conference'/><boundaryEvent id='it'/>";
        String event =
                "<di:BPMNShape bpmnElement='it'><dc:Bounds x='242' y='122' width='36' height='36'/></di:BPMNShape>";
        String svg = Diagram.read(Models.of(model, Models.shape("host", "160", "80") + event))
                .svg(new Caption("it", "", Language.EN, "p"), Marks.none());
        assertThat(Models.elements(Models.xml(svg), "text"))
                .hasSizeGreaterThan(1)
                .allSatisfy(line -> {
                    double half = Double.parseDouble(line.getAttribute("textLength")) / 2;
                    assertThat(Double.parseDouble(line.getAttribute("x")) + half)
                            .isLessThan(242);
                });
    }

    @Test
    void drawsTheFlowThatWasTakenOverOneThatWasNot() {
        String way =
                "<di:BPMNEdge bpmnElement='%s'><dd:waypoint x='1' y='1'/><dd:waypoint x='9' y='90'/></di:BPMNEdge>";
        byte[] model =
                Models.of("<sequenceFlow id='a'/><sequenceFlow id='b'/>", way.formatted("a") + way.formatted("b"));
        Marks marks = new Marks(Map.of(), Map.of("a", new FlowMark(1, null, null)), Map.of(), false);
        String svg = Diagram.read(model).svg(new Caption("it", "", Language.EN, "p"), marks);
        assertThat(svg.indexOf("p-b")).isPositive().isLessThan(svg.indexOf("p-a"));
    }

    private static String drawn(String element) {
        return Diagram.read(Models.of(element, Models.shape("it", "60", "60")))
                .svg(new Caption("it", "", Language.EN, "p"), Marks.none());
    }

    private static String drawnFlow(String process) {
        String way =
                "<di:BPMNEdge bpmnElement='flow'><dd:waypoint x='1' y='1'/><dd:waypoint x='90' y='1'/></di:BPMNEdge>";
        return Diagram.read(Models.of(process, way)).svg(new Caption("it", "", Language.EN, "p"), Marks.none());
    }
}
