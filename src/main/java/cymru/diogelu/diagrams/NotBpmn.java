package cymru.diogelu.diagrams;

/** Said of bytes that are no BPMN 2.0 model, or that bring a document type, which could read other files. */
public final class NotBpmn extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    NotBpmn(String why) {
        super(why);
    }

    NotBpmn(Throwable why) {
        super(String.valueOf(why.getMessage()), why);
    }
}
