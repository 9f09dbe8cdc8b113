package cymru.diogelu.designer;

/** A scenario that cannot be read: says in which file and why. */
public class BrokenScenario extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenScenario(String file, String reason) {
        super("%s: %s".formatted(file, reason));
    }
}
