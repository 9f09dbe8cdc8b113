package cymru.diogelu.forms;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Between what a date may lie.
 *
 * @param says the sentence that tells of a date outside, such as {@code tooEarly.adult}; empty for the usual one
 */
record Bounds(List<Bound> earliest, List<Bound> latest, String says) {

    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter WELSH =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.forLanguageTag("cy"));

    Stream<Bound> all() {
        return Stream.concat(earliest.stream(), latest.stream());
    }

    /** @param code {@code tooEarly} or {@code tooLate}; of now and today the sentence is about past and future */
    Complaint complaint(String code, Bound bound, Moment edge, Trial trial) {
        if (says.startsWith(code + ".")) {
            return Complaint.of(code, says.substring(code.length() + 1));
        }
        if (bound instanceof Bound.Named named) {
            return Complaint.own(code, trial.words(named.name()));
        }
        if (bound instanceof Bound.FromToday from && !from.length().isZero()) {
            return new Complaint(
                    code,
                    "",
                    Map.of("en", edge.day().format(ENGLISH), "cy", edge.day().format(WELSH)));
        }
        return Complaint.of(code.equals("tooLate") ? "inTheFuture" : "inThePast");
    }

    void describe(Map<String, Object> constraints) {
        describe("notAfter", latest, constraints);
        describe("notBefore", earliest, constraints);
    }

    private static void describe(String name, List<Bound> bounds, Map<String, Object> constraints) {
        if (!bounds.isEmpty()) {
            constraints.put(name, bounds.stream().map(Bound::word).collect(Collectors.joining(" ")));
        }
    }
}
