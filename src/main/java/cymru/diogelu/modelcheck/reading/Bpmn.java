package cymru.diogelu.modelcheck.reading;

/** The namespaces that models are written in. */
public final class Bpmn {

    public static final String MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    public static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    public static final String DIAGRAM = "http://www.omg.org/spec/BPMN/20100524/DI";
    public static final String DRAWN = "http://www.omg.org/spec/DD/20100524/DC";
    public static final String WAYS = "http://www.omg.org/spec/DD/20100524/DI";

    private Bpmn() {}
}
