package cymru.diogelu.modelcheck.reading;

import java.util.Optional;
import java.util.stream.Stream;

/** The nodes that a procedure may be drawn with. */
public enum NodeKind {
    START_EVENT("startEvent"),
    END_EVENT("endEvent"),
    USER_TASK("userTask"),
    SERVICE_TASK("serviceTask"),
    BUSINESS_RULE_TASK("businessRuleTask"),
    CALL_ACTIVITY("callActivity"),
    EXCLUSIVE_GATEWAY("exclusiveGateway"),
    INCLUSIVE_GATEWAY("inclusiveGateway"),
    PARALLEL_GATEWAY("parallelGateway"),
    EVENT_BASED_GATEWAY("eventBasedGateway"),
    CATCH_EVENT("intermediateCatchEvent"),
    THROW_EVENT("intermediateThrowEvent"),
    BOUNDARY_EVENT("boundaryEvent");

    private final String element;

    NodeKind(String element) {
        this.element = element;
    }

    /** The name of the element in BPMN. */
    public String element() {
        return element;
    }

    static Optional<NodeKind> of(XmlElement xml) {
        return Stream.of(values())
                .filter(kind -> xml.is(Bpmn.MODEL, kind.element))
                .findFirst();
    }

    public boolean task() {
        return this == USER_TASK || this == SERVICE_TASK || this == BUSINESS_RULE_TASK;
    }

    public boolean event() {
        return this == START_EVENT
                || this == END_EVENT
                || this == CATCH_EVENT
                || this == THROW_EVENT
                || this == BOUNDARY_EVENT;
    }

    public boolean gateway() {
        return this == EXCLUSIVE_GATEWAY
                || this == INCLUSIVE_GATEWAY
                || this == PARALLEL_GATEWAY
                || this == EVENT_BASED_GATEWAY;
    }

    /** Whether a case comes to rest here until somebody or something acts. */
    public boolean waits() {
        return this == USER_TASK || this == CALL_ACTIVITY || this == CATCH_EVENT || this == EVENT_BASED_GATEWAY;
    }
}
