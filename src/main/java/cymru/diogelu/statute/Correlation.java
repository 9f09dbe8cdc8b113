package cymru.diogelu.statute;

import java.util.List;

/** Which targets belong to an activation. A run is one walk through one procedure; a procedure may call others. */
public enum Correlation {
    /** Any target of the case. */
    CASE,
    /** A target of the same run. */
    SAME_RUN,
    /** A target of the same run, or of a run that was called from it, at any depth. */
    WITHIN_RUN;

    private static final String WHOLE_CASE = "";

    /** Under which keys a target is found; none for an event without a run where runs are compared. */
    List<String> keysOf(CaseEvent target) {
        return switch (this) {
            case CASE -> List.of(WHOLE_CASE);
            case SAME_RUN -> target.runs().stream().limit(1).toList();
            case WITHIN_RUN -> target.runs();
        };
    }

    /** Under which key the targets of an activation stand. */
    List<String> keyOf(CaseEvent activation) {
        return this == CASE
                ? List.of(WHOLE_CASE)
                : activation.runs().stream().limit(1).toList();
    }
}
