package cymru.diogelu.modelcheck.reading;

/** A file that cannot be read as what its name says it is. */
public final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;

    Unreadable(int line, String reason) {
        super(reason);
        this.line = Math.max(0, line);
    }

    /** Counted from 1; 0 where none can be named. */
    public int line() {
        return line;
    }

    /** In the words of whoever could not read it. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
