package cymru.diogelu.procedures;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a move to other models does to an open case.
 *
 * @param obstacles why it cannot be moved; none when it can
 */
public record MovedCase(
        String reference, List<Place> places, List<Offer> offers, List<Due> dates, List<Obstacle> obstacles) {

    /**
     * A place at which the case waits, before and after.
     *
     * @param calling whether it waits there for a procedure that it called
     */
    public record Place(String process, int fromVersion, int toVersion, String from, String to, boolean calling) {}

    /** A task that goes from one group to another. */
    public record Offer(String process, String element, String task, String from, String to) {}

    /**
     * A date of a task that comes or goes.
     *
     * @param before absent where there was none
     * @param after absent where there is none any more
     */
    public record Due(
            String process,
            String element,
            String task,
            String provision,
            @Nullable Instant before,
            @Nullable Instant after) {}

    /** A case of which nothing is moved. */
    public static MovedCase stopped(String reference, List<Obstacle> obstacles) {
        return new MovedCase(reference, List.of(), List.of(), List.of(), obstacles);
    }

    /** The same case, with what was moved in another of its runs. */
    MovedCase and(MovedCase run) {
        return new MovedCase(
                reference,
                joined(places, run.places),
                joined(offers, run.offers),
                joined(dates, run.dates),
                joined(obstacles, run.obstacles));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** Whether the case can be moved. */
    public boolean possible() {
        return obstacles.isEmpty();
    }

    /** Whether there is anything to move: a case may run under the set already. */
    public boolean stays() {
        return possible() && places.isEmpty();
    }
}
