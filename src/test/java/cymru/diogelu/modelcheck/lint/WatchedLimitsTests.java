package cymru.diogelu.modelcheck.lint;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.modelcheck.reading.Node;
import cymru.diogelu.modelcheck.reading.NodeKind;
import cymru.diogelu.modelcheck.reading.ProvisionIds;
import cymru.diogelu.statute.Provision;
import cymru.diogelu.statute.Provisions;
import cymru.diogelu.walk.PackagedFiles;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The register knows every step of the packaged models that is watched for a limit of the law, and no other. */
class WatchedLimitsTests {

    /** Held within DL-07 or DL-07b, as INV-17.held-in-time and INV-17.held-same-day say. */
    private static final String UNDER_ONE_OF_TWO_LIMITS = "strategy-discussion-record";

    private static final List<Node> TASKS = Models.read(PackagedFiles.all()).procedures().stream()
            .flatMap(procedure -> procedure.nodes(NodeKind.USER_TASK))
            .toList();

    @Test
    void itIsTheOnesThatAreDrawn() {
        for (Provision limit : Provisions.load().all()) {
            if (limit.id().startsWith("DL-")) {
                assertThat(limit.watchedAt()).as(limit.id()).hasSameElementsAs(drawn(limit.id()));
            }
        }
    }

    private static Set<String> drawn(String limit) {
        return TASKS.stream()
                .filter(task -> task.boundaries().stream()
                        .anyMatch(timer -> ProvisionIds.in(timer.date()).contains(limit)))
                .map(Node::form)
                .filter(form -> !form.equals(UNDER_ONE_OF_TWO_LIMITS))
                .collect(Collectors.toSet());
    }
}
