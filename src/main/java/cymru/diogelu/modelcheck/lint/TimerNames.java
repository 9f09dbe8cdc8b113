package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.reading.Extensions;
import cymru.diogelu.modelcheck.reading.Node;
import cymru.diogelu.statute.Limit;
import cymru.diogelu.statute.Provision;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A timer says in both languages the very limit that its date is worked out from. */
final class TimerNames implements Rule {

    private static final String ID = "timer-names";
    private static final Pattern DUE = Pattern.compile("deadline\\.due\\(\\s*['\"]([^'\"]+)['\"]\\s*\\)");

    /** Asked again at a step that has been asked already. */
    private static final Pattern MORE = Pattern.compile("\\b(more|further|another) ");

    private static final Pattern NUMBER = Pattern.compile("\\d");

    private static final Told OTHER_LIMIT = Told.error(
            ID,
            "‘%1$s’ is not the limit of %2$s; the name should begin with ‘%3$s’.",
            "Nid ‘%1$s’ yw terfyn amser %2$s; dylai'r enw ddechrau gyda ‘%3$s’.");
    private static final Told NO_LIMIT = Told.error(
            ID,
            "%2$s has no limit of time, so ‘%1$s’ cannot wait for it.",
            "Nid oes terfyn amser gan %2$s, felly ni all ‘%1$s’ aros amdano.");
    private static final Told NUMBER_OF_ITS_OWN = Told.error(
            ID,
            "‘%1$s’ names a length, but its date is not worked out from a provision; ask %2$s for it.",
            "Mae ‘%1$s’ yn enwi hyd, ond ni chyfrifir ei ddyddiad o ddarpariaeth; gofynnwch i %2$s amdano.");

    private static final Told OTHER_PROVISION = Told.error(
            ID,
            "The limit chosen here is %1$s, but the date is ‘%2$s’. Under Timer choose Date and write"
                    + " ${deadline.due('%1$s')}, or choose the limit of the date.",
            "Y terfyn a ddewiswyd yma yw %1$s, ond y dyddiad yw ‘%2$s’. O dan ‘Timer’ dewiswch ‘Date’ ac ysgrifennwch"
                    + " ${deadline.due('%1$s')}, neu dewiswch derfyn y dyddiad.");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        return subject.models().procedures().stream()
                .flatMap(procedure -> procedure.nodes().stream())
                .filter(node -> node.defines("timerEventDefinition"))
                .flatMap(timer -> Stream.concat(chosen(timer).stream(), timer(subject, timer)));
    }

    /** The element template of a deadline asks for the limit, and cannot write the date itself. */
    private static Optional<Finding> chosen(Node timer) {
        Matcher due = DUE.matcher(timer.date());
        String asked = due.find() ? due.group(1) : "";
        return Extensions.property(timer.xml(), "provision")
                .filter(provision -> !provision.equals(asked))
                .map(provision -> found(OTHER_PROVISION, timer, provision, timer.date()));
    }

    private static Stream<Finding> timer(Subject subject, Node timer) {
        Matcher due = DUE.matcher(timer.date());
        if (!due.find()) {
            return NUMBER.matcher(timer.name()).find()
                    ? Stream.of(found(NUMBER_OF_ITS_OWN, timer, timer.name(), "deadline.due"))
                    : Stream.empty();
        }
        return subject.provisions().find(due.group(1)).stream().flatMap(provision -> names(timer, provision));
    }

    private static Stream<Finding> names(Node timer, Provision provision) {
        @Nullable Limit limit = provision.limit();
        if (limit == null) {
            return Stream.of(found(NO_LIMIT, timer, timer.name(), provision.id()));
        }
        String welsh = Extensions.welshName(timer.xml());
        return Stream.of(
                        other(timer, timer.name(), provision, limit.text().en()),
                        welsh.isEmpty()
                                ? Optional.<Finding>empty()
                                : other(
                                        timer,
                                        welsh,
                                        provision,
                                        withoutThat(limit.text().cy())))
                .flatMap(Optional::stream);
    }

    private static Optional<Finding> other(Node timer, String name, Provision provision, String limit) {
        String plain = MORE.matcher(name).replaceFirst("");
        return plain.matches(Pattern.quote(limit) + "(?!\\p{L}).*")
                ? Optional.empty()
                : Optional.of(found(OTHER_LIMIT, timer, name, provision.id(), limit));
    }

    /** A name says before what; the words of the limit can only say "before that". */
    private static String withoutThat(String limit) {
        return limit.replaceAll(" hynny$", "");
    }

    private static Finding found(Told told, Node timer, Object... gaps) {
        return told.at(timer.procedure().file(), timer.xml(), gaps);
    }
}
