package cymru.diogelu.worklist;

import java.util.List;

/** A part of a request other than a form's answers is missing or wrong; nothing was done. Answered with 400. */
public class InvalidRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    public InvalidRequest(List<Fault> faults) {
        super("%d parts of the request are wrong".formatted(faults.size()));
        this.faults = List.copyOf(faults);
    }

    public InvalidRequest(String key, String code) {
        this(List.of(new Fault(key, code)));
    }

    List<Fault> faults() {
        return faults;
    }

    /**
     * What is wrong with one part.
     *
     * @param key the parameter, header or property
     * @param code one of the messages {@code problem.part.*}
     */
    public record Fault(String key, String code) {}
}
