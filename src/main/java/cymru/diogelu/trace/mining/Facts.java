package cymru.diogelu.trace.mining;

import cymru.diogelu.ledger.Entry;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an entry tells that may leave in an event log: ids of the models and dates. A list of what goes, not of what
 * stays, so that nothing that somebody wrote leaves because nobody thought of it.
 */
final class Facts {

    private static final List<String> IDS =
            List.of("form", "decision", "provision", "outcome", "step", "overdueElement");
    private static final List<String> DATES = List.of("start", "due", "newDue");

    private Facts() {}

    /** What is no date, as a forged record may hold, does not leave. */
    private static boolean isTime(String written) {
        try {
            OffsetDateTime.parse(written);
            return true;
        } catch (DateTimeException noDate) {
            return false;
        }
    }

    /** In the order of their names. */
    static Map<String, Object> of(Entry entry) {
        Map<String, Object> facts = new TreeMap<>();
        IDS.forEach(key -> {
            if (entry.body().get(key) instanceof String id) {
                facts.put(key, id);
            }
        });
        DATES.forEach(key -> {
            if (entry.body().get(key) instanceof String date && isTime(date)) {
                facts.put(key, OffsetDateTime.parse(date));
            }
        });
        if (entry.body().get("rules") instanceof List<?> rules) {
            facts.put("rules", rules.stream().map(String::valueOf).collect(Collectors.joining(" ")));
        }
        return facts;
    }
}
