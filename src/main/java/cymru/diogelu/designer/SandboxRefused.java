package cymru.diogelu.designer;

import java.util.Map;

/** What the program in a sandbox does not do, in its own words, such as the faults of a form. */
public final class SandboxRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Map<String, Object> problem;

    SandboxRefused(int status, Map<String, Object> problem) {
        super(String.valueOf(problem.get("detail")));
        this.status = status;
        this.problem = problem;
    }

    public int status() {
        return status;
    }

    public Map<String, Object> problem() {
        return problem;
    }
}
