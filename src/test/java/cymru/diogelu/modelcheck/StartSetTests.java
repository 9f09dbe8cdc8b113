package cymru.diogelu.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.statute.Provisions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The start set is copied beside the packaged models and called from one of them, as its readme says. */
class StartSetTests {

    private static final Path START_SET = Path.of("docs", "start-set");
    private static final String CALLER = "processes/support-and-plan/support-and-plan.bpmn";

    private static final String CALL =
            """
                <bpmn:callActivity id="callActivity_familyMeeting" name="Family meeting" calledElement="family-meeting" \
            camunda:calledElementBinding="deployment">
                  <bpmn:documentation>practice: the family is asked before the outcome is recorded.</bpmn:documentation>
                  <bpmn:extensionElements>
                    <camunda:in businessKey="#{execution.processBusinessKey}" />
                    <camunda:properties>
                      <camunda:property name="cy" value="Cyfarfod teulu" />
                    </camunda:properties>
                  </bpmn:extensionElements>
                  <bpmn:incoming>flow_decideOutcome_familyMeeting</bpmn:incoming>
                  <bpmn:outgoing>flow_familyMeeting_outcomeKnown</bpmn:outgoing>
                </bpmn:callActivity>
                <bpmn:sequenceFlow id="flow_decideOutcome_familyMeeting" sourceRef="businessRuleTask_decideOutcome" \
            targetRef="callActivity_familyMeeting" />
            """;

    private static final String DRAWN =
            """
                  <bpmndi:BPMNShape id="callActivity_familyMeeting_di" bpmnElement="callActivity_familyMeeting">
                    <dc:Bounds x="1551" y="200" width="120" height="80" />
                  </bpmndi:BPMNShape>
                  <bpmndi:BPMNEdge id="flow_decideOutcome_familyMeeting_di" bpmnElement="flow_decideOutcome_familyMeeting">
                    <di:waypoint x="1439" y="240" />
                    <di:waypoint x="1551" y="240" />
                  </bpmndi:BPMNEdge>
            """;

    @Test
    void nothingIsWrongWithTheStartSetOnceAPackagedProcedureCallsIt() throws IOException {
        Map<String, byte[]> files = beside();
        files.compute(CALLER, (path, model) -> calling(new String(model, StandardCharsets.UTF_8)));

        assertThat(check(files)).isEmpty();
    }

    @Test
    void whoForgetsTheCallIsToldSo() throws IOException {
        assertThat(check(beside()))
                .allMatch(finding -> finding.file().endsWith("family-meeting.bpmn"))
                .anyMatch(finding -> finding.rule().equals("procedure-calls"));
    }

    private static Map<String, byte[]> beside() throws IOException {
        Map<String, byte[]> files = new TreeMap<>(ModelFiles.of(Path.of(".")).byPath());
        files.putAll(ModelFiles.of(START_SET).byPath());
        return files;
    }

    private static java.util.List<Finding> check(Map<String, byte[]> files) {
        return new ModelCheck(Provisions.load(), Agencies.load()).check(new ModelFiles(files));
    }

    /** What a designer draws: the call between the last table and the end, which moves to the right. */
    private static byte[] calling(String model) {
        String end = section(model, "endEvent_outcomeKnown_di", "</bpmndi:BPMNShape>");
        String way = section(model, "flow_decideOutcome_outcomeKnown_di", "</bpmndi:BPMNEdge>");
        return model.replace(end, end.replace("\"1551\"", "\"1783\"").replace("\"1519\"", "\"1751\""))
                .replace(way, way.replace("\"1551\"", "\"1783\"").replace("\"1439\"", "\"1671\""))
                .replace(
                        "sourceRef=\"businessRuleTask_decideOutcome\" targetRef=\"endEvent_outcomeKnown\"",
                        "sourceRef=\"callActivity_familyMeeting\" targetRef=\"endEvent_outcomeKnown\"")
                .replace(
                        "<bpmn:outgoing>flow_decideOutcome_outcomeKnown</bpmn:outgoing>",
                        "<bpmn:outgoing>flow_decideOutcome_familyMeeting</bpmn:outgoing>")
                .replace("flow_decideOutcome_outcomeKnown", "flow_familyMeeting_outcomeKnown")
                .replace("  </bpmn:process>", CALL + "  </bpmn:process>")
                .replace("    </bpmndi:BPMNPlane>", DRAWN + "    </bpmndi:BPMNPlane>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String section(String model, String id, String end) {
        int start = model.indexOf("id=\"" + id + "\"");
        return Objects.requireNonNull(model).substring(start, model.indexOf(end, start));
    }
}
