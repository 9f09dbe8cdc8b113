package cymru.diogelu.designer;

import cymru.diogelu.access.ModelAccess;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.designer.KeptComparisons.Named;
import cymru.diogelu.modelcheck.ModelFiles;
import cymru.diogelu.procedures.CannotMove;
import cymru.diogelu.procedures.CaseMigration;
import cymru.diogelu.procedures.ModelSets;
import cymru.diogelu.procedures.MovedCase;
import cymru.diogelu.procedures.StaleTask;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What other models would mean for the open cases, tried and undone; and the move of those that are chosen. */
@Component
public class Impact {

    /** Each is locked while its move is tried. */
    public static final int PAGE = 20;

    private final ModelAccess access;
    private final ModelDesk desk;
    private final ModelSets sets;
    private final CaseMigration migration;
    private final RenamedSteps renamedSteps;
    private final TransactionTemplate transaction;

    Impact(
            ModelAccess access,
            ModelDesk desk,
            ModelSets sets,
            CaseMigration migration,
            RenamedSteps renamedSteps,
            PlatformTransactionManager transactions) {
        this.access = access;
        this.desk = desk;
        this.sets = sets;
        this.migration = migration;
        this.renamedSteps = renamedSteps;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What became of the move of one case.
     *
     * @param moved what was done, or what stood in the way
     * @param busy whether somebody worked on the case at the same moment, so that nothing was done
     */
    public record Result(String reference, MovedCase moved, boolean busy) {}

    /**
     * What would become of the open cases behind a reference, were a proposal in force and they moved to it.
     *
     * @param renamed for a step that has another id in the new set: the new id by the old; the steps that the comparison of
     *     the sets finds to be the same need not be named
     */
    public List<MovedCase> ofProposal(Viewer viewer, long number, String after, Map<String, String> renamed) {
        access.requireDesigns(viewer);
        ModelFiles files = desk.files(viewer, number);
        Named target = new Named(files.digest(), () -> files);
        return Objects.requireNonNull(transaction.execute(trial -> {
            trial.setRollbackOnly();
            String deployment = sets.deploy(files.byPath());
            return predicted(deployment, after, from -> joined(renamedSteps.between(from, target), renamed));
        }));
    }

    /** What would become of the open cases that go by another set than the one in force, were they moved to that. */
    public List<MovedCase> ofCurrent(Viewer viewer, String after, Map<String, String> renamed) {
        access.requireDesigns(viewer);
        String deployment = sets.current();
        return predicted(deployment, after, from -> joined(renamedSteps.between(from, deployment), renamed));
    }

    /** @param renamed the new ids of steps by the set that a case goes by */
    private List<MovedCase> predicted(String deployment, String after, Function<String, Map<String, String>> renamed) {
        return sets.notUnder(deployment, after, PAGE).stream()
                .map(open -> migration.predict(open.reference(), deployment, renamed.apply(open.deployment())))
                .toList();
    }

    private static Map<String, String> joined(Map<String, String> found, Map<String, String> named) {
        Map<String, String> renamed = new HashMap<>(found);
        renamed.putAll(named);
        return renamed;
    }

    /** What would become of one open case, were it moved to a set that was deployed. */
    MovedCase ofCase(String reference, String deployment) {
        return migration.predict(reference, deployment, renamed(reference, deployment, Map.of()));
    }

    private Map<String, String> renamed(String reference, String deployment, Map<String, String> named) {
        return sets.under(reference)
                .map(from -> joined(renamedSteps.between(from, deployment), named))
                .orElse(named);
    }

    /** Moves cases to the set in force, each by itself: one that cannot be moved stops no other. */
    public List<Result> move(Viewer viewer, List<String> references, Map<String, String> renamed) {
        access.requireDesigns(viewer);
        String deployment = sets.current();
        List<Result> results = new ArrayList<>();
        for (String reference : references) {
            results.add(move(viewer, reference, deployment, renamed(reference, deployment, renamed)));
        }
        return results;
    }

    private Result move(Viewer viewer, String reference, String deployment, Map<String, String> renamed) {
        try {
            return new Result(reference, migration.move(viewer, reference, deployment, renamed), false);
        } catch (CannotMove refused) {
            return new Result(reference, MovedCase.stopped(reference, refused.obstacles()), false);
        } catch (StaleTask | ConcurrencyFailureException busy) {
            return new Result(reference, MovedCase.stopped(reference, List.of()), true);
        }
    }
}
