package cymru.diogelu.deadlines;

import cymru.diogelu.language.Bilingual;
import cymru.diogelu.language.Language;
import cymru.diogelu.statute.LocalLimit;
import cymru.diogelu.statute.Provision;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a date is what it is. Renders as lines of text in either language and as a map for JSON.
 *
 * @param countsFrom when counting begins, which is not the start when that was out of working hours
 * @param beginning why counting begins then
 * @param rule how the limit is counted
 * @param skipped the days that were not counted
 * @param local the authority's own length, where one applied
 * @param notes what else shaped the date, such as a month that is too short
 * @param warnings what may make the date wrong, such as a calendar that ends before it
 */
public record Explanation(
        Provision provision,
        OffsetDateTime start,
        OffsetDateTime countsFrom,
        Bilingual beginning,
        Bilingual rule,
        List<SkippedDay> skipped,
        OffsetDateTime due,
        @Nullable LocalLimit local,
        List<Bilingual> notes,
        List<Bilingual> warnings) {

    /** One sentence or date a line, from the provision to the result. */
    public List<String> lines(Language language) {
        return ExplanationText.lines(this, language);
    }

    /** Maps, lists and texts only; times in ISO 8601 with offset; {@code local} is absent where none applied. */
    public Map<String, Object> toMap() {
        return ExplanationText.map(this);
    }

    Explanation granted(OffsetDateTime newDue) {
        List<Bilingual> longer = Stream.concat(notes.stream(), Stream.of(Wording.extended(due, newDue)))
                .toList();
        return new Explanation(provision, start, countsFrom, beginning, rule, skipped, newDue, local, longer, warnings);
    }
}
