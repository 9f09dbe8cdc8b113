package cymru.diogelu.invariants;

import cymru.diogelu.forms.Form;
import cymru.diogelu.forms.Judgement;
import cymru.diogelu.invariants.FormFile.Asked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks the judge of forms what a form refuses, over every answer and fact that its conditions read. */
final class Questions {

    private static final Instant NOW = Instant.parse("2026-03-02T10:15:00Z");
    private static final Set<String> REFUSED = Set.of("required", "tooFewRows");

    private final Pathway pathway;

    Questions(Pathway pathway) {
        this.pathway = pathway;
    }

    /**
     * Finds the answers with which a form can be handed in although a question was left open.
     *
     * @param given the answers in whose case the question has to be answered
     */
    List<Finding> demands(FormFile form, String key, Map<String, Object> given) {
        Optional<Asked> asked = form.asked(key);
        if (asked.isEmpty() || form.form().isEmpty()) {
            return List.of(form.finding(key, asked.isEmpty() ? "is not asked" : "the form cannot be read"));
        }
        return open(form, form.form().get(), asked.get(), given).stream()
                .map(answers -> form.finding(key, "may stay unanswered, as with " + answers))
                .limit(1)
                .toList();
    }

    private Optional<Map<String, Object>> open(FormFile file, Form form, Asked asked, Map<String, Object> given) {
        Map<String, Set<Object>> values = new LinkedHashMap<>();
        relevant(file, asked).stream()
                .filter(name -> !given.containsKey(name))
                .forEach(name -> values.put(name, values(file, name)));
        String key = asked.place().replace("[]", "[0]");
        return Table.combinations(values.keySet(), values).stream()
                .map(combination -> and(given, combination))
                .filter(answers -> !refuses(judge(file, form, answers, asked), key))
                .findFirst();
    }

    private static Map<String, Object> and(Map<String, Object> some, Map<String, Object> more) {
        Map<String, Object> all = new LinkedHashMap<>(some);
        all.putAll(more);
        return all;
    }

    private static boolean refuses(Judgement judgement, String key) {
        return judgement.errors().stream().anyMatch(error -> error.key().equals(key) && REFUSED.contains(error.code()));
    }

    /** Whether an answer to one question, whatever else was answered, is refused. */
    boolean refusesAnswer(FormFile file, String key, Object answer, Map<String, Object> given) {
        Asked asked = file.asked(key).orElseThrow();
        Judgement judgement = judge(file, file.form().orElseThrow(), and(given, Map.of(key, answer)), asked);
        return judgement.errors().stream()
                .anyMatch(error -> error.key().equals(asked.place().replace("[]", "[0]")));
    }

    /** Hands in what is an answer as an answer and everything else as a fact; each list but the one in question has a row. */
    private static Judgement judge(FormFile file, Form form, Map<String, Object> all, Asked inQuestion) {
        Map<String, Object> answers = new LinkedHashMap<>();
        Map<String, Object> facts = new LinkedHashMap<>();
        Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
        file.asked().stream()
                .filter(list -> list.list() && !list.equals(inQuestion))
                .forEach(list -> rows.put(list.place(), new LinkedHashMap<>()));
        all.forEach((name, value) -> file.asked(name)
                .ifPresentOrElse(asked -> put(answers, rows, asked, value), () -> facts.put(name, value)));
        rows.forEach((list, row) -> put(answers, list, all.get(list) instanceof List<?> given ? given : List.of(row)));
        return form.judge(answers, facts, NOW);
    }

    private static void put(
            Map<String, Object> answers, Map<String, Map<String, Object>> rows, Asked asked, @Nullable Object value) {
        if (value == null || asked.list()) {
            return;
        }
        int end = asked.place().lastIndexOf("[].");
        if (end < 0) {
            put(answers, asked.place(), value);
        } else {
            rows.get(asked.place().substring(0, end)).put(asked.key(), value);
        }
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> answers, String place, Object value) {
        Map<String, Object> holder = answers;
        String[] parts = place.split("\\.");
        for (int part = 0; part < parts.length - 1; part++) {
            holder = (Map<String, Object>) holder.computeIfAbsent(parts[part], name -> new LinkedHashMap<>());
        }
        holder.put(parts[parts.length - 1], value);
    }

    /** Every name that the conditions read which can hide a question, or hide what they read. */
    private static Set<String> relevant(FormFile file, Asked asked) {
        Set<String> relevant = new TreeSet<>();
        List<Asked> open = new ArrayList<>(List.of(asked));
        while (!open.isEmpty()) {
            for (String name : names(open.remove(0).hides())) {
                if (relevant.add(name)) {
                    file.asked(name).ifPresent(open::add);
                }
            }
        }
        return relevant;
    }

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");
    private static final Set<String> FEEL = Set.of(
            "not",
            "list",
            "contains",
            "if",
            "then",
            "else",
            "null",
            "or",
            "and",
            "some",
            "in",
            "satisfies",
            "this",
            "true",
            "false",
            "item",
            "every",
            "count",
            "c",
            "s");

    private static Set<String> names(List<String> conditions) {
        Set<String> names = new TreeSet<>();
        conditions.forEach(condition -> {
            var matcher = NAME.matcher(condition.replaceAll("\"[^\"]*\"", ""));
            while (matcher.find()) {
                names.add(matcher.group());
            }
        });
        names.removeAll(FEEL);
        return names;
    }

    private Set<Object> values(FormFile file, String name) {
        Set<Object> values = new LinkedHashSet<>();
        file.asked(name).ifPresent(question -> values.addAll(Pathway.answers(question)));
        if (values.isEmpty()) {
            values.addAll(pathway.offered(name));
            pathway.tables().stream()
                    .flatMap(
                            table -> table.rows().stream().map(row -> row.then().replace("\"", "")))
                    .filter(output -> decides(name, output))
                    .forEach(values::add);
        }
        values.add(null);
        return values;
    }

    private boolean decides(String variable, String output) {
        return pathway.procedures().stream()
                .flatMap(procedure -> procedure.steps().values().stream())
                .filter(step -> variable.equals(step.result()))
                .map(step -> pathway.table(String.valueOf(step.decision())))
                .anyMatch(table -> table.rows().stream()
                        .anyMatch(row -> row.then().replace("\"", "").equals(output)));
    }
}
