package cymru.diogelu.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.statute.Provisions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** However many parts a file has and however they are alike, it is compared in a moment. */
class HostileComparisonTests {

    /** Far more than the second or so that each takes: what grows with the square of a file would take minutes. */
    private static final Duration MOMENT = Duration.ofSeconds(30);

    private static final ModelComparison COMPARISON = new ModelComparison(Provisions.load(), Agencies.load());

    @BeforeAll
    static void compareOnceBeforeTheClockRuns() {
        compare("a.bpmn", tasks(i -> "t" + i, 1_000), tasks(i -> "u" + i, 1_000));
    }

    @Test
    void manyTasksUnderOtherIds() {
        assertThat(compare("a.bpmn", tasks(i -> "t" + i, 10_000), tasks(i -> "u" + i, 10_000)))
                .isNotEmpty();
    }

    @Test
    void manyWaysUnderOtherIds() {
        assertThat(compare("a.bpmn", ways("w"), ways("x"))).isNotEmpty();
    }

    @Test
    void manyConditionsInAnotherOrder() {
        IntFunction<String> way = i -> "<bpmn:sequenceFlow id='f" + i
                + "' sourceRef='a' targetRef='b'><bpmn:conditionExpression>${x}</bpmn:conditionExpression></bpmn:sequenceFlow>";
        String forth = IntStream.range(0, 6_000).mapToObj(way).collect(Collectors.joining());
        String back =
                IntStream.range(0, 6_000).mapToObj(i -> way.apply(5_999 - i)).collect(Collectors.joining());

        assertThat(compare("a.bpmn", procedure(forth), procedure(back))).hasSize(5_999);
    }

    @Test
    void manyRulesInAnotherOrder() {
        assertThat(compare("a.dmn", table(i -> i), table(i -> 4_999 - i))).hasSize(4_999);
    }

    @Test
    void manyFieldsUnderOtherKeys() {
        assertThat(compare("a.form", form("k"), form("m"))).isNotEmpty();
    }

    @Test
    void fieldsInsideFieldsWithoutEnd() {
        String name = "n".repeat(3_000);
        String open = "{'path':'%s','components':[".formatted(name).repeat(200);
        String deep = "{'id':'a','components':[" + open + "{'key':'%s'}" + "]}".repeat(200) + "]}";

        assertThat(compare(
                        "a.form",
                        deep.formatted("a").replace('\'', '"'),
                        deep.formatted("b").replace('\'', '"')))
                .hasSize(1);
    }

    @Test
    void manyValuesOfOneName() {
        String property = "<camunda:property name='a' value='b'/>";
        String many = "<bpmn:extensionElements><camunda:properties>" + property.repeat(20_000)
                + "<camunda:property name='a' value='%s'/></camunda:properties></bpmn:extensionElements>";

        assertThat(compare("a.bpmn", procedure(many.formatted("x")), procedure(many.formatted("y"))))
                .hasSize(1);
    }

    @Test
    void groupsWithoutEnd() {
        String task = "<bpmn:userTask id='t' camunda:candidateGroups='%s'/>";

        assertThat(compare(
                        "a.bpmn",
                        procedure(task.formatted(",".repeat(400_000))),
                        procedure(task.formatted(",".repeat(400_001)))))
                .hasSize(1);
    }

    @Test
    void wordsOfUnderscores() {
        String tasks = "<bpmn:userTask id='%s' name='A'/><bpmn:userTask id='b' camunda:formRef='"
                + ("a" + "_".repeat(198) + " ").repeat(4_000) + "%s'/>";

        assertThat(compare("a.bpmn", procedure(tasks.formatted("a", "x")), procedure(tasks.formatted("c", "y"))))
                .hasSize(2)
                .allMatch(change -> change.sentence().en().length() < 1_000);
    }

    @Test
    void drawingsOfNothing() {
        String drawn = "</bpmn:process><bpmndi:BPMNDiagram>" + "<bpmndi:BPMNPlane/>".repeat(40_000)
                + "<bpmndi:BPMNPlane x='%s'/></bpmndi:BPMNDiagram><bpmn:process id='q'>";

        assertThat(compare("a.bpmn", procedure(drawn.formatted("1")), procedure(drawn.formatted("2"))))
                .hasSize(1);
    }

    private static List<Change> compare(String file, String before, String after) {
        return assertTimeout(MOMENT, () -> COMPARISON.compare(files(file, before), files(file, after)));
    }

    private static ModelFiles files(String file, String content) {
        assertThat(content.length()).isLessThan(1_000_000);
        return new ModelFiles(Map.of("processes/a/" + file, content.getBytes(StandardCharsets.UTF_8)));
    }

    private static String tasks(IntFunction<String> id, int number) {
        return procedure(IntStream.range(0, number)
                .mapToObj(i -> "<bpmn:userTask id='" + id.apply(i) + "' name='Do the same'/>")
                .collect(Collectors.joining()));
    }

    private static String ways(String id) {
        return procedure(IntStream.range(0, 10_000)
                .mapToObj(i -> "<bpmn:sequenceFlow id='" + id + i + "' sourceRef='a" + i % 100 + "' targetRef='b"
                        + i / 100 + "'/>")
                .collect(Collectors.joining()));
    }

    private static String procedure(String inside) {
        return "<bpmn:definitions xmlns:bpmn='http://www.omg.org/spec/BPMN/20100524/MODEL'"
                + " xmlns:bpmndi='http://www.omg.org/spec/BPMN/20100524/DI'"
                + " xmlns:camunda='http://camunda.org/schema/1.0/bpmn'><bpmn:process id='p'>" + inside
                + "</bpmn:process></bpmn:definitions>";
    }

    private static String table(IntFunction<Integer> number) {
        return "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/'><decision id='d'><decisionTable>"
                + IntStream.range(0, 5_000)
                        .mapToObj(
                                i -> "<rule id='r" + number.apply(i)
                                        + "'><inputEntry><text>1</text></inputEntry><outputEntry><text>2</text></outputEntry></rule>")
                        .collect(Collectors.joining())
                + "</decisionTable></decision></definitions>";
    }

    private static String form(String key) {
        return "{\"id\":\"f\",\"components\":["
                + IntStream.range(0, 10_000)
                        .mapToObj(i -> "{\"type\":\"textfield\",\"key\":\"" + key + i + "\",\"label\":\"The same\"}")
                        .collect(Collectors.joining(","))
                + "]}";
    }
}
