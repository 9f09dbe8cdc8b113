package cymru.diogelu.modelcheck.lint;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.ModelFiles;
import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.statute.Provisions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged models, bent in one place, are found by the rule that keeps them from it, at that place. */
class BentModelTests {

    private static final String CASE = "processes/safeguarding-case/safeguarding-case.bpmn";
    private static final String REPORT = "processes/section-130-report/section-130-report.bpmn";
    private static final String TABLE = "processes/section-130-report/initial-route.dmn";
    private static final String FORM = "forms/section-130-report/initial-decision.form";
    private static final String WELSH = "forms/section-130-report/initial-decision.cy.json";
    private static final String CONCERN = "forms/safeguarding-case/concern.form";

    private static final Lint LINT = new Lint(Provisions.load(), Agencies.load());

    private final Map<String, byte[]> files;

    BentModelTests() throws IOException {
        files = new TreeMap<>(ModelFiles.of(Path.of(".")).byPath());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    formRef="initial-decision"                | formRef="no-such-form"               | references | userTask_decide | no-such-form
                    camunda:formRef="initial-decision"        | ''                                   | references | userTask_decide | names none
                    group.named('team-manager')               | group.named('mayor')                 | references | userTask_decide | mayor
                    ${group.named('team-manager')}            | ${group.named( 'mayor' )}            | references | userTask_decide | mayor
                    decisionRef="initial-route"               | decisionRef="no-such-table"          | references | businessRuleTask_setRoute | no-such-table
                    calledElement="immediate-danger"          | calledElement="no-such-procedure"    | references | callActivity_immediateDanger | no-such-procedure
                    deadline.due('DL-03')                     | deadline.due('DL-99')                | references | timer_boundaryEvent | DL-99
                    deadline.due('DL-03')                     | deadline.due('INV-09')               | references | timer_boundaryEvent | INV-09
                    deadline.reminder('DL-03', 1)             | deadline.reminder('DL-03', 9)        | references | reminder_DL03_1 | DL-03, 9
                    sourceExpression="userTask_decide"        | sourceExpression="userTask_decided"  | references | callActivity_ | userTask_decided
                    targetRef="userTask_decide"               | targetRef="userTask_decided"         | references | flow_ | userTask_decided
                    attachedToRef="userTask_decide"           | attachedToRef="userTask_decided"     | references | boundaryEvent_ | userTask_decided
                    escalationRef="                           | escalationRef="x                     | references | boundaryEvent_policeCalled | xescalation_
                    delegateExpression="${remindBeforeLimit}" | class="com.example.Anything"         | allowed-parts | reminder_ | class
                    delegateExpression="${remindBeforeLimit}" | delegateExpression="${remind}"       | allowed-expressions | reminder_ | remind
                    <bpmn:userTask id="userTask_decide"       | <bpmn:userTask camunda:asyncBefore="true" id="userTask_decide" | allowed-parts | userTask_decide | camunda:asyncBefore
                    </bpmn:process>                           | <bpmn:scriptTask id="scriptTask_x"/></bpmn:process> | allowed-parts | scriptTask_x | bpmn:scriptTask
                    </bpmn:process>                           | <bpmn:serviceTask xmlns:activiti="http://activiti.org/bpmn" id="serviceTask_x" activiti:type="shell"/></bpmn:process> | allowed-parts | serviceTask_x | type (http://activiti
                    <bpmn:extensionElements>                  | <bpmn:extensionElements><a:executionListener xmlns:a="http://activiti.org/bpmn"/> | allowed-parts | section-130-report | executionListener
                    <bpmn:conditionExpression xsi:type        | <bpmn:conditionExpression language="javascript" xsi:type | allowed-parts | flow_ | language
                    ${group.named('team-manager')}            | team-manager.W06000022               | allowed-expressions | userTask_ | team-manager.W06000022
                    ${deadline.due('DL-03')}                  | 2030-01-01T00:00:00Z                 | allowed-expressions | timer_boundaryEvent | 2030-01-01T00:00:00Z
                    name="cy" value="Pennu’r llwybr i’r plentyn" | name="gd" value="x"               | welsh-words | businessRuleTask_setRoute | both languages
                    name="cy" value="Pennu’r llwybr i’r plentyn" | name="gd" value="x"               | known-properties | businessRuleTask_setRoute | gd
                    DL-26: the reporter hears the outcome within 1 working day of the decision. | '' | welsh-words | userTask_tellReporter | cy-documentation
                    name="cy-documentation" value="DL-26: mae’r adroddwr | name="note" value="DL-26: mae’r adroddwr | welsh-words | userTask_tellReporter | cy-documentation
                    value="DL-26: mae’r adroddwr              | value="DL-28: mae’r adroddwr         | same-provisions | userTask_tellReporter | [DL-28]
                    >DL-26: the reporter hears                | >DL-96: the reporter hears           | known-provisions | userTask_tellReporter | DL-96
                    formRefBinding="deployment"               | formRefBinding="latest"              | own-set | userTask_ | latest
                    isExecutable="true"                       | isExecutable="false"                 | procedure-calls | section-130-report | not executable
                    <camunda:in businessKey="#{execution.processBusinessKey}" /> | ''                | procedure-calls | callActivity_ | reference of the case
                    calledElement="report-acknowledgement"    | calledElement="section-130-report"   | procedure-calls | callActivity_reportAcknowledgement | never end
                    <camunda:in sourceExpression="no" target="called999" /> | ''                     | known-variables | callActivity_ | called999
                    <camunda:in source="reportMode"           | <camunda:in source="reportModus"     | known-variables | callActivity_ | reportModus
                    <camunda:out source="childSafeNow"        | <camunda:out source="childSaveNow"   | known-variables | callActivity_ | childSaveNow
                    <camunda:in sourceExpression="DL-03" target="provision" /> | ''                  | known-variables | callActivity_ | provision
                    ${route ==                                | ${rout ==                            | known-variables | flow_ | rout
                    ${route == 'iaa'}                         | ${route == 'iia'}                    | compared-values | flow_ | iia
                    </bpmn:process>                           | </bpmn:proces>                       | readable-file | '' | proces
                    <bpmn:definitions                         | <!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/hostname">]><bpmn:definitions | readable-file | '' | DOCTYPE
                    <bpmn:userTask id="userTask_decide"       | <bpmn:userTask id="userTask_readReport" | unique-ids | userTask_readReport | userTask_readReport
                    """)
    void findsABentProcedure(String text, String instead, String rule, String element, String reason) {
        bend(REPORT, text, instead);

        assertFound(rule, REPORT, element, reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    ${route = 'iaa'}              | allowed-expressions | is not allowed
                    ${route == iaa}               | allowed-expressions | is not allowed
                    ${route == 'a' and b == 'c'}  | allowed-expressions | is not allowed
                    ${deadline.dew('DL-03')}      | allowed-expressions | none of the functions
                    ${deadline.due('DL-03')}      | allowed-expressions | is no condition
                    route == 'iaa'                | allowed-expressions | stands in braces
                    ~~                            | allowed-expressions | stands in braces
                    """)
    void findsABentCondition(@Nullable String condition, String rule, String reason) {
        bend(REPORT, "${route == 'iaa'}", Objects.requireNonNullElse(condition, ""));

        assertFound(rule, REPORT, "flow_", reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    name="cy-documentation"                    | name="note"                               | welsh-words | startEvent_concernRaised | cy-documentation
                    name="outcome" value="notAtRisk"           | name="note" value="notAtRisk"             | case-ends | endEvent_notAtRisk | without an outcome
                    <bpmn:process id="safeguarding-case"       | <bpmn:process id="safeguarding-cases"     | procedure-calls | safeguarding-cases | a case begins with
                    <bpmn:process id="safeguarding-case"       | <bpmn:process id="safeguarding-cases"     | start-form | '' | no procedure
                    camunda:formRef="concern"                  | ''                                        | start-form | safeguarding-case | concern
                    escalationCode="strategy-decided"          | escalationCode="strategy-agreed"          | escalations | boundaryEvent_strategyDecided | strategy-agreed
                    <bpmn:process id="safeguarding-case"       | <bpmn:process id="section-130-report"     | unique-ids | section-130-report | section-130-report.bpmn
                    </bpmn:process>                            | <bpmn:exclusiveGateway id="a"/><bpmn:exclusiveGateway id="b"/><bpmn:sequenceFlow id="c" sourceRef="a" targetRef="b"/><bpmn:sequenceFlow id="d" sourceRef="b" targetRef="a"/></bpmn:process> | endless-ways | a | leads back
                    """)
    void findsABentRoot(String text, String instead, String rule, String element, String reason) {
        bend(CASE, text, instead);

        assertFound(rule, rule.equals("unique-ids") ? REPORT : CASE, element, "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    label="Route"        | label=""           | welsh-words | output_initial-route_1 | both languages
                    <diogelu:cy>Llwybr</ | <diogelu:cy></     | welsh-words | output_initial-route_1 | both languages
                    <diogelu:cy>Llwybr</ | <diogelu:cy>Route</ | english-as-welsh | output_initial-route_1 | Route
                    <description>INV-01: | <notes>INV-01:     | readable-file | '' | notes
                    <description>INV-17: | <description>INV-97: | known-provisions | initial-route | INV-97
                    <text>dangerNow</text> | <text>dangerNow (</text> | feel-cells | inputExpression_initial-route_1 | no FEEL
                    <text>&quot;yes&quot;</text> | <text>&quot;yes</text> | feel-cells | in_initial-route_ | no FEEL
                    <text>&quot;yes&quot;</text> | <text>count(1..100000)</text> | feel-cells | in_initial-route_ | no FEEL
                    <text>&quot;yes&quot;</text> | <text>lst contains(?, "a")</text> | feel-cells | in_initial-route_ | lst contains
                    <text>&quot;yes&quot;</text> | <text>&quot;yess&quot;</text> | compared-values | in_initial-route_ | yess
                    <inputEntry id       | <inputEntry expressionLanguage="juel" id | allowed-parts | in_initial-route_ | FEEL only
                    <decisionTable       | <literalExpression id="x"/><decisionTable | allowed-parts | x | literalExpression
                    """)
    void findsABentTable(String text, String instead, String rule, String element, String reason) {
        bend(TABLE, text, instead);

        assertFound(rule, TABLE, element, reason);
    }

    @Test
    void findsATableThatAsksForWhatNothingSets() {
        bend(TABLE, "<text>dangerNow</text>", "<text>dangerNou</text>");

        assertFound("known-variables", REPORT, "businessRuleTask_setRoute", "dangerNou");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "key": "dangerNow" | "key": "danger now"      | sound-form | danger now | danger now
                    "type": "radio"    | "type": "filepicker"     | sound-form | '' | filepicker
                    "components": [    | "components": [,         | readable-file | '' | ,
                    "departsFrom": "child-at-risk" | "departsFrom": "child-of-risk" | references | testDepartureReason | child-of-risk
                    "routes": "true"   | "rotes": "true"          | known-properties | '' | rotes
                    """)
    void findsABentForm(String text, String instead, String rule, String element, String reason) {
        bend(FORM, text, instead);

        assertFound(rule, FORM, element, reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "clock": "concernRaisedAt" | "clock": "concernRaisedAt raisedOn" | known-dates | raisedAt | raisedOn
                    =immediateDanger !=        | =immediateDangr !=                  | form-reads | '' | immediateDangr
                    =immediateDanger != \\"yes\\" | =immediateDanger != \\"yess\\"   | compared-values | '' | yess
                    """)
    void findsABentConcern(String text, String instead, String rule, String element, String reason) {
        bend(CONCERN, text, instead);

        assertFound(rule, CONCERN, element, reason);
    }

    @Test
    void findsABoundThatNoFormProvides() {
        bend(FORM.replace("initial-decision", "report-child-at-risk"), "reportReceivedAt ", "");

        assertFound("known-dates", "", "", "clock:reportReceivedAt");
    }

    @Test
    void findsAFormWithoutItsWelsh() {
        bend(WELSH, "\"dangerNow\"", "\"dangerThen\"");

        assertFound("welsh-words", WELSH, "dangerNow", "has no Welsh");
        assertFound("welsh-words", WELSH, "dangerThen", "not in the form");
    }

    @Test
    void namesTheWelshFileThatIsMissing() {
        files.remove(WELSH);

        assertFound("welsh-words", WELSH, "dangerNow", "has no Welsh");
    }

    @Test
    void namesTheFormThatIsMissing() {
        files.remove(FORM);

        assertFound("welsh-words", WELSH, "", FORM);
    }

    @Test
    void findsAFileThatNobodyCanRead() {
        bend(REPORT, "<bpmn:incoming>", "<bpmn:incoming>" + " ".repeat(100_000));

        assertFound("readable-file", REPORT, "", "bytes");
    }

    private void bend(String path, String text, String instead) {
        String content = new String(Objects.requireNonNull(files.get(path)), StandardCharsets.UTF_8);
        assertThat(content).as("%s holds the text to bend", path).contains(text);
        files.put(path, content.replace(text, instead).getBytes(StandardCharsets.UTF_8));
    }

    private void assertFound(String rule, String file, String element, String reason) {
        List<Finding> findings = LINT.check(Models.read(files), rule).toList();
        assertThat(findings)
                .as("%s in %s at %s: %s", rule, file, element, reason)
                .anyMatch(finding -> finding.rule().equals(rule)
                        && finding.file().contains(file)
                        && finding.element().contains(element)
                        && finding.sentence().en().contains(reason)
                        && !finding.sentence().en().equals(finding.sentence().cy()));
        assertThat(findings).noneMatch(finding -> finding.sentence().cy().contains("%"));
    }
}
