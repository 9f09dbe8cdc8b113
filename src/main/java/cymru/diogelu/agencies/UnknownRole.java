package cymru.diogelu.agencies;

/** Somebody asked for a role that is not in the list of roles. */
public class UnknownRole extends RuntimeException {

    public UnknownRole(String key) {
        super("there is no role '%s'".formatted(key));
    }
}
