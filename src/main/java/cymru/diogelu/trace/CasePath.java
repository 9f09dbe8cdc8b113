package cymru.diogelu.trace;

import cymru.diogelu.ledger.Entry;
import cymru.diogelu.procedures.EntryKind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The path that a case really took: each stay at an element, and each sequence flow in the order it was taken. */
public record CasePath(List<Stay> elements, List<Taken> flows) {

    static final EntryKind[] KINDS = {
        EntryKind.ELEMENT_ENTERED, EntryKind.ELEMENT_LEFT, EntryKind.ELEMENT_PASSED, EntryKind.FLOW_TAKEN
    };

    /**
     * A stay at an element.
     *
     * @param seq the number of the entry that tells of its beginning
     * @param visit names this stay among those of its run; what it called names it as its caller
     * @param left absent while the case is still there
     * @param interrupted whether it was left without being done
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
            boolean interrupted) {}

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
        return entry.subject().element() + " " + entry.body().get("visit") + " "
                + entry.body().get("run");
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
                Boolean.TRUE.equals(entry.body().get("interrupted")));
    }

    private static Stay ended(Stay stay, Stay end) {
        return new Stay(
                stay.seq(),
                stay.visit(),
                stay.process(),
                stay.version(),
                stay.run(),
                stay.element(),
                stay.entered(),
                end.entered(),
                end.interrupted());
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
