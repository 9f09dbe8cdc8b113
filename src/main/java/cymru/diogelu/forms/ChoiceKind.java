package cymru.diogelu.forms;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of several options: radio buttons or a select box. */
record ChoiceKind(Options options) implements Kind {

    @Override
    public @Nullable Object empty() {
        return null;
    }

    @Override
    public Reading read(Object raw, Map<String, Object> facts) {
        if (!(raw instanceof String value)) {
            return Reading.refused(Complaint.of("wrongType", "choice"));
        }
        if (value.isEmpty()) {
            return Reading.of(null);
        }
        return options.known() && !options.values(facts).contains(value)
                ? Reading.refused(Complaint.of("notAnOption"))
                : Reading.of(value);
    }

    @Override
    public void check(Object value, Trial trial) {
        if (!options.known() && !options.values(trial.scope()).contains(value)) {
            trial.complain(Complaint.of("notAnOption"));
        }
    }

    @Override
    public String noun() {
        return "choice";
    }

    @Override
    public Map<String, Object> constraints(Scope scope) {
        return Map.of();
    }
}
