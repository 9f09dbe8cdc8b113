package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.reading.Node;
import cymru.diogelu.modelcheck.reading.Wording;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The name of a task tells a person what to do: a verb and what it is done to. */
final class TaskNames implements Rule {

    private static final String ID = "task-names";
    private static final Told NONE = Told.warning(
            ID,
            "This task has no name; say what is to be done, such as ‘Hold the strategy discussion’.",
            "Nid oes enw ar y dasg hon; dywedwch beth sydd i'w wneud, megis ‘Hold the strategy discussion’.");
    private static final Told VAGUE = Told.warning(
            ID,
            "‘%s’ could be said of any task; name what is really done.",
            "Gellid dweud ‘%s’ am unrhyw dasg; enwch yr hyn a wneir mewn gwirionedd.");
    private static final Told NO_VERB = Told.warning(
            ID,
            "‘%s’ should begin with a verb and go on with what it is done to.",
            "Dylai ‘%s’ ddechrau gyda berf ac yna enwi'r hyn y gwneir hynny iddo.");
    private static final Told CAPITALS = Told.warning(
            ID,
            "‘%s’ should have one capital letter, at its beginning.",
            "Dylai fod un briflythyren yn ‘%s’, ar ei ddechrau.");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        return subject.models().procedures().stream()
                .flatMap(procedure -> procedure.nodes().stream())
                .filter(node -> node.kind().task())
                .flatMap(task ->
                        wrong(task).map(told -> told.at(task.procedure().file(), task.xml(), task.name())).stream());
    }

    private static Optional<Told> wrong(Node task) {
        List<String> words = Wording.words(task.name());
        if (words.isEmpty()) {
            return Optional.of(NONE);
        }
        if (Wording.vague(words.get(0))) {
            return Optional.of(VAGUE);
        }
        if (words.size() < 2 || !Wording.verb(words.get(0))) {
            return Optional.of(NO_VERB);
        }
        return Wording.sentenceCase(task.name()) ? Optional.empty() : Optional.of(CAPITALS);
    }
}
