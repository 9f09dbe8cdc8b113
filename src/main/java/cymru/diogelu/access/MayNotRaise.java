package cymru.diogelu.access;

/** This person belongs to no group that could be asked for the next step, so a concern of theirs would get stuck. */
public class MayNotRaise extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MayNotRaise() {
        super("belongs to no group that raises concerns");
    }
}
