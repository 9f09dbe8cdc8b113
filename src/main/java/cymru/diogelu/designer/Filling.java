package cymru.diogelu.designer;

import cymru.diogelu.designer.Scenario.Answers;
import cymru.diogelu.designer.Scenario.Rest;
import cymru.diogelu.forms.Form;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** Fills forms for a story: what it says, and beside that the usual answers or any that the form takes. */
record Filling(Map<String, Map<String, Object>> usual, Clock clock) {

    private static final int MOST_TRIES = 50;

    /** @param facts what the form is told of the case */
    Map<String, Object> of(Form form, Map<String, Object> facts, Answers answers) {
        return answers.rest() == Rest.USUAL ? asUsual(form, answers.given()) : anything(form, facts, answers);
    }

    private Map<String, Object> asUsual(Form form, Map<String, Object> given) {
        Map<String, Object> answers = new HashMap<>(usual.getOrDefault(form.id(), Map.of()));
        given.forEach((key, value) -> {
            if (value == null) {
                answers.remove(key);
            } else {
                answers.put(key, value);
            }
        });
        return answers;
    }

    /** The first that the form takes, always the same; where it takes none, the last, so that its objections are told. */
    private Map<String, Object> anything(Form form, Map<String, Object> facts, Answers answers) {
        Map<String, Boolean> settled = new HashMap<>();
        answers.answered().forEach(path -> settled.put(path, true));
        answers.blank().forEach(path -> settled.put(path, false));
        Map<String, Object> tried = Map.of();
        for (int seed = 1; seed <= MOST_TRIES; seed++) {
            tried = new AnyAnswers(new Random(seed)).answers(form, facts, clock.instant(), answers.given(), settled);
            if (form.judge(tried, facts, clock.instant()).ok()) {
                return tried;
            }
        }
        return tried;
    }
}
