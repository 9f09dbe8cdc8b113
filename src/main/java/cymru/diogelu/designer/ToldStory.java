package cymru.diogelu.designer;

import cymru.diogelu.language.Bilingual;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.trace.CasePath;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A story of the book as the engine walked it.
 *
 * @param file where it stands in the book
 * @param at when its concern is raised
 * @param faults what was not as it tells; none when it holds
 * @param walks the way of its case, procedure by procedure
 * @param rows the rows of tables that held
 */
public record ToldStory(
        String file, Bilingual name, OffsetDateTime at, List<Bilingual> faults, List<Walk> walks, List<String> rows) {

    /** The way through one procedure: its steps and flows in the order in which they were come to. */
    public record Walk(String process, List<Went> went) {}

    /**
     * A step that was entered, or a flow that was taken.
     *
     * @param left absent where the story ends before
     * @param undone whether it was left without being done
     */
    public record Went(String element, OffsetDateTime at, @Nullable OffsetDateTime left, boolean undone) {}

    static ToldStory of(Scenario scenario, List<Bilingual> faults, List<Entry> entries) {
        return new ToldStory(scenario.file(), scenario.name(), scenario.at(), faults, walks(entries), rows(entries));
    }

    public boolean holds() {
        return faults.isEmpty();
    }

    /** The folder that it stands in, which is named after the procedure that it is about. */
    public String procedure() {
        int slash = file.indexOf('/');
        return slash < 0 ? "" : file.substring(0, slash);
    }

    /** How often it goes through what, by the ids of {@link cymru.diogelu.procedures.Way ways}. */
    public Map<String, Integer> times() {
        Map<String, Integer> times = new TreeMap<>();
        walks.forEach(walk ->
                walk.went().forEach(went -> times.merge(walk.process() + "/" + went.element(), 1, Integer::sum)));
        rows.forEach(row -> times.merge(row, 1, Integer::sum));
        return times;
    }

    private static List<Walk> walks(List<Entry> entries) {
        CasePath path = CasePath.of(entries.stream().filter(CasePath::tells).toList());
        Map<Long, Map.Entry<String, Went>> inOrder = new TreeMap<>();
        path.elements()
                .forEach(stay -> inOrder.put(
                        stay.seq(),
                        Map.entry(
                                stay.process(),
                                new Went(
                                        stay.element(),
                                        utc(stay.entered()),
                                        stay.left() == null ? null : utc(stay.left()),
                                        stay.interrupted()))));
        path.flows()
                .forEach(flow -> inOrder.put(
                        flow.seq(),
                        Map.entry(flow.process(), new Went(flow.flow(), utc(flow.at()), utc(flow.at()), false))));
        Map<String, List<Went>> byProcess = new LinkedHashMap<>();
        inOrder.values().forEach(went -> byProcess
                .computeIfAbsent(went.getKey(), process -> new ArrayList<>())
                .add(went.getValue()));
        return byProcess.entrySet().stream()
                .map(walk -> new Walk(walk.getKey(), walk.getValue()))
                .toList();
    }

    private static OffsetDateTime utc(java.time.Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static List<String> rows(List<Entry> entries) {
        Set<String> rows = new LinkedHashSet<>();
        entries.stream()
                .flatMap(entry -> entry.body().get("rules") instanceof List<?> rules ? rules.stream() : Stream.of())
                .forEach(rule -> rows.add(String.valueOf(rule)));
        return List.copyOf(rows);
    }
}
