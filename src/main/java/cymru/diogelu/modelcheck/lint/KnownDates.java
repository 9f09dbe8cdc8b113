package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.reading.FormFile;
import cymru.diogelu.statute.Provision;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Dates of forms are compared with what some form provides, and a clock is started only if something asks for it: a
 * misspelt one starts nothing, and its limit would run from another event without a word.
 */
final class KnownDates implements Rule {

    private static final String ID = "known-dates";
    private static final Told UNKNOWN = Told.error(
            ID,
            "This date is compared with ‘%s’, which no form provides. Correct the name, or mark a date as fact or clock.",
            "Cymherir y dyddiad hwn â ‘%s’, nad oes ffurflen yn ei ddarparu. Cywirwch yr enw, neu nodwch ddyddiad fel"
                    + " ffaith neu gloc.");
    private static final Told NOBODY_ASKS = Told.error(
            ID,
            "This starts the clock ‘%s’, which no limit of the register and no other date asks for.",
            "Mae hyn yn cychwyn y cloc ‘%s’, nad oes terfyn yn y gofrestr na dyddiad arall yn gofyn amdano.");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern NAMED = Pattern.compile("(clock:)?[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*");
    private static final Pattern LENGTH = Pattern.compile("-?P(-?[0-9]{1,4}[YMWD])+");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        Set<String> provided = subject.models().forms().stream()
                .flatMap(FormFile::components)
                .flatMap(KnownDates::provided)
                .collect(Collectors.toSet());
        Set<String> askedFor = subject.models().forms().stream()
                .flatMap(FormFile::components)
                .flatMap(KnownDates::bounds)
                .collect(Collectors.toSet());
        subject.provisions().all().stream()
                .map(Provision::limit)
                .filter(Objects::nonNull)
                .forEach(limit -> askedFor.add("clock:" + limit.startsAt()));
        return subject.models().forms().stream().flatMap(form -> check(form, provided, askedFor));
    }

    private static Stream<Finding> check(FormFile form, Set<String> provided, Set<String> askedFor) {
        Set<String> here = new HashSet<>(provided);
        here.addAll(form.paths());
        return form.components().flatMap(component -> {
            Stream<Finding> unknown = bounds(component)
                    .filter(name -> !here.contains(name))
                    .map(name -> told(UNKNOWN, form, component, name));
            Stream<Finding> inVain = clocks(component)
                    .filter(clock -> !askedFor.contains("clock:" + clock))
                    .map(clock -> told(NOBODY_ASKS, form, component, clock));
            return Stream.concat(unknown, inVain);
        });
    }

    private static Stream<String> provided(Map<?, ?> component) {
        Map<?, ?> properties = FormFile.properties(component);
        boolean dated = "datetime".equals(component.get("type"))
                && ("true".equals(properties.get("fact")) || "true".equals(properties.get("routes")));
        Stream<String> clocks = clocks(component).map(name -> "clock:" + name);
        return dated ? Stream.concat(clocks, Stream.of(Variables.variable(component))) : clocks;
    }

    private static Stream<String> clocks(Map<?, ?> component) {
        return words(component, "clock");
    }

    /** The names that a date is compared with. */
    private static Stream<String> bounds(Map<?, ?> component) {
        return Stream.of("notBefore", "notAfter")
                .flatMap(property -> words(component, property))
                .filter(word -> !word.equals("now") && !word.equals("today"))
                .filter(word -> !LENGTH.matcher(word).matches())
                .filter(word -> NAMED.matcher(word).matches());
    }

    private static Stream<String> words(Map<?, ?> component, String property) {
        return BLANKS.splitAsStream(
                        FormFile.text(FormFile.properties(component), property).strip())
                .filter(word -> !word.isEmpty());
    }

    private static Finding told(Told told, FormFile form, Map<?, ?> component, String name) {
        String element = FormFile.name(component);
        return told.at(form.file(), element, form.json().line(component), name);
    }
}
