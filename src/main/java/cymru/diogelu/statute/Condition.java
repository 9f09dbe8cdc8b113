package cymru.diogelu.statute;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a rule may ask of the data of an event: a small closed language without code. A key is an answer of the event,
 * {@code list[].key} that answer in every row of a list that has rows, and {@code concern.key} an answer of the concern.
 */
public sealed interface Condition {

    /** Holds for every event. */
    Condition ALWAYS = new All(List.of());

    /** Holds for no event. */
    Condition NEVER = new Any(List.of());

    /** Whether it holds for an event of a case that was opened with these answers. */
    boolean holds(CaseEvent event, Map<String, Object> concern);

    /** Every condition in it, itself among them, for those who look through the rules. */
    default Stream<Condition> parts() {
        return Stream.of(this);
    }

    /** A condition on the value under a key. */
    sealed interface Keyed extends Condition {

        String key();
    }

    /** The answer is one of these texts. */
    record In(String key, Set<String> values) implements Keyed {

        @Override
        public boolean holds(CaseEvent event, Map<String, Object> concern) {
            return Values.all(key, event, concern, value -> value instanceof String text && values.contains(text));
        }
    }

    /** The answer, a list, holds one of these texts at least; a single text counts as a list of one. */
    record Contains(String key, Set<String> values) implements Keyed {

        @Override
        public boolean holds(CaseEvent event, Map<String, Object> concern) {
            return Values.all(
                    key,
                    event,
                    concern,
                    value -> value instanceof List<?> list
                            ? list.stream().anyMatch(item -> item instanceof String text && values.contains(text))
                            : value instanceof String text && values.contains(text));
        }
    }

    /** The answer is a text that is not blank, or a list that is not empty. */
    record Written(String key) implements Keyed {

        @Override
        public boolean holds(CaseEvent event, Map<String, Object> concern) {
            return Values.all(
                    key,
                    event,
                    concern,
                    value -> value instanceof String text
                            ? !text.isBlank()
                            : value instanceof List<?> list && !list.isEmpty());
        }
    }

    /** The box is ticked. */
    record Ticked(String key) implements Keyed {

        @Override
        public boolean holds(CaseEvent event, Map<String, Object> concern) {
            return Values.all(key, event, concern, Boolean.TRUE::equals);
        }
    }

    /** Somebody in one of these roles answered. */
    record By(Set<String> roles) implements Condition {

        @Override
        public boolean holds(CaseEvent event, Map<String, Object> concern) {
            return event.role() != null && roles.contains(event.role());
        }
    }

    /** Of a repeated step, it is one of these. */
    record About(Set<String> subjects) implements Condition {

        @Override
        public boolean holds(CaseEvent event, Map<String, Object> concern) {
            return event.about() != null && subjects.contains(event.about());
        }
    }

    record Not(Condition condition) implements Condition {

        @Override
        public boolean holds(CaseEvent event, Map<String, Object> concern) {
            return !condition.holds(event, concern);
        }

        @Override
        public Stream<Condition> parts() {
            return Stream.concat(Stream.of(this), condition.parts());
        }
    }

    record All(List<Condition> conditions) implements Condition {

        @Override
        public boolean holds(CaseEvent event, Map<String, Object> concern) {
            return conditions.stream().allMatch(condition -> condition.holds(event, concern));
        }

        @Override
        public Stream<Condition> parts() {
            return Stream.concat(Stream.of(this), conditions.stream().flatMap(Condition::parts));
        }
    }

    record Any(List<Condition> conditions) implements Condition {

        @Override
        public boolean holds(CaseEvent event, Map<String, Object> concern) {
            return conditions.stream().anyMatch(condition -> condition.holds(event, concern));
        }

        @Override
        public Stream<Condition> parts() {
            return Stream.concat(Stream.of(this), conditions.stream().flatMap(Condition::parts));
        }
    }
}
