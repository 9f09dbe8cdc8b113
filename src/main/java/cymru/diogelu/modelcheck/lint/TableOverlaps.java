package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.reading.Decision;
import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.modelcheck.reading.TableTrial;
import cymru.diogelu.modelcheck.reading.TableTrial.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where one answer is promised, no two rows give one for the same inputs: the case would stop. */
final class TableOverlaps implements Rule {

    private static final String ID = "table-overlaps";
    private static final Told OVERLAP = Told.error(
            ID,
            "Rows %1$s and %2$s both answer %3$s; change one of them so that it does not.",
            "Mae rhesi %1$s a %2$s ill dwy yn ateb %3$s; newidiwch un ohonynt fel nad yw'n gwneud hynny.");
    private static final Told BOUND = Told.warning(
            ID,
            "This table can be asked in more than " + TableTrial.MOST + " ways, and only so many were tried; part it.",
            "Gellir gofyn i'r tabl hwn mewn mwy na " + TableTrial.MOST
                    + " o ffyrdd, a dim ond hynny a roddwyd ar brawf;" + " rhannwch ef.");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        return subject.models().decisions().stream()
                .filter(decision -> decision.hitPolicy().equals("UNIQUE"))
                .flatMap(decision -> table(subject.models(), decision));
    }

    private static Stream<Finding> table(Models models, Decision decision) {
        return TableTrial.of(models, decision).stream().flatMap(trial -> {
            List<Finding> found = new ArrayList<>();
            List<List<Part>> groups = trial.parts(false);
            for (int row = 1; row < decision.rules().size(); row++) {
                for (int earlier = 0; earlier < row; earlier++) {
                    overlap(decision, groups, earlier, row).ifPresent(found::add);
                }
            }
            if (trial.bounded()) {
                found.add(BOUND.at(decision.file(), decision.table()));
            }
            return found.stream();
        });
    }

    private static Optional<Finding> overlap(Decision decision, List<List<Part>> groups, int row, int other) {
        List<String> inputs = new ArrayList<>();
        for (List<Part> group : groups) {
            Optional<Part> both = group.stream()
                    .filter(part -> part.rows().get(row) && part.rows().get(other))
                    .findFirst();
            if (both.isEmpty()) {
                return Optional.empty();
            }
            inputs.add(both.get().inputs());
        }
        return Optional.of(OVERLAP.at(
                decision.file(), decision.rules().get(other), row + 1, other + 1, String.join(", ", inputs)));
    }
}
