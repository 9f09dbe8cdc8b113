package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.reading.Node;
import cymru.diogelu.modelcheck.reading.NodeKind;
import cymru.diogelu.modelcheck.reading.ProvisionIds;
import cymru.diogelu.statute.Provision;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A step that the law gives so much time waits for no other limit, and never without one. */
final class WatchedLimits implements Rule {

    private static final String ID = "watched-limits";
    private static final Told UNWATCHED = Told.error(
            ID,
            "‘%1$s’ asks for ‘%2$s’, for which the law gives a time, but no timer of %3$s stands at it. Put one there"
                    + " whose date is ${deadline.due('%3$s')}.",
            "Mae ‘%1$s’ yn gofyn am ‘%2$s’, y mae'r gyfraith yn rhoi amser iddo, ond nid oes amserydd %3$s wrtho. Rhowch"
                    + " un yno â'r dyddiad ${deadline.due('%3$s')}.");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        return subject.models().procedures().stream()
                .flatMap(procedure -> procedure.nodes(NodeKind.USER_TASK))
                .flatMap(task -> unwatched(subject, task));
    }

    private static Stream<Finding> unwatched(Subject subject, Node task) {
        Set<String> watched = task.boundaries().stream()
                .flatMap(timer -> ProvisionIds.in(timer.date()).stream())
                .collect(Collectors.toSet());
        return subject.provisions().all().stream()
                .filter(limit -> limit.watchedAt().contains(task.form()))
                .map(Provision::id)
                .filter(limit -> !watched.contains(limit))
                .map(limit -> UNWATCHED.at(task.procedure().file(), task.xml(), task.name(), task.form(), limit));
    }
}
