package cymru.diogelu.statute;

/** Somebody asked for a provision that the register does not hold. */
public class UnknownProvision extends RuntimeException {

    public UnknownProvision(String id) {
        super("the register holds no provision '%s'".formatted(id));
    }
}
