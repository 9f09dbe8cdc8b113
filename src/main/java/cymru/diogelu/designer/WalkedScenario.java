package cymru.diogelu.designer;

import cymru.diogelu.language.Bilingual;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A walk by hand, kept in the words of a scenario: what was given, who submitted what, how time passed, and who was asked then. */
final class WalkedScenario {

    private final Map<String, Object> given = new LinkedHashMap<>();
    private final List<Map<String, Object>> steps = new ArrayList<>();

    /** @param concern what differs from the usual concern */
    void begin(String at, String by, Map<String, Object> concern) {
        given.put("at", at);
        given.put("by", by);
        given.put("concern", concern);
    }

    /** @param answers what differs from the usual answers */
    void submit(String task, @Nullable String about, Map<String, Object> answers) {
        Map<String, Object> step = new LinkedHashMap<>();
        step.put("submit", task);
        if (about != null) {
            step.put("about", about);
        }
        if (!answers.isEmpty()) {
            step.put("answers", answers);
        }
        steps.add(step);
    }

    /** @param until the instant that the clock shows afterwards */
    void await(String until) {
        Map<String, Object> step = new LinkedHashMap<>();
        step.put("wait", until);
        steps.add(step);
    }

    /** Who was asked for something new after the last step. */
    void expect(List<Map<String, Object>> offered) {
        if (!steps.isEmpty() && !offered.isEmpty()) {
            steps.get(steps.size() - 1).put("expect", Map.of("offered", offered));
        }
    }

    int steps() {
        return steps.size();
    }

    /**
     * The walk as a file of the scenario book.
     *
     * @param outcome the end that the case has come to; absent while it is open
     */
    String yaml(Bilingual name, @Nullable String outcome) {
        Map<String, Object> story = new LinkedHashMap<>();
        story.put("given", given);
        story.put("steps", steps);
        if (outcome != null) {
            story.put("outcome", outcome);
        }
        return StoryText.of(name, story);
    }
}
