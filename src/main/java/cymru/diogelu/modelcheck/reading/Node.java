package cymru.diogelu.modelcheck.reading;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A node of a procedure: task, call, event or gateway. */
public final class Node {

    private final Procedure procedure;
    private final XmlElement xml;
    private final NodeKind kind;

    Node(Procedure procedure, XmlElement xml) {
        this.procedure = procedure;
        this.xml = xml;
        this.kind = NodeKind.of(xml).orElseThrow();
    }

    /** Whether an element is one that a procedure has as a node. */
    public static boolean drawnAs(XmlElement element) {
        return NodeKind.of(element).isPresent();
    }

    public Procedure procedure() {
        return procedure;
    }

    public XmlElement xml() {
        return xml;
    }

    public NodeKind kind() {
        return kind;
    }

    public String id() {
        return xml.id();
    }

    public String name() {
        return xml.attribute("name");
    }

    /** One of Camunda's attributes; empty where there is none. */
    public String camunda(String attribute) {
        return xml.attribute(Bpmn.CAMUNDA, attribute);
    }

    public List<Flow> outgoing() {
        return procedure.from(id());
    }

    public List<Flow> incoming() {
        return procedure.to(id());
    }

    /** The nodes that flows lead to from here. */
    public Stream<Node> next() {
        return outgoing().stream().flatMap(flow -> procedure.node(flow.target()).stream());
    }

    /** The events on its border. */
    public List<Node> boundaries() {
        return procedure.attachedTo(id());
    }

    /** Of an event on a border: whether the step goes on beside it. */
    public boolean goesOnBeside() {
        return "false".equals(xml.attribute("cancelActivity"));
    }

    /** What the event is about, such as {@code timerEventDefinition}. */
    public Optional<XmlElement> definition() {
        return xml.children().stream()
                .filter(child -> child.name().namespace().equals(Bpmn.MODEL)
                        && child.type().endsWith("EventDefinition"))
                .findFirst();
    }

    public boolean defines(String definition) {
        return definition().filter(found -> found.type().equals(definition)).isPresent();
    }

    /** The expression that gives the date of a timer; empty for what is none. */
    public String date() {
        return definition()
                .map(definition -> definition.text(Bpmn.MODEL, "timeDate"))
                .orElse("");
    }

    /** Where it is done once for each of several: how. */
    public Optional<XmlElement> repetition() {
        return xml.child(Bpmn.MODEL, "multiInstanceLoopCharacteristics");
    }

    /** The form that is asked here; empty where none is. */
    public String form() {
        return camunda("formRef");
    }

    /** A gateway from which more than one way leads on. */
    public boolean splits() {
        return kind.gateway() && outgoing().size() > 1;
    }
}
