package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.reading.Bpmn;
import cymru.diogelu.modelcheck.reading.Dmn;
import cymru.diogelu.modelcheck.reading.XmlElement;
import java.util.Map;
import java.util.Set;

/**
 * The elements and attributes that a kind of file may hold.
 *
 * @param namespace of the elements
 * @param camunda the namespace of Camunda's own attributes
 * @param extensions elements of other namespaces, each with its attributes
 * @param drawing namespaces of places, bends and colours, which the engine never reads
 */
record PartsList(
        String namespace,
        String camunda,
        Set<String> elements,
        Set<String> attributes,
        Set<String> camundaAttributes,
        Map<XmlElement.Name, Set<String>> extensions,
        Set<String> drawing) {

    static final PartsList BPMN = new PartsList(
            Bpmn.MODEL,
            Bpmn.CAMUNDA,
            words(
                    "definitions process documentation extensionElements incoming outgoing sequenceFlow conditionExpression"
                            + " startEvent endEvent intermediateCatchEvent intermediateThrowEvent boundaryEvent userTask"
                            + " serviceTask businessRuleTask callActivity exclusiveGateway inclusiveGateway parallelGateway"
                            + " eventBasedGateway timerEventDefinition timeDate escalation escalationEventDefinition message"
                            + " messageEventDefinition multiInstanceLoopCharacteristics textAnnotation text association"),
            words("id name sourceRef targetRef default attachedToRef cancelActivity calledElement isExecutable"
                    + " isSequential escalationRef escalationCode messageRef targetNamespace exporter exporterVersion"
                    + " gatewayDirection associationDirection textFormat"),
            words("formRef formRefBinding candidateGroups calledElementBinding decisionRef decisionRefBinding"
                    + " mapDecisionResult resultVariable delegateExpression collection elementVariable"
                    + " historyTimeToLive isStartableInTasklist modelerTemplate modelerTemplateVersion"),
            Map.of(
                    camundas("properties"), Set.of(),
                    camundas("property"), words("name value"),
                    camundas("in"), words("source sourceExpression target businessKey"),
                    camundas("out"), words("source target"),
                    camundas("taskListener"), words("delegateExpression event id")),
            Set.of(Bpmn.DIAGRAM, Bpmn.DRAWN, Bpmn.WAYS));

    static final PartsList DMN = new PartsList(
            Dmn.MODEL,
            Dmn.CAMUNDA,
            words("definitions decision decisionTable description extensionElements input inputExpression inputValues"
                    + " output outputValues defaultOutputEntry rule inputEntry outputEntry text"),
            words("id name label namespace typeRef hitPolicy aggregation exporter exporterVersion expressionLanguage"),
            words("historyTimeToLive"),
            Map.of(new XmlElement.Name(Dmn.WORDS, "cy"), Set.of()),
            Set.of(
                    "https://www.omg.org/spec/DMN/20191111/DMNDI/",
                    "http://www.omg.org/spec/DMN/20180521/DC/",
                    "http://www.omg.org/spec/DMN/20180521/DI/"));

    /** Of attributes that say something of the file and nothing of the model. */
    private static final Set<String> OF_THE_FILE =
            Set.of("http://www.w3.org/2001/XMLSchema-instance", "http://camunda.org/schema/modeler/1.0");

    private static Set<String> words(String list) {
        return Set.of(list.split(" "));
    }

    private static XmlElement.Name camundas(String local) {
        return new XmlElement.Name(Bpmn.CAMUNDA, local);
    }

    boolean allows(XmlElement element) {
        String of = element.name().namespace();
        return of.equals(namespace) && elements.contains(element.type())
                || extensions.containsKey(element.name())
                || drawing.contains(of);
    }

    /** Whatever is of a foreign namespace is refused: the engine takes some of them for its own. */
    boolean allows(XmlElement element, XmlElement.Name attribute) {
        if (drawing.contains(element.name().namespace()) || OF_THE_FILE.contains(attribute.namespace())) {
            return true;
        }
        if (!attribute.namespace().isEmpty()) {
            return attribute.namespace().equals(camunda) && camundaAttributes.contains(attribute.local());
        }
        return extensions.getOrDefault(element.name(), attributes).contains(attribute.local());
    }
}
