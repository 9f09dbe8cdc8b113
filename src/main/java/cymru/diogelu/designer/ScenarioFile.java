package cymru.diogelu.designer;

import cymru.diogelu.designer.Scenario.Answers;
import cymru.diogelu.designer.Scenario.Expectation;
import cymru.diogelu.designer.Scenario.Finish;
import cymru.diogelu.designer.Scenario.Offered;
import cymru.diogelu.designer.Scenario.Passes;
import cymru.diogelu.designer.Scenario.Recorded;
import cymru.diogelu.designer.Scenario.Rest;
import cymru.diogelu.designer.Scenario.Step;
import cymru.diogelu.designer.Scenario.Submit;
import cymru.diogelu.designer.Scenario.Wait;
import cymru.diogelu.language.Bilingual;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a scenario; a word it does not know is refused, so that no expectation is passed over by a typing error. */
final class ScenarioFile {

    private static final Set<String> EXPECTATIONS = Set.of("offered", "notOffered", "recorded");

    /** Days of the calendar or hours of the clock, not both: P1D and PT24H differ on the nights when the clocks change. */
    private static final String LENGTH = "P(\\d+[YMWD])+|PT(\\d+[HMS])+";

    private final String file;

    ScenarioFile(String file) {
        this.file = file;
    }

    /** @throws BrokenScenario naming the file and what cannot be read in it */
    Scenario read(Map<String, Object> yaml) {
        only(yaml, Set.of("name", "given", "otherwise", "steps", "outcome", "passed", "avoided", "keeps"), "scenario");
        Map<String, Object> given = map(yaml, "given");
        only(given, Set.of("at", "by", "concern", "answered", "blank"), "given");
        Map<String, Object> name = map(yaml, "name");
        Rest rest = rest(yaml);
        return new Scenario(
                file,
                new Bilingual(text(name, "en"), text(name, "cy")),
                instant(text(given, "at")),
                text(given, "by"),
                answers(given, "concern", rest),
                steps(yaml).stream().map(step -> step(step, rest)).toList(),
                (String) yaml.get("outcome"),
                texts(yaml, "passed"),
                texts(yaml, "avoided"),
                texts(yaml, "keeps"));
    }

    private Rest rest(Map<String, Object> yaml) {
        Object otherwise = yaml.get("otherwise");
        if (otherwise == null) {
            return Rest.USUAL;
        }
        if (!otherwise.equals("anything")) {
            throw new BrokenScenario(file, "otherwise: unknown word '%s', known is anything".formatted(otherwise));
        }
        return Rest.ANYTHING;
    }

    private Answers answers(Map<String, Object> map, String key, Rest rest) {
        List<String> answered = texts(map, "answered");
        List<String> blank = texts(map, "blank");
        if (rest == Rest.USUAL && !(answered.isEmpty() && blank.isEmpty())) {
            throw new BrokenScenario(file, "answered and blank stand only in a story with 'otherwise: anything'");
        }
        return new Answers(map(map, key), rest, answered, blank);
    }

    private List<?> steps(Map<String, Object> yaml) {
        if (!yaml.containsKey("steps")) {
            throw new BrokenScenario(file, "'steps' is missing");
        }
        return list(yaml, "steps");
    }

    @SuppressWarnings("unchecked")
    private Step step(Object value, Rest rest) {
        Map<String, Object> step = asMap(value, "step");
        Expectation expect = expectation(map(step, "expect"));
        if (step.containsKey("submit")) {
            only(step, Set.of("submit", "about", "by", "answers", "answered", "blank", "refused", "expect"), "step");
            return new Submit(
                    text(step, "submit"),
                    (String) step.get("about"),
                    (String) step.get("by"),
                    answers(step, "answers", rest),
                    map(step, "refused"),
                    expect);
        }
        if (step.containsKey("wait")) {
            only(step, Set.of("wait", "expect"), "step");
            return new Wait(length(text(step, "wait")), expect);
        }
        if (step.containsKey("passes")) {
            only(step, Set.of("passes", "expect"), "step");
            return new Passes(text(step, "passes"), expect);
        }
        only(step, Set.of("finish", "expect"), "step");
        if (!step.containsKey("finish")) {
            throw new BrokenScenario(file, "a step is one of submit, wait, passes, finish, not " + step.keySet());
        }
        return new Finish((Map<String, Map<String, Object>>) (Map<?, ?>) map(step, "finish"), expect);
    }

    private Expectation expectation(Map<String, Object> expect) {
        only(expect, EXPECTATIONS, "expect");
        return new Expectation(
                list(expect, "offered").stream().map(this::offered).toList(),
                texts(expect, "notOffered"),
                list(expect, "recorded").stream().map(this::recorded).toList());
    }

    private Offered offered(Object value) {
        Map<String, Object> offered = asMap(value, "offered");
        only(offered, Set.of("task", "to", "due"), "offered");
        Object due = offered.get("due");
        return new Offered(
                text(offered, "task"), (String) offered.get("to"), due == null ? null : instant(due.toString()));
    }

    private Recorded recorded(Object value) {
        Map<String, Object> recorded = asMap(value, "recorded");
        only(recorded, Set.of("kind", "with"), "recorded");
        return new Recorded(text(recorded, "kind"), map(recorded, "with"));
    }

    private void only(Map<String, Object> map, Set<String> known, String where) {
        map.keySet().stream().filter(key -> !known.contains(key)).findFirst().ifPresent(key -> {
            throw new BrokenScenario(file, "%s: unknown word '%s', known are %s".formatted(where, key, known));
        });
    }

    private String length(String text) {
        if (text.startsWith("P")) {
            if (!text.matches(LENGTH)) {
                throw new BrokenScenario(file, "'%s' is not an ISO 8601 length".formatted(text));
            }
        } else {
            instant(text);
        }
        return text;
    }

    private OffsetDateTime instant(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (java.time.format.DateTimeParseException wrong) {
            throw new BrokenScenario(file, "'%s' is not a date and time with offset".formatted(text));
        }
    }

    private String text(Map<String, Object> map, String key) {
        Object value = map.get(key);
        if (value == null) {
            throw new BrokenScenario(file, "'%s' is missing".formatted(key));
        }
        return value.toString();
    }

    private Map<String, Object> map(Map<String, Object> map, String key) {
        Object value = map.get(key);
        return value == null ? Map.of() : asMap(value, key);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> asMap(@Nullable Object value, String where) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new BrokenScenario(file, "%s: expected keys and values".formatted(where));
    }

    private List<?> list(Map<String, Object> map, String key) {
        Object value = map.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw new BrokenScenario(file, "'%s' must be a list; begin each line of it with a dash".formatted(key));
    }

    private List<String> texts(Map<String, Object> map, String key) {
        return list(map, key).stream().map(String::valueOf).toList();
    }
}
