package cymru.diogelu.statute;

import cymru.diogelu.api.UsualAnswers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The examples of the rules, as {@code statute/examples.yaml} tells them: what happened, one event a line. A minute lies
 * between two events; every limit is ten hours.
 */
final class Examples {

    static final TimeLimits TEN_HOURS =
            (provision, activation) -> activation.at().plus(Duration.ofHours(10));

    private final Map<String, Object> content;

    /**
     * A case as told.
     *
     * @param marked the event that breaks the rule, which the line says with an exclamation mark
     */
    record Example(CaseHistory history, @Nullable CaseEvent marked) {}

    Examples() {
        try (InputStream file = Objects.requireNonNull(Examples.class.getResourceAsStream("/statute/examples.yaml"))) {
            content = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @param which {@code kept} or {@code broken} */
    Example of(String rule, String which) {
        List<String> told = texts(map("rules", rule).get(which));
        boolean bare = told.get(0).replace("! ", "").startsWith("answered concern")
                || told.get(0).equals("no concern");
        return new Telling()
                .tell(Stream.concat(bare ? Stream.empty() : texts(content.get("before")).stream(), told.stream())
                        .toList());
    }

    private Map<?, ?> map(String part, String key) {
        return (Map<?, ?>) Objects.requireNonNull(
                ((Map<?, ?>) Objects.requireNonNull(content.get(part))).get(key), key + " has no example");
    }

    private static List<String> texts(@Nullable Object list) {
        return ((List<?>) Objects.requireNonNull(list))
                .stream().map(String::valueOf).toList();
    }

    /** One example being told. */
    private final class Telling {

        private final List<CaseEvent> events = new ArrayList<>();
        private Instant at = Instant.parse("2027-02-01T10:00:00Z");
        private @Nullable Instant closedAt;
        private @Nullable CaseEvent marked;

        Example tell(List<String> lines) {
            lines.forEach(this::line);
            return new Example(new CaseHistory(events, closedAt, at, TEN_HOURS), marked);
        }

        private void line(String line) {
            at = at.plus(line.equals("a day later") ? Duration.ofDays(1) : Duration.ofMinutes(1));
            if (line.equals("closed")) {
                closedAt = at;
            } else if (!line.equals("a day later") && !line.equals("no concern")) {
                boolean breaks = line.startsWith("! ");
                CaseEvent event = event(Arrays.asList(line.replace("! ", "").split(" ")));
                events.add(event);
                marked = breaks ? event : marked;
            }
        }

        private CaseEvent event(List<String> words) {
            CaseEvent.Kind kind = Arrays.stream(CaseEvent.Kind.values())
                    .filter(candidate -> candidate.word().equals(words.get(0)))
                    .findFirst()
                    .orElseThrow();
            String id = words.get(1);
            Map<String, Object> data = kind == CaseEvent.Kind.ANSWERED ? UsualAnswers.of(id) : new LinkedHashMap<>();
            List<String> runs = List.of("1");
            String role = String.valueOf(((Map<?, ?>) Objects.requireNonNull(content.get("by"))).get(id));
            String about = null;
            for (String word : words.subList(2, words.size())) {
                if (word.equals("quiet")) {
                    texts(content.get("quiet")).forEach(answer -> change(data, answer));
                } else if (word.startsWith("@")) {
                    runs = List.of(word.substring(1).split("<"));
                } else if (word.startsWith("by=")) {
                    role = word.substring(3);
                } else if (word.startsWith("about=")) {
                    about = word.substring(6);
                } else {
                    change(data, word);
                }
            }
            return new CaseEvent(events.size() + 1, at, kind, id, runs, role, about, data, true);
        }

        /** {@code -key} takes an answer away; {@code key=value} gives one, {@code key=[a,b]} a list. */
        private void change(Map<String, Object> data, String word) {
            boolean away = word.startsWith("-");
            String key = away ? word.substring(1) : word.substring(0, word.indexOf('='));
            int rows = key.indexOf("[].");
            if (rows >= 0) {
                List<Map<String, Object>> changed = new ArrayList<>();
                for (Object row : (List<?>) Objects.requireNonNull(data.get(key.substring(0, rows)))) {
                    Map<String, Object> copy = new LinkedHashMap<>();
                    ((Map<?, ?>) row).forEach((name, value) -> copy.put(String.valueOf(name), value));
                    change(copy, word.replace(key, key.substring(rows + 3)));
                    changed.add(copy);
                }
                data.put(key.substring(0, rows), changed);
            } else if (away) {
                data.remove(key);
            } else {
                data.put(key, value(word.substring(word.indexOf('=') + 1)));
            }
        }

        private static Object value(String text) {
            if (text.startsWith("[")) {
                return text.length() == 2
                        ? List.of()
                        : List.of(text.substring(1, text.length() - 1).split(","));
            }
            return text.equals("true") || text.equals("false") ? (Object) Boolean.valueOf(text) : text;
        }
    }
}
