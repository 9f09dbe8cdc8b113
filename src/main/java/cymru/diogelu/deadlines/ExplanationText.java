package cymru.diogelu.deadlines;

import cymru.diogelu.language.Bilingual;
import cymru.diogelu.language.Language;
import cymru.diogelu.statute.LocalLimit;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The two forms in which an explanation leaves this module: lines to read, a map for JSON. */
final class ExplanationText {

    private ExplanationText() {}

    static List<String> lines(Explanation explanation, Language language) {
        List<Bilingual> lines = new ArrayList<>();
        lines.add(Wording.provision(explanation.provision()));
        lines.add(Wording.start(explanation.start()));
        lines.add(explanation.beginning());
        lines.add(explanation.rule());
        LocalLimit local = explanation.local();
        if (local != null) {
            lines.add(Wording.local(local));
        }
        explanation.skipped().forEach(day -> lines.add(Wording.skipped(day)));
        lines.addAll(explanation.notes());
        lines.addAll(explanation.warnings());
        lines.add(Wording.due(explanation.due()));
        return lines.stream().map(line -> line.in(language)).toList();
    }

    static Map<String, Object> map(Explanation explanation) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("provision", explanation.provision().id());
        map.put("source", explanation.provision().source());
        map.put("confidence", explanation.provision().confidence().name());
        map.put("start", iso(explanation.start()));
        map.put("countsFrom", iso(explanation.countsFrom()));
        map.put("beginning", map(explanation.beginning()));
        map.put("rule", map(explanation.rule()));
        LocalLimit local = explanation.local();
        if (local != null) {
            map.put("local", map(local));
        }
        map.put(
                "skipped",
                explanation.skipped().stream().map(ExplanationText::map).toList());
        map.put("notes", explanation.notes().stream().map(ExplanationText::map).toList());
        map.put(
                "warnings",
                explanation.warnings().stream().map(ExplanationText::map).toList());
        map.put("due", iso(explanation.due()));
        return map;
    }

    private static Map<String, Object> map(LocalLimit local) {
        return Map.of(
                "authority", local.authority(),
                "limit", map(local.limit().text()),
                "source", local.source(),
                "confidence", local.confidence().name());
    }

    private static Map<String, Object> map(SkippedDay day) {
        return Map.of("date", day.date().toString(), "reason", map(day.reason()));
    }

    private static Map<String, Object> map(Bilingual text) {
        return Map.of("en", text.en(), "cy", text.cy());
    }

    private static String iso(OffsetDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
}
