package cymru.diogelu.statute;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads conditions: a map with one operator. Answers are texts, so that a bare yes, which YAML takes for true, is refused. */
record ConditionReader(RegisterEntry entry) {

    Condition read(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map) || map.size() != 1) {
            throw entry.broken("'%s' is no condition with one operator".formatted(value));
        }
        Map.Entry<?, ?> only = map.entrySet().iterator().next();
        Object asked = only.getValue();
        return switch (String.valueOf(only.getKey())) {
            case "equals" -> keyed(asked, (key, expected) -> new Condition.In(key, Set.of(text(expected))));
            case "in" -> keyed(asked, (key, expected) -> new Condition.In(key, texts(expected)));
            case "contains" -> keyed(asked, (key, expected) -> new Condition.Contains(key, texts(expected)));
            case "written" -> each(asked, Condition.Written::new);
            case "true" -> each(asked, Condition.Ticked::new);
            case "by" -> new Condition.By(texts(asked));
            case "about" -> new Condition.About(texts(asked));
            case "not" -> new Condition.Not(read(asked));
            case "all" -> new Condition.All(several(asked));
            case "any" -> new Condition.Any(several(asked));
            default -> throw entry.broken("'%s' is no operator".formatted(only.getKey()));
        };
    }

    private Condition keyed(Object asked, BiFunction<String, Object, Condition> condition) {
        if (!(asked instanceof Map<?, ?> map) || map.isEmpty()) {
            throw entry.broken("'%s' asks nothing of any answer".formatted(asked));
        }
        return all(map.entrySet().stream()
                .map(key -> condition.apply(text(key.getKey()), key.getValue()))
                .toList());
    }

    private Condition each(Object asked, Function<String, Condition> condition) {
        return all(texts(asked).stream().map(condition).toList());
    }

    private static Condition all(List<Condition> conditions) {
        return conditions.size() == 1 ? conditions.get(0) : new Condition.All(conditions);
    }

    private List<Condition> several(Object asked) {
        if (asked instanceof List<?> list && !list.isEmpty()) {
            return list.stream().map(this::read).toList();
        }
        throw entry.broken("'%s' is no list of conditions".formatted(asked));
    }

    /** One text, or a list of them. */
    Set<String> texts(@Nullable Object value) {
        Set<String> texts = new LinkedHashSet<>();
        (value instanceof List<?> list ? list : List.of(text(value))).forEach(item -> texts.add(text(item)));
        if (texts.isEmpty()) {
            throw entry.broken("a list is empty");
        }
        return texts;
    }

    private String text(@Nullable Object value) {
        if (value instanceof String text && !text.isBlank()) {
            return text;
        }
        throw entry.broken("'%s' is not a text".formatted(value));
    }
}
