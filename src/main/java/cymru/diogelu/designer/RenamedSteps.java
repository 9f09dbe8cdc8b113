package cymru.diogelu.designer;

import cymru.diogelu.designer.KeptComparisons.Named;
import cymru.diogelu.modelcheck.Change;
import cymru.diogelu.modelcheck.ModelFiles;
import cymru.diogelu.procedures.ModelSets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The steps that have another id in one set than in another, so that a case that waits at one goes on at the other. */
@Component
class RenamedSteps {

    private final ModelSets sets;
    private final KeptComparisons comparisons;

    RenamedSteps(ModelSets sets, KeptComparisons comparisons) {
        this.sets = sets;
        this.comparisons = comparisons;
    }

    /** The new id by the old, from a set that was deployed to another that was. */
    Map<String, String> between(String deployment, String target) {
        return between(deployment, deployed(target));
    }

    /** The new id by the old, from a set that was deployed to one that need not be. */
    Map<String, String> between(String deployment, Named target) {
        Map<String, String> renamed = new HashMap<>();
        comparisons.of(deployed(deployment), target).stream()
                .filter(change -> change.kind() == Change.Kind.ID_CHANGED)
                .filter(change -> change.file().endsWith(".bpmn"))
                .forEach(change -> renamed.putIfAbsent(change.element(), change.elementAfter()));
        return Map.copyOf(renamed);
    }

    private Named deployed(String deployment) {
        return new Named(deployment, () -> new ModelFiles(sets.files(deployment)));
    }
}
