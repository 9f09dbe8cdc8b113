package cymru.diogelu.trace;

import cymru.diogelu.ledger.Entry;
import cymru.diogelu.ledger.Subject;
import cymru.diogelu.procedures.EntryKind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The path that a case really took: each stay at an element, and each sequence flow in the order it was taken. */
public record CasePath(List<Stay> elements, List<Taken> flows) {

    /** What the engine does from step to step, which only a closer look at a record shows. */
    static final EntryKind[] TURNS = {
        EntryKind.ELEMENT_ENTERED, EntryKind.ELEMENT_LEFT, EntryKind.ELEMENT_PASSED, EntryKind.FLOW_TAKEN
    };

    static final EntryKind[] KINDS = {
        EntryKind.ELEMENT_ENTERED,
        EntryKind.ELEMENT_LEFT,
        EntryKind.ELEMENT_PASSED,
        EntryKind.FLOW_TAKEN,
        EntryKind.CASE_MOVED
    };

    /**
     * A stay at an element.
     *
     * @param seq the number of the entry that tells of its beginning
     * @param visit names this stay among those of its run; what it called names it as its caller
     * @param left absent while the case is still there
     * @param interrupted whether it was left without being done
     * @param moved whether it went on, as a stay of its own, under another version of the models
     */
    public record Stay(
            long seq,
            String visit,
            String process,
            int version,
            String run,
            String element,
            Instant entered,
            @Nullable Instant left,
            boolean interrupted,
            boolean moved) {

        private Stay endedBy(Instant at, boolean undone, boolean elsewhere) {
            return new Stay(seq, visit, process, version, run, element, entered, at, undone, elsewhere);
        }

        private Stay movedTo(int newVersion, String newElement, Entry move) {
            return new Stay(move.seq(), visit, process, newVersion, run, newElement, move.at(), null, false, false);
        }
    }

    /**
     * A sequence flow taken.
     *
     * @param seq the number of the entry that tells of it
     */
    public record Taken(long seq, String process, int version, String run, String flow, Instant at) {}

    /** @param entries those of the case that {@link #tells tell} the path, in order */
    public static CasePath of(List<Entry> entries) {
        Map<String, Stay> stays = new LinkedHashMap<>();
        List<Taken> flows = new java.util.ArrayList<>();
        for (Entry entry : entries) {
            if (entry.kind().equals(EntryKind.FLOW_TAKEN.word())) {
                flows.add(taken(entry));
            } else if (entry.kind().equals(EntryKind.CASE_MOVED.word())) {
                move(entry, stays);
            } else {
                stays.merge(visit(entry), stay(entry), CasePath::ended);
            }
        }
        return new CasePath(List.copyOf(stays.values()), flows);
    }

    /** Whether an entry tells a part of the path. */
    public static boolean tells(Entry entry) {
        return Stream.of(KINDS).anyMatch(kind -> kind.word().equals(entry.kind()));
    }

    /** The part of the path that lies in one procedure. */
    CasePath in(String process, int version) {
        return new CasePath(
                elements.stream()
                        .filter(stay -> stay.process().equals(process) && stay.version() == version)
                        .toList(),
                flows.stream()
                        .filter(taken -> taken.process().equals(process) && taken.version() == version)
                        .toList());
    }

    private static String visit(Entry entry) {
        Subject at = entry.subject();
        return visit(at.process(), at.version(), at.element(), entry.body().get("visit"), run(entry));
    }

    private static String visit(
            @Nullable String process, int version, @Nullable Object element, @Nullable Object visit, Object run) {
        return process + " " + version + " " + element + " " + visit + " " + run;
    }

    private static String run(Entry entry) {
        return String.valueOf(entry.body().get("run"));
    }

    /** Each stay ends under the old version and begins under the new one; a place without a stay on record has none to move. */
    private static void move(Entry entry, Map<String, Stay> stays) {
        Subject to = entry.subject();
        int from = entry.body().get("fromVersion") instanceof Number version ? version.intValue() : 0;
        List<?> places = entry.body().get("places") instanceof List<?> list ? list : List.of();
        for (Object each : places) {
            if (each instanceof Map<?, ?> place) {
                String old = visit(to.process(), from, place.get("from"), place.get("visit"), run(entry));
                Stay stay = stays.get(old);
                if (stay != null && stay.left() == null) {
                    Stay moved = stay.movedTo(to.version(), String.valueOf(place.get("to")), entry);
                    stays.put(old, stay.endedBy(entry.at(), false, true));
                    stays.put(
                            visit(to.process(), to.version(), place.get("to"), place.get("visit"), run(entry)), moved);
                }
            }
        }
    }

    private static Stay stay(Entry entry) {
        boolean through = !entry.kind().equals(EntryKind.ELEMENT_ENTERED.word());
        return new Stay(
                entry.seq(),
                String.valueOf(entry.body().get("visit")),
                String.valueOf(entry.subject().process()),
                entry.subject().version(),
                String.valueOf(entry.body().get("run")),
                String.valueOf(entry.subject().element()),
                entry.at(),
                through ? entry.at() : null,
                Boolean.TRUE.equals(entry.body().get("interrupted")),
                false);
    }

    private static Stay ended(Stay stay, Stay end) {
        return stay.endedBy(end.entered(), end.interrupted(), false);
    }

    private static Taken taken(Entry entry) {
        return new Taken(
                entry.seq(),
                String.valueOf(entry.subject().process()),
                entry.subject().version(),
                String.valueOf(entry.body().get("run")),
                String.valueOf(entry.subject().element()),
                entry.at());
    }
}
