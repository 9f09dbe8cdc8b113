package cymru.diogelu.forms;

import java.util.Map;

/** A single box to tick. Left alone it says no; a required one must be ticked. */
record TickKind() implements Kind {

    @Override
    public Object empty() {
        return false;
    }

    @Override
    public Reading read(Object raw, Map<String, Object> facts) {
        return raw instanceof Boolean ? Reading.of(raw) : Reading.refused(Complaint.of("wrongType", "tick"));
    }

    @Override
    public void check(Object value, Trial trial) {
        // Ticked is all that a box can be.
    }

    @Override
    public String noun() {
        return "tick";
    }

    @Override
    public Map<String, Object> constraints(Scope scope) {
        return Map.of();
    }
}
