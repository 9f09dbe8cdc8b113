package cymru.diogelu.forms;

import cymru.diogelu.language.Bilingual;
import cymru.diogelu.language.Language;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Any number of options: boxes to tick or tags. Some of them may be bound to be among the answers. */
record ChoicesKind(Options options, Set<String> mustInclude) implements Kind {

    @Override
    public Object empty() {
        return List.of();
    }

    @Override
    public Reading read(Object raw, Map<String, Object> facts) {
        if (!(raw instanceof List<?> values) || !values.stream().allMatch(String.class::isInstance)) {
            return Reading.refused(Complaint.of("wrongType", "choices"));
        }
        if (values.stream().distinct().count() < values.size()) {
            return Reading.refused(Complaint.of("wrongType", "twice"));
        }
        return options.known() && !options.values(facts).containsAll(values)
                ? Reading.refused(Complaint.of("notAnOption", "choices"))
                : Reading.of(List.copyOf(values));
    }

    @Override
    public void check(Object value, Trial trial) {
        var values = (List<?>) value;
        if (!options.known() && !options.values(trial.scope()).containsAll(values)) {
            trial.complain(Complaint.of("notAnOption", "choices"));
        }
        var missing =
                mustInclude.stream().filter(option -> !values.contains(option)).toList();
        if (!missing.isEmpty()) {
            trial.complain(lacking(missing));
        }
    }

    private Complaint lacking(List<String> missing) {
        return new Complaint(
                "mustInclude", "", Map.of("en", labels(missing, Language.EN), "cy", labels(missing, Language.CY)));
    }

    private String labels(List<String> missing, Language language) {
        return missing.stream()
                .map(value -> options.listed()
                        .getOrDefault(value, new Bilingual(value, value))
                        .in(language))
                .collect(Collectors.joining(", "));
    }

    @Override
    public String noun() {
        return "choices";
    }

    @Override
    public Map<String, Object> constraints(Scope scope) {
        return mustInclude.isEmpty() ? Map.of() : Map.of("mustInclude", List.copyOf(mustInclude));
    }
}
