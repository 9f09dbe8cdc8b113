package cymru.diogelu.worklist.pages;

import cymru.diogelu.forms.Form;
import cymru.diogelu.language.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Two people's answers to the same form, question by question. */
final class ComparedLines {

    /**
     * One question.
     *
     * @param mine the reader's answer, null where they gave none
     * @param theirs the other person's
     */
    record Line(String key, String label, @Nullable String mine, @Nullable String theirs) {

        public boolean differs() {
            return !Objects.equals(mine, theirs);
        }
    }

    private ComparedLines() {}

    /**
     * The questions that either has answered, in the order of the form.
     *
     * @param facts what is known already: it decides which questions are asked at all
     */
    static List<Line> of(
            Form form,
            Map<String, Object> facts,
            Language language,
            Map<String, Object> mine,
            Map<String, Object> theirs,
            PageWords words) {
        Map<String, Line> lines = new LinkedHashMap<>();
        AnsweredLines.of(form.render(language, facts, mine), words)
                .forEach(line -> lines.put(line.key(), new Line(line.key(), line.label(), line.value(), null)));
        AnsweredLines.of(form.render(language, facts, theirs), words).forEach(line -> {
            Line before = lines.get(line.key());
            String own = before == null ? null : before.mine();
            lines.put(line.key(), new Line(line.key(), line.label(), own, line.value()));
        });
        return lines.values().stream()
                .filter(line -> line.mine() != null || line.theirs() != null)
                .toList();
    }
}
