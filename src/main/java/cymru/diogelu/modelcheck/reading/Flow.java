package cymru.diogelu.modelcheck.reading;

/** A sequence flow. */
public record Flow(XmlElement xml) {

    public String id() {
        return xml.id();
    }

    public String source() {
        return xml.attribute("sourceRef");
    }

    public String target() {
        return xml.attribute("targetRef");
    }

    public String name() {
        return xml.attribute("name");
    }

    /** The expression under which it is taken; empty where it has none. */
    public String condition() {
        return xml.text(Bpmn.MODEL, "conditionExpression");
    }
}
