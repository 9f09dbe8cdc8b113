package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.reading.Decision;
import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.modelcheck.reading.TableTrial;
import cymru.diogelu.modelcheck.reading.TableTrial.Part;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whatever a table can be asked, a row answers it: without an answer a case goes on by default or stops. */
final class TableGaps implements Rule {

    private static final String ID = "table-gaps";
    private static final int MOST_TOLD = 20;

    /** A list of answers may be empty. */
    private static final Set<String> LISTS = Set.of("COLLECT", "RULE ORDER", "OUTPUT ORDER");

    private static final Told GAP = Told.error(
            ID,
            "No row answers %s; write the row that does.",
            "Nid oes rhes yn ateb %s; ysgrifennwch y rhes sy'n gwneud hynny.");
    private static final Told MORE = Told.error(
            ID,
            "There are %s more inputs that no row answers; fill those named first.",
            "Mae %s mewnbwn arall nad oes rhes yn eu hateb; llenwch y rhai a enwyd yn gyntaf.");
    private static final Told BOUND = Told.warning(
            ID,
            "This table can be asked in more than " + TableTrial.MOST + " ways, and only so many were tried; part it.",
            "Gellir gofyn i'r tabl hwn mewn mwy na " + TableTrial.MOST
                    + " o ffyrdd, a dim ond hynny a roddwyd ar brawf;" + " rhannwch ef.");

    /** What no row answers, found in the parts that rows tell apart. */
    private static final class Gaps {
        private final TableTrial trial;
        private final Set<String> inputs = new LinkedHashSet<>();
        private boolean bounded;
        private int tried;

        private Gaps(TableTrial trial) {
            this.trial = trial;
        }

        /** What no row takes by itself is told once and not combined with everything else. */
        private void find(int rows) {
            List<List<Part>> groups = trial.parts(true);
            groups.stream()
                    .flatMap(List::stream)
                    .filter(part -> part.rows().isEmpty())
                    .forEach(part -> inputs.add(part.inputs()));
            BitSet all = new BitSet();
            all.set(0, rows);
            List<Open> open = List.of(new Open(all, List.of()));
            for (List<Part> group : groups) {
                open = combined(open, group);
            }
        }

        private List<Open> combined(List<Open> open, List<Part> group) {
            List<Open> combined = new ArrayList<>();
            for (Open some : open) {
                for (Part part : group) {
                    Open more = some.with(part);
                    if (!more.rows().isEmpty()) {
                        combined.add(more);
                    } else if (!part.rows().isEmpty()) {
                        trial.arriving(more.parts()).ifPresent(inputs::add);
                    }
                    if (++tried >= TableTrial.MOST) {
                        bounded = true;
                        return combined;
                    }
                }
            }
            return combined;
        }
    }

    /** Parts of the first groups, and the rows that take all of them. */
    private record Open(BitSet rows, List<Part> parts) {

        private Open with(Part part) {
            BitSet both = (BitSet) rows.clone();
            both.and(part.rows());
            List<Part> more = new ArrayList<>(parts);
            more.add(part);
            return new Open(both, more);
        }
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        return subject.models().decisions().stream()
                .filter(decision -> !LISTS.contains(decision.hitPolicy()))
                .flatMap(decision -> table(subject.models(), decision));
    }

    private static Stream<Finding> table(Models models, Decision decision) {
        return TableTrial.of(models, decision).stream().flatMap(trial -> {
            Gaps gaps = new Gaps(trial);
            gaps.find(decision.rules().size());
            Stream<Finding> told = gaps.inputs.stream()
                    .limit(MOST_TOLD)
                    .map(inputs -> GAP.at(decision.file(), decision.table(), inputs));
            Stream<Finding> more = gaps.inputs.size() > MOST_TOLD
                    ? Stream.of(MORE.at(decision.file(), decision.table(), gaps.inputs.size() - MOST_TOLD))
                    : Stream.empty();
            Stream<Finding> bound = trial.bounded() || gaps.bounded
                    ? Stream.of(BOUND.at(decision.file(), decision.table()))
                    : Stream.empty();
            return Stream.of(told, more, bound).flatMap(findings -> findings);
        });
    }
}
