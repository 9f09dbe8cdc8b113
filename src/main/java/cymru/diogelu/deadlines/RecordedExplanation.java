package cymru.diogelu.deadlines;

import cymru.diogelu.language.Language;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The explanation of a date as the record of a case holds it, in words: what was said then, not what would be said now. */
public final class RecordedExplanation {

    private RecordedExplanation() {}

    /**
     * The sentences of an explanation in the order of the counting.
     *
     * @param explanation what {@link Explanation#toMap()} once gave; nothing is said of anything else
     */
    public static List<String> lines(@Nullable Object explanation, Language language) {
        List<String> lines = new ArrayList<>();
        if (explanation instanceof Map<?, ?> map) {
            add(lines, map.get("beginning"), language);
            add(lines, map.get("rule"), language);
            if (map.get("local") instanceof Map<?, ?> local) {
                add(lines, local.get("limit"), language);
            }
            all(map.get("skipped")).forEach(day -> addSkipped(lines, day, language));
            all(map.get("notes")).forEach(note -> add(lines, note, language));
            all(map.get("warnings")).forEach(warning -> add(lines, warning, language));
        }
        return lines;
    }

    private static void addSkipped(List<String> lines, Object day, Language language) {
        if (day instanceof Map<?, ?> skipped && skipped.get("date") instanceof String date) {
            List<String> reason = new ArrayList<>();
            add(reason, skipped.get("reason"), language);
            String written = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", language.locale())
                    .format(LocalDate.parse(date));
            lines.add(written + ": " + String.join("", reason));
        }
    }

    private static void add(List<String> lines, @Nullable Object text, Language language) {
        if (text instanceof Map<?, ?> both && both.get(language == Language.CY ? "cy" : "en") instanceof String words) {
            lines.add(words);
        }
    }

    private static List<?> all(@Nullable Object list) {
        return list instanceof List<?> many ? many : List.of();
    }
}
