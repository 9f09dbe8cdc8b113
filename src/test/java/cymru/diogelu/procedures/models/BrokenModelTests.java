package cymru.diogelu.procedures.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.forms.Forms;
import cymru.diogelu.statute.Provisions;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A model or form that cannot be right stops the start and says in which file, at which element and why. */
class BrokenModelTests {

    private static final String CASE = "processes/safeguarding-case/safeguarding-case.bpmn";
    private static final String REPORT = "processes/section-130-report/section-130-report.bpmn";
    private static final String TABLE = "processes/section-130-report/initial-route.dmn";
    private static final String FORM = "forms/section-130-report/initial-decision.form";
    private static final String WELSH = "forms/section-130-report/initial-decision.cy.json";

    private final Map<String, byte[]> files = new PackagedModels().files();
    private final ModelReferences references = new ModelReferences(Provisions.load(), Agencies.load());

    @Test
    void thePackagedModelsAreWhole() {
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    formRef="initial-decision"                | formRef="no-such-form"               | userTask_decide | no-such-form
                    group.named('team-manager')               | group.named('mayor')                 | userTask_decide | mayor
                    decisionRef="initial-route"               | decisionRef="no-such-table"          | businessRuleTask_setRoute | no-such-table
                    calledElement="immediate-danger"          | calledElement="no-such-procedure"    | callActivity_immediateDanger | no-such-procedure
                    deadline.due('DL-03')                     | deadline.due('DL-99')                | timer_boundaryEvent | DL-99
                    deadline.due('DL-03')                     | deadline.due('INV-09')               | timer_boundaryEvent | INV-09
                    deadline.reminder('DL-03', 1)             | deadline.reminder('DL-03', 9)        | reminder_DL03_1 | reminder 9 of DL-03
                    delegateExpression="${remindBeforeLimit}" | class="com.example.Anything"         | reminder_ | class
                    <bpmn:userTask id="userTask_decide"       | <bpmn:userTask camunda:asyncBefore="true" id="userTask_decide" | userTask_decide | camunda:asyncBefore
                    name="cy" value="Pennu’r llwybr i’r plentyn" | name="gd" value="x"               | businessRuleTask_setRoute | both languages
                    DL-26: the reporter hears the outcome within 1 working day of the decision. | '' | userTask_tellReporter | cy-documentation
                    name="cy-documentation" value="DL-26: mae’r adroddwr | name="note" value="DL-26: mae’r adroddwr | userTask_tellReporter | cy-documentation
                    value="DL-26: mae’r adroddwr              | value="DL-28: mae’r adroddwr         | userTask_tellReporter | names [DL-26] in its documentation, but [DL-28]
                    </bpmn:process>                           | <bpmn:scriptTask id="scriptTask_x"/></bpmn:process> | scriptTask_x | bpmn:scriptTask
                    </bpmn:process>                           | <bpmn:serviceTask xmlns:activiti="http://activiti.org/bpmn" id="serviceTask_x" activiti:type="shell"/></bpmn:process> | serviceTask_x | activiti:type
                    <bpmn:extensionElements>                  | <bpmn:extensionElements><a:executionListener xmlns:a="http://activiti.org/bpmn"/> | section-130-report | a:executionListener
                    <bpmn:conditionExpression xsi:type        | <bpmn:conditionExpression language="javascript" xsi:type | flow_ | language
                    ${group.named('team-manager')}            | team-manager.W06000022               | userTask_ | is offered to 'team-manager.W06000022'
                    ${group.named('team-manager')}            | ${group.named( 'mayor' )}            | userTask_ | mayor
                    ${deadline.due('DL-03')}                  | 2030-01-01T00:00:00Z                 | timer_boundaryEvent | waits for '2030-01-01T00:00:00Z'
                    formRefBinding="deployment"               | formRefBinding="latest"              | userTask_ | binding 'deployment'
                    sourceExpression="userTask_decide"        | sourceExpression="userTask_decided"  | callActivity_ | task userTask_decided
                    isExecutable="true"                       | isExecutable="false"                 | section-130-report | not executable
                    <camunda:in businessKey="#{execution.processBusinessKey}" /> | ''                | callActivity_ | reference of the case
                    <camunda:in sourceExpression="no" target="called999" /> | ''                     | callActivity_ | does not hand over 'called999'
                    <camunda:in source="reportMode"           | <camunda:in source="reportModus"     | callActivity_ | reads 'reportModus', which nothing sets
                    <camunda:out source="childSafeNow"        | <camunda:out source="childSaveNow"   | callActivity_ | takes back 'childSaveNow'
                    <camunda:in sourceExpression="DL-03" target="provision" /> | ''                  | callActivity_ | does not hand over 'provision'
                    ${route ==                                | ${rout ==                            | flow_ | reads 'rout', which nothing sets
                    </bpmn:process>                           | </bpmn:proces>                       | definitions | Line=
                    """)
    void refusesABrokenProcedure(String text, String instead, String element, String reason) {
        bend(REPORT, text, instead);

        assertRefused(REPORT, element, reason);
    }

    @Test
    void refusesAStartThatAsksAFormWithoutTheWelshOfItsDocumentation() {
        bend(CASE, "name=\"cy-documentation\"", "name=\"note\"");

        assertRefused(CASE, "startEvent_concernRaised", "cy-documentation");
    }

    @Test
    void refusesAWayOnWhichACaseEndsWithoutAnOutcome() {
        bend(CASE, "name=\"outcome\" value=\"notAtRisk\"", "name=\"note\" value=\"notAtRisk\"");

        assertRefused(CASE, "endEvent_notAtRisk", "without an outcome");
    }

    @Test
    void refusesAnotherProcedureThanTheOneThatCasesBeginWith() {
        bend(CASE, "<bpmn:process id=\"safeguarding-case\"", "<bpmn:process id=\"safeguarding-cases\"");

        assertRefused(CASE, "safeguarding-cases", "a case begins with 'safeguarding-case'");
    }

    @Test
    void refusesAnEscalationThatNobodyTakesUp() {
        bend(CASE, "escalationCode=\"strategy-decided\"", "escalationCode=\"strategy-agreed\"");

        assertRefused(CASE, "boundaryEvent_strategyDecided", "waits for 'strategy-agreed'");
    }

    @Test
    void refusesAWayThatNeverComesToRest() {
        bend(
                REPORT,
                "</bpmn:process>",
                "<bpmn:exclusiveGateway id=\"gateway_a\"/><bpmn:exclusiveGateway id=\"gateway_b\"/>"
                        + "<bpmn:sequenceFlow id=\"flow_a\" sourceRef=\"gateway_a\" targetRef=\"gateway_b\"/>"
                        + "<bpmn:sequenceFlow id=\"flow_b\" sourceRef=\"gateway_b\" targetRef=\"gateway_a\"/>"
                        + "</bpmn:process>");

        assertRefused(REPORT, "gateway_", "leads back to itself");
    }

    @Test
    void refusesADepartureFromATableThatIsNotThere() {
        bend(FORM, "\"departsFrom\": \"child-at-risk\"", "\"departsFrom\": \"child-of-risk\"");

        assertRefused(FORM, "testDepartureReason", "child-of-risk");
    }

    @Test
    void refusesAClockThatNothingAsksFor() {
        bend(
                "forms/safeguarding-case/concern.form",
                "\"clock\": \"concernRaisedAt\"",
                "\"clock\": \"concernRaisedAt raisedOn\"");

        assertRefused("forms/safeguarding-case/concern.form", "raisedAt", "starts the clock 'raisedOn'");
    }

    @Test
    void refusesAFileThatNobodyCanRead() {
        bend(REPORT, "<bpmn:incoming>", "<bpmn:incoming>" + " ".repeat(100_000));

        assertRefused(REPORT, "file", "larger than");
    }

    @Test
    void refusesATableThatAsksForWhatNothingSets() {
        bend(TABLE, "<text>dangerNow</text>", "<text>dangerNou</text>");

        assertRefused(REPORT, "businessRuleTask_setRoute", "'dangerNou'");
    }

    @Test
    void refusesADocumentTypeThatCouldReadOtherFiles() {
        bend(
                REPORT,
                "<bpmn:definitions",
                "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/hostname\">]><bpmn:definitions");

        assertRefused(REPORT, "definitions", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    label="Route"        | label=""           | output_initial-route_1 | both languages
                    <diogelu:cy>Llwybr</ | <diogelu:cy></     | output_initial-route_1 | both languages
                    <description>INV-01: | <notes>INV-01:     | definitions            | notes
                    <text>dangerNow</text> | <text>dangerNow (</text> | inputExpression_initial-route_1 | not a FEEL expression
                    <text>&quot;yes&quot;</text> | <text>&quot;yes</text> | in_initial-route_ | not a FEEL expression
                    <inputEntry id       | <inputEntry expressionLanguage="juel" id | in_initial-route_ | FEEL only
                    """)
    void refusesATableThatCannotBeRead(String text, String instead, String element, String reason) {
        bend(TABLE, text, instead);

        assertRefused(TABLE, element, reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "key": "dangerNow" | "key": "danger now"      | danger now
                    "type": "radio"    | "type": "filepicker"     | filepicker
                    "components": [    | "components": [,         | JSON
                    """)
    void refusesABrokenForm(String text, String instead, String reason) {
        bend(FORM, text, instead);

        assertRefused(FORM, "", reason);
    }

    @Test
    void refusesABoundThatNoFormProvides() {
        bend(FORM.replace("initial-decision", "report-child-at-risk"), "reportReceivedAt ", "");

        assertThatThrownBy(this::check)
                .isInstanceOf(BrokenModel.class)
                .hasMessageContainingAll(".form: ", "clock:reportReceivedAt", "no form provides");
    }

    @Test
    void refusesAFormWithoutItsWelsh() {
        bend(WELSH, "\"dangerNow\"", "\"dangerThen\"");

        assertRefused(WELSH, "dangerNow", "Welsh");
    }

    @Test
    void namesTheWelshFileThatIsMissing() {
        files.remove(WELSH);

        assertRefused(WELSH, "", "Welsh");
    }

    @Test
    void refusesAConditionOnWhatIsNeverKnown() {
        String concern = "forms/safeguarding-case/concern.form";
        bend(concern, "=immediateDanger != ", "=immediateDangr != ");

        assertRefused(concern, "Field_", "reads 'immediateDangr', which no form asks and no table gives");
    }

    private void bend(String path, String text, String instead) {
        String content = new String(files.get(path), StandardCharsets.UTF_8);
        assertThat(content).as("%s holds the text to bend", path).contains(text);
        files.put(path, content.replace(text, instead).getBytes(StandardCharsets.UTF_8));
    }

    private void assertRefused(String file, String element, String reason) {
        assertThatThrownBy(this::check)
                .isInstanceOf(BrokenModel.class)
                .hasMessageContaining(file)
                .hasMessageContaining(element)
                .hasMessageContaining(reason);
    }

    private void check() {
        references.check(new HashMap<>(files), ModelSet.read(new Forms(), files));
    }
}
