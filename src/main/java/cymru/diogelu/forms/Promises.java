package cymru.diogelu.forms;

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

    static void check(Question question, List<String> path, Source source) {
        var properties = question.traits().properties();
        for (var name : List.of("routes", "fact")) {
            if (!Set.of("true", "false").contains(properties.getOrDefault(name, "false"))) {
                throw source.broken("%s is neither true nor false".formatted(name));
            }
        }
        if ("true".equals(properties.get("routes"))) {
            checkRouting(question, path, source);
        }
        if (properties.containsKey("clock")) {
            checkClock(question, source);
        }
        boolean dated = question.kind() instanceof MomentKind moment && moment.subtype() != Subtype.TIME;
        refuse(
                source,
                !dated && (properties.containsKey("notAfter") || properties.containsKey("notBefore")),
                "notAfter and notBefore are for dates");
        refuse(
                source,
                !(question.kind() instanceof ChoicesKind) && properties.containsKey("mustInclude"),
                "mustInclude is for checklists and tag lists");
    }

    private static void checkRouting(Question question, List<String> path, Source source) {
        refuse(source, !ROUTING.contains(question.traits().type()), "free text may not become an engine variable");
        refuse(source, path.size() > 2, "a field deeper than the rows of one list cannot be an engine variable");
        refuse(source, question.fixed(), "a field that takes no answer cannot be an engine variable");
    }

    private static void checkClock(Question question, Source source) {
        boolean instant = question.kind() instanceof MomentKind moment
                && (moment.subtype() == Subtype.DATE
                        || moment.subtype() == Subtype.DATETIME && moment.format() != Format.NO_TIMEZONE);
        refuse(
                source,
                !instant,
                "a clock starts at a date, or at a date and time with offset (utc_offset or utc_normalized)");
        refuse(source, question.traits().properties().getOrDefault("clock", "").isBlank(), "the clock has no name");
    }

    private static void refuse(Source source, boolean broken, String reason) {
        if (broken) {
            throw source.broken(reason);
        }
    }
}
