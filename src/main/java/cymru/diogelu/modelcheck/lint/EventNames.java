package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.reading.Flow;
import cymru.diogelu.modelcheck.reading.Node;
import cymru.diogelu.modelcheck.reading.NodeKind;
import cymru.diogelu.modelcheck.reading.Procedure;
import cymru.diogelu.modelcheck.reading.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The name of an event tells what has come about, and the name of an end how the procedure came out. */
final class EventNames implements Rule {

    private static final String ID = "event-names";

    /** A name of these words alone fits every procedure. */
    private static final Set<String> EMPTY_WORDS = Set.of(
            "begin",
            "begins",
            "begun",
            "case",
            "complete",
            "completed",
            "done",
            "end",
            "ended",
            "ends",
            "event",
            "finish",
            "finished",
            "over",
            "procedure",
            "process",
            "reached",
            "stage",
            "start",
            "started",
            "starts",
            "stop",
            "stopped",
            "the");

    private static final Told NONE = Told.warning(
            ID,
            "This event has no name; say what has come about, such as ‘Report received’.",
            "Nid oes enw ar y digwyddiad hwn; dywedwch beth sydd wedi digwydd, megis ‘Report received’.");
    private static final Told EMPTY = Told.warning(
            ID,
            "‘%s’ could be said of any procedure; say what has come about.",
            "Gellid dweud ‘%s’ am unrhyw weithdrefn; dywedwch beth sydd wedi digwydd.");
    private static final Told ONE_WORD = Told.warning(
            ID,
            "‘%s’ should name a thing and what has become of it, such as ‘Report received’.",
            "Dylai ‘%s’ enwi peth a'r hyn a ddaeth ohono, megis ‘Report received’.");
    private static final Told CAPITALS = Told.warning(
            ID,
            "‘%s’ should have one capital letter, at its beginning.",
            "Dylai fod un briflythyren yn ‘%s’, ar ei ddechrau.");
    private static final Told SAME_END = Told.warning(
            ID,
            "Another end of this procedure is called ‘%s’ too; name each outcome for what it is, or lead both to one end.",
            "Gelwir diwedd arall yn y weithdrefn hon yn ‘%s’ hefyd; enwch bob canlyniad am yr hyn ydyw, neu arwain y ddau"
                    + " at un diwedd.");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        return subject.models().procedures().stream()
                .flatMap(procedure -> Stream.concat(
                        procedure.nodes().stream()
                                .filter(node -> node.kind().event())
                                .flatMap(event -> wrong(event).map(told -> found(told, event)).stream()),
                        sameEnds(procedure)));
    }

    private static Finding found(Told told, Node event) {
        return told.at(event.procedure().file(), event.xml(), event.name());
    }

    private static Optional<Told> wrong(Node event) {
        List<String> words = Wording.words(event.name());
        if (words.isEmpty()) {
            return Optional.of(NONE);
        }
        if (words.stream().allMatch(word -> EMPTY_WORDS.contains(word.toLowerCase(Locale.ROOT)))) {
            return Optional.of(EMPTY);
        }
        if (words.size() < 2) {
            return Optional.of(ONE_WORD);
        }
        return Wording.sentenceCase(event.name()) ? Optional.empty() : Optional.of(CAPITALS);
    }

    /** The same answer to the same question, or the same procedure called twice, is the same outcome. */
    private static Stream<Finding> sameEnds(Procedure procedure) {
        return procedure
                .nodes(NodeKind.END_EVENT)
                .filter(end -> !end.name().isBlank())
                .collect(Collectors.groupingBy(Node::name))
                .values()
                .stream()
                .filter(ends -> ends.stream().map(EventNames::before).distinct().count() > 1)
                .flatMap(ends -> ends.stream().skip(1))
                .map(end -> found(SAME_END, end));
    }

    private static Set<String> before(Node end) {
        return end.incoming().stream()
                .map(flow -> source(end.procedure(), flow))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String source(Procedure procedure, Flow flow) {
        String name = procedure.node(flow.source()).map(Node::name).orElse("");
        return name + "\n" + flow.name();
    }
}
