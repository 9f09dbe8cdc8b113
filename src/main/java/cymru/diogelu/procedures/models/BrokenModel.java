package cymru.diogelu.procedures.models;

import java.util.List;

/** A model, decision or form that cannot be deployed: says which file, which element in it, and why. */
public class BrokenModel extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param errors what is wrong, each with its file */
    BrokenModel(List<String> errors) {
        super(String.join(System.lineSeparator(), errors));
    }

    public BrokenModel(String file, String element, String reason) {
        super("%s: %s: %s".formatted(file, element, reason));
    }
}
