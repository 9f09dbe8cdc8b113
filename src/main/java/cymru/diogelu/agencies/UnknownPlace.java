package cymru.diogelu.agencies;

/** Somebody asked for an authority outside Wales, or for a role at a place where it does not exist. */
public class UnknownPlace extends RuntimeException {

    public UnknownPlace(String place) {
        super("there is no place '%s'".formatted(place));
    }
}
