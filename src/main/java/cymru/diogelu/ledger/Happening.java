package cymru.diogelu.ledger;

import java.time.Instant;
import java.util.Map;

/**
 * Something that has happened in a case and is to be recorded. The body is a JSON object: maps, collections, texts,
 * numbers, booleans and nulls; {@code java.time} values and enums are recorded as their text.
 *
 * @throws IllegalArgumentException when the reference, the kind or a part of actor or subject is not 1 to 100
 *     printable characters
 */
public record Happening(
        String caseReference, Instant at, Actor actor, String kind, Subject subject, Map<String, ?> body) {

    public Happening {
        HeaderText.check("case reference", caseReference);
        HeaderText.check("kind", kind);
        HeaderText.check("user", actor.user());
        HeaderText.check("role", actor.role());
        HeaderText.check("agency", actor.agency());
        HeaderText.checkIfPresent("process", subject.process());
        HeaderText.checkIfPresent("element", subject.element());
        HeaderText.checkIfPresent("task", subject.task());
    }
}
