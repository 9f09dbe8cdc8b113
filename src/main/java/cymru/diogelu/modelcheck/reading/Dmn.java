package cymru.diogelu.modelcheck.reading;

/** The namespaces that decision tables are written in. */
public final class Dmn {

    public static final String MODEL = "https://www.omg.org/spec/DMN/20191111/MODEL/";
    public static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";

    /** Of the extension element that holds the Welsh of what it stands in. */
    public static final String WORDS = "urn:diogelu:dmn";

    private Dmn() {}

    /** The Welsh of an element; empty where there is none. */
    public static String welsh(XmlElement element) {
        return element.children(MODEL, "extensionElements")
                .map(extensions -> extensions.text(WORDS, "cy"))
                .findFirst()
                .orElse("");
    }
}
