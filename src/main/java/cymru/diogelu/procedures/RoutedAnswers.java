package cymru.diogelu.procedures;

import cymru.diogelu.forms.Field;
import cymru.diogelu.forms.Form;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the accepted answers of a form mean beyond the record: which of them route, which are facts of the child, which
 * start a statutory clock. The form's fields say so in their custom properties; everything else stays in the record.
 */
record RoutedAnswers(Map<String, @Nullable Object> variables, Map<String, Object> facts, Map<String, Instant> clocks) {

    static RoutedAnswers of(Form form, Map<String, ?> answers) {
        return of(form.fields(), "", answers);
    }

    /** Reads one row of a repeated part of the form, such as one child of a concern. */
    static RoutedAnswers ofRow(Form form, String list, Map<String, ?> row) {
        return of(form.fields(), list + "[].", row);
    }

    private static RoutedAnswers of(List<Field> fields, String prefix, Map<String, ?> answers) {
        var routed = new RoutedAnswers(new HashMap<>(), new HashMap<>(), new HashMap<>());
        for (Field field : fields) {
            if (field.path().startsWith(prefix) && field.path().indexOf('.', prefix.length()) < 0) {
                routed.take(field, answers.get(field.path().substring(prefix.length())));
            }
        }
        return routed;
    }

    RoutedAnswers and(RoutedAnswers other) {
        var both = new RoutedAnswers(new HashMap<>(variables), new HashMap<>(facts), new HashMap<>(clocks));
        both.variables.putAll(other.variables);
        both.facts.putAll(other.facts);
        both.clocks.putAll(other.clocks);
        return both;
    }

    private void take(Field field, @Nullable Object answer) {
        String key = field.path().substring(field.path().lastIndexOf('.') + 1);
        if (field.routes()) {
            // An unanswered field is set as well: a model that reads it must find it empty, not missing.
            variables.put(key, answer);
        }
        if (answer == null) {
            return;
        }
        if (field.fact()) {
            facts.put(key, answer);
        }
        field.clock().ifPresent(names -> {
            Instant start = OffsetDateTime.parse((String) answer).toInstant();
            for (String clock : names.split(" ")) {
                clocks.put(clock, start);
            }
        });
    }
}
