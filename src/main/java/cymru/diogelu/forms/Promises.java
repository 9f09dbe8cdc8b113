package cymru.diogelu.forms;

import cymru.diogelu.forms.Component.Computed;
import cymru.diogelu.forms.Component.Question;
import cymru.diogelu.forms.MomentKind.Format;
import cymru.diogelu.forms.MomentKind.Subtype;
import java.util.List;
import java.util.Set;

/**
 * What the custom properties of a field promise to the rest of the system, refused where it could not be kept: free text
 * never becomes an engine variable, and a statutory clock starts at an instant.
 */
final class Promises {

    private static final Set<String> ROUTING =
            Set.of("radio", "select", "checkbox", "checklist", "taglist", "number", "datetime");

    private Promises() {}

    static void check(Component field, List<String> path, Source source, Faults faults) {
        var properties = field.traits().properties();
        for (var name : List.of("routes", "fact")) {
            if (!Set.of("true", "false").contains(properties.getOrDefault(name, "false"))) {
                faults.add(source.broken("%s is neither true nor false".formatted(name)));
            }
        }
        boolean reached = path.size() == 1 || path.size() == 2 && path.get(0).endsWith("[]");
        for (var name : List.of("routes", "fact", "clock")) {
            refuse(
                    faults,
                    source,
                    !reached && !"false".equals(properties.getOrDefault(name, "false")),
                    "%s is for the top of the form and the rows of one list".formatted(name));
        }
        if ("true".equals(properties.get("routes"))) {
            faults.attempt(() -> checkRouting(field, source));
        }
        if (properties.containsKey("clock")) {
            faults.attempt(() -> checkClock(field, source));
        }
        if (properties.containsKey("departsFrom")) {
            faults.attempt(() -> checkDeparture(field, path, source));
        }
        var moment = field instanceof Question question && question.kind() instanceof MomentKind kind ? kind : null;
        for (var name : List.of("notAfter", "notBefore", "says")) {
            refuse(
                    faults,
                    source,
                    properties.containsKey(name) && (moment == null || moment.subtype() == Subtype.TIME),
                    name + " is for dates");
        }
        refuse(
                faults,
                source,
                !Set.of("", "consultation", "dissent").contains(properties.getOrDefault("tells", "")),
                "tells is neither consultation nor dissent");
        boolean several = field instanceof Question question && question.kind() instanceof ChoicesKind;
        refuse(
                faults,
                source,
                !several && properties.containsKey("mustInclude"),
                "mustInclude is for checklists and tag lists");
    }

    private static void checkRouting(Component field, Source source) {
        refuse(source, !ROUTING.contains(field.traits().type()), "free text may not become an engine variable");
        refuse(
                source,
                field instanceof Question question && question.fixed(),
                "a field that takes no answer cannot be an engine variable");
    }

    /** What an expression gives shows only when it is worked out; it stands where a date would, or nothing. */
    private static void checkClock(Component field, Source source) {
        boolean instant = field instanceof Computed
                || field instanceof Question question
                        && question.kind() instanceof MomentKind moment
                        && moment.subtype() == Subtype.DATETIME
                        && moment.format() != Format.NO_TIMEZONE;
        refuse(source, !instant, "a clock starts at a date and time with offset (utc_offset or utc_normalized)");
        refuse(source, field.traits().properties().getOrDefault("clock", "").isBlank(), "the clock has no name");
    }

    /** Asked of everybody it would make a departure of every answer; left empty it would be one without a reason. */
    private static void checkDeparture(Component field, List<String> path, Source source) {
        boolean asks = field instanceof Question question
                && question.kind() instanceof TextKind
                && question.required()
                && path.size() == 1
                && field.traits().hide() != null;
        refuse(source, !asks, "departsFrom is for a required text at the top of the form that has a condition");
    }

    private static void refuse(Faults faults, Source source, boolean broken, String reason) {
        faults.attempt(() -> refuse(source, broken, reason));
    }

    private static void refuse(Source source, boolean broken, String reason) {
        if (broken) {
            throw source.broken(reason);
        }
    }
}
