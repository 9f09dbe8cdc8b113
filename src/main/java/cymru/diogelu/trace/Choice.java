package cymru.diogelu.trace;

import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.ledger.Actor;
import cymru.diogelu.ledger.Heading;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What of a record somebody asks to read.
 *
 * @param by the user whose entries are meant; empty for everybody's
 * @param agency role and place, as {@code front-door.W06000015}, whose entries are meant; empty for all
 * @param from the first day, by the clock in Wales; absent where it is not limited
 * @param to the last day; absent where it is not limited
 * @param reads whether looks at the case are told among what happened
 */
public record Choice(
        Part part, String by, String agency, @Nullable LocalDate from, @Nullable LocalDate to, boolean reads) {

    boolean holds(Heading entry) {
        return part.holds(entry.kind()) && holdsAnyKind(entry);
    }

    boolean holdsAnyKind(Heading entry) {
        LocalDate day = entry.at().atZone(ServiceClock.LONDON).toLocalDate();
        return (by.isEmpty() || by.equals(entry.actor().user()))
                && (agency.isEmpty() || agency.equals(group(entry.actor())))
                && (from == null || !day.isBefore(from))
                && (to == null || !day.isAfter(to));
    }

    static String group(Actor actor) {
        return actor.role() + "." + actor.agency();
    }
}
