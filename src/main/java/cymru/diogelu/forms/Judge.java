package cymru.diogelu.forms;

import cymru.diogelu.forms.Component.Computed;
import cymru.diogelu.forms.Component.Question;
import cymru.diogelu.forms.Component.Rows;
import cymru.diogelu.language.Bilingual;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goes through a form that was handed in, collecting what can be accepted and everything that is wrong. */
final class Judge {

    /** A body full of unknown keys is not answered line by line. */
    private static final int STRAYS_TOLD = 20;

    private final Messages messages;
    private final Map<String, Bilingual> words;
    private final Instant now;
    private final Map<String, Object> accepted = new LinkedHashMap<>();
    private final List<FieldError> errors = new ArrayList<>();
    private int strays;
    private String lastStray = "";

    Judge(Messages messages, Map<String, Bilingual> words, Instant now) {
        this.messages = messages;
        this.words = words;
        this.now = now;
    }

    Judgement judge(Form form, Map<String, Object> answers, Map<String, Object> facts) {
        var filling = Filling.answered(form.level(), answers, facts);
        Visibility.settle(filling);
        judge(filling.entries(), answers);
        form.shape().strays(answers, this::stray);
        countOtherStrays();
        return new Judgement(accepted, errors);
    }

    private void judge(List<Entry> entries, Map<String, Object> answers) {
        for (var entry : entries) {
            var scope = entry.scope();
            if (scope == null) {
                continue;
            }
            if (entry.component() instanceof Question question && !question.fixed()) {
                judge(entry, question, scope);
            } else if (entry.component() instanceof Computed) {
                accept(entry, entry.value());
            } else if (entry.component() instanceof Rows rows) {
                count(entry, rows, answers);
            }
            entry.parts().forEach(part -> judge(part, answers));
        }
    }

    private void judge(Entry entry, Question question, Scope scope) {
        var problem = entry.problem();
        var value = entry.value();
        if (problem != null) {
            complain(entry, problem);
        } else if (value == null || value.equals(question.kind().empty())) {
            acceptNothing(entry, question);
        } else {
            var trial = Trial.of(scope, now, words);
            question.kind().check(value, trial);
            trial.complaints().forEach(complaint -> complain(entry, complaint));
            accept(entry, trial.complaints().isEmpty() ? value : null);
        }
    }

    /** A box left alone is an answer, everything else left empty is none. */
    private void acceptNothing(Entry entry, Question question) {
        if (question.required()) {
            complain(entry, Complaint.of("required", question.kind().noun()));
        } else if (question.kind() instanceof TickKind) {
            accept(entry, false);
        }
    }

    private void count(Entry entry, Rows rows, Map<String, Object> answers) {
        int count = Tree.get(answers, entry.path()) instanceof List<?> list ? list.size() : 0;
        if (count < rows.min()) {
            complain(entry, Complaint.limit("tooFewRows", String.valueOf(rows.min())));
        }
        if (count > rows.max()) {
            complain(entry, Complaint.limit("tooManyRows", String.valueOf(rows.max())));
        }
        complainOfTwins(entry, rows);
        if (!entry.parts().isEmpty()) {
            var kept = new ArrayList<Map<String, Object>>();
            entry.parts().forEach(part -> kept.add(new LinkedHashMap<>()));
            accept(entry, kept);
        }
    }

    /** Two rows are the same when they agree in every answer of which the list says so; one without an answer is like none. */
    private void complainOfTwins(Entry entry, Rows rows) {
        var seen = new HashSet<List<String>>();
        for (int row = 0; !rows.distinct().isEmpty() && row < entry.parts().size(); row++) {
            var answers = rows.distinct().stream()
                    .map(answers(entry.parts().get(row))::get)
                    .toList();
            if (!answers.contains(null) && !seen.add(answers)) {
                var path = new ArrayList<>(entry.path());
                path.add(row);
                errors.add(new FieldError(
                        Entry.key(path),
                        "twice",
                        messages.say(Complaint.of("twice"), entry.component().label())));
            }
        }
    }

    private static Map<String, String> answers(List<Entry> row) {
        var answers = new HashMap<String, String>();
        for (var entry : row) {
            var value = entry.value();
            if (entry.scope() != null && value != null) {
                answers.put(
                        String.join(".", entry.component().path()),
                        value.toString().replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT));
            }
        }
        return answers;
    }

    private void accept(Entry entry, @Nullable Object value) {
        if (value != null) {
            Tree.put(accepted, entry.path(), value);
        }
    }

    private void complain(Entry entry, Complaint complaint) {
        var key = entry.key();
        errors.add(new FieldError(
                key, complaint.code(), messages.say(complaint, entry.component().label())));
    }

    private void stray(List<Object> path, Complaint complaint) {
        if (strays++ <= STRAYS_TOLD) {
            lastStray = Characters.harmless(Entry.key(path));
            object(lastStray, complaint);
        }
    }

    private void countOtherStrays() {
        int others = strays - STRAYS_TOLD - 1;
        if (others > 0) {
            errors.remove(errors.size() - 1);
            object(lastStray, new Complaint("unknownKey", "more", Map.of("limit", String.valueOf(others))));
        }
    }

    private void object(String key, Complaint complaint) {
        errors.add(new FieldError(key, complaint.code(), messages.say(complaint, new Bilingual(key, key))));
    }
}
