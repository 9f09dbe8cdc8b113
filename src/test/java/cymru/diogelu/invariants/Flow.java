package cymru.diogelu.invariants;

/** A sequence flow; the condition is empty where it has none. */
record Flow(String id, String source, String target, String condition) {}
