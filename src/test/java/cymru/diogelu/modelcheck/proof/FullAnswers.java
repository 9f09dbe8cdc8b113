package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.designer.AnyAnswers;
import cymru.diogelu.forms.Form;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers to everything that a form asks, of which the game has chosen those that it follows. */
record FullAnswers(Net net, Slice slice, AnyAnswers generator) {

    /** @param facts what the engine tells the form */
    Map<String, Object> of(Form form, Map<String, Object> facts, Instant now, Step step, Map<String, Object> chosen) {
        Map<String, Object> flat = FormSpace.flat(chosen);
        Map<String, Boolean> settled = new HashMap<>();
        net.questions(step.form()).stream()
                .filter(question -> slice.space(step).tells(question))
                // What a row asks of itself is not followed: such a question may be shown or not.
                .filter(question -> question.hides().stream().noneMatch(hide -> hide.contains("this.")))
                .filter(question -> question.atTheTop() || ofAChild(question.path()))
                .forEach(question -> settled.put(question.path(), flat.containsKey(question.path())));
        return generator.answers(form, facts, now, fixed(chosen), settled);
    }

    /** Of other lists the game tries one row, which may be fewer than are asked for. */
    private static boolean ofAChild(String path) {
        return path.startsWith("children");
    }

    /** Without what stands for any text. */
    private static Map<String, Object> fixed(Map<String, Object> chosen) {
        Map<String, Object> fixed = new LinkedHashMap<>();
        chosen.forEach((key, value) -> {
            if (value instanceof List<?> rows && rows.get(0) instanceof Map<?, ?> row) {
                if (ofAChild(key)) {
                    fixed.put(key, List.of(fixed(answers(row))));
                }
            } else if (!FormSpace.WRITTEN.equals(value)) {
                fixed.put(key, value);
            }
        });
        return fixed;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> answers(Map<?, ?> row) {
        return (Map<String, Object>) row;
    }
}
