package cymru.diogelu.statute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads which events a rule speaks of: one pattern, or a list of patterns any of which will do. A pattern is a kind with
 * one id, a list of ids or {@code any}, and {@code where} and {@code unless} with conditions.
 */
record ActivityReader(RegisterEntry entry, boolean excuses) {

    private static final String ANY = "any";

    Activity required(String key) {
        Activity activity = optional(key);
        if (activity == null) {
            throw entry.broken("'%s' is missing".formatted(key));
        }
        return activity;
    }

    @Nullable
    Activity optional(String key) {
        Object value = entry.content().get(key);
        if (value == null) {
            return null;
        }
        List<?> patterns = value instanceof List<?> list ? list : List.of(value);
        return new Activity(patterns.stream().map(this::pattern).toList());
    }

    private Activity.Pattern pattern(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw entry.broken("'%s' names no event".formatted(value));
        }
        ConditionReader conditions = new ConditionReader(entry);
        List<String> kinds = new ArrayList<>();
        map.keySet().forEach(key -> kinds.add(String.valueOf(key)));
        kinds.removeAll(excuses ? Set.of("where", "unless") : Set.of("where"));
        if (kinds.size() != 1) {
            throw entry.broken("'%s' has to name one kind of event".formatted(map));
        }
        return new Activity.Pattern(
                kind(kinds.get(0)),
                ids(map.get(kinds.get(0))),
                map.containsKey("where") ? conditions.read(map.get("where")) : Condition.ALWAYS,
                map.containsKey("unless") ? conditions.read(map.get("unless")) : Condition.NEVER);
    }

    private CaseEvent.Kind kind(String word) {
        return Arrays.stream(CaseEvent.Kind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> entry.broken("'%s' is no kind of event".formatted(word)));
    }

    private Set<String> ids(@Nullable Object value) {
        return ANY.equals(value) ? Set.of() : new ConditionReader(entry).texts(value);
    }
}
