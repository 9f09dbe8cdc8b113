package cymru.diogelu.worklist.pages;

import cymru.diogelu.cases.CaseReference;
import cymru.diogelu.cases.Cases;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.procedures.OpenTask;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Each case of a list in one line: the child's name and age. The list holds only cases of the reader's groups. */
@Component
class WorklistCases {

    private final Cases cases;
    private final ServiceClock clock;
    private final PageWords words;

    WorklistCases(Cases cases, ServiceClock clock, PageWords words) {
        this.cases = cases;
        this.clock = clock;
        this.words = words;
    }

    /** The lines by the reference of the case. */
    Map<String, String> of(List<OpenTask> tasks, Locale locale) {
        return lines(
                tasks.stream()
                        .map(OpenTask::caseReference)
                        .distinct()
                        .map(CaseReference::new)
                        .toList(),
                locale);
    }

    /** Children of one concern who are both on the list, in one line by the reference of the case. */
    Map<String, String> siblings(List<OpenTask> tasks, Map<String, String> lines) {
        Map<String, String> siblings = new HashMap<>();
        cases.linked(tasks.stream()
                        .map(OpenTask::caseReference)
                        .distinct()
                        .map(CaseReference::new)
                        .toList())
                .forEach((reference, linked) -> siblings.put(
                        reference.value(),
                        linked.stream()
                                .map(other -> lines.getOrDefault(other.value(), "") + " (" + other.value() + ")")
                                .collect(Collectors.joining("; "))));
        return siblings;
    }

    Map<String, String> lines(Collection<CaseReference> references, Locale locale) {
        Map<String, String> lines = new HashMap<>();
        cases.facts(references).forEach((reference, facts) -> lines.put(reference.value(), line(facts, locale)));
        return lines;
    }

    private String line(Map<String, Object> facts, Locale locale) {
        String name = Objects.toString(facts.get("fullName"), words.say("case.unnamed", locale));
        Integer age = age(facts.get("dob"));
        return age == null ? name : words.say("case.aged", locale, name, age);
    }

    private @Nullable Integer age(@Nullable Object born) {
        try {
            return born == null
                    ? null
                    : Period.between(
                                    LocalDate.parse(born.toString()),
                                    LocalDate.ofInstant(clock.instant(), ServiceClock.LONDON))
                            .getYears();
        } catch (DateTimeException noDate) {
            return null;
        }
    }
}
