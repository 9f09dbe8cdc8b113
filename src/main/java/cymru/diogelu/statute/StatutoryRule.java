package cymru.diogelu.statute;

import cymru.diogelu.language.Bilingual;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One statutory rule: a Declare template over events of a case, with conditions on their data.
 *
 * @param id such as {@code INV-12.police-discussion}
 * @param provision the invariant or the limit that it comes from
 * @param sentence what it asks, for people
 * @param target null for templates without one
 * @param among the events that count as neighbours; null where all do
 * @param within id of the limit until which what is owed has to be done; null where there is none
 * @param times how often, for templates that count; else 1
 */
public record StatutoryRule(
        String id,
        Provision provision,
        Bilingual sentence,
        Template template,
        Activity activation,
        @Nullable Activity target,
        @Nullable Activity among,
        Correlation correlation,
        @Nullable String within,
        int times) {

    /** The same rule with another target. */
    public StatutoryRule withTarget(Activity other) {
        return new StatutoryRule(
                id, provision, sentence, template, activation, other, among, correlation, within, times);
    }

    /** Everything that the rule speaks of. */
    public Stream<Activity> activities() {
        return Stream.of(activation, target, among).filter(java.util.Objects::nonNull);
    }
}
