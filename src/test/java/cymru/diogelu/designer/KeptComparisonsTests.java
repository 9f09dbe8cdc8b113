package cymru.diogelu.designer;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.designer.KeptComparisons.Named;
import cymru.diogelu.modelcheck.ModelComparison;
import cymru.diogelu.modelcheck.ModelFiles;
import cymru.diogelu.statute.Provisions;
import cymru.diogelu.walk.PackagedFiles;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeptComparisonsTests {

    private final KeptComparisons comparisons =
            new KeptComparisons(new ModelComparison(Provisions.load(), Agencies.load()));
    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void comparesTwoSetsOnce() {
        Named before = named(new ModelFiles(PackagedFiles.all()));
        Named after = named(new ModelFiles(PackagedFiles.with(
                "strategy-discussion.bpmn", text -> text.replace("userTask_sendRecord", "userTask_send"))));

        assertThat(comparisons.of(before, after)).isNotEmpty();
        assertThat(comparisons.of(before, after)).isSameAs(comparisons.of(before, after));
        assertThat(reads).hasValue(2);
        assertThat(comparisons.of(before, before)).isEmpty();
        assertThat(comparisons.of(after, before)).isNotEqualTo(comparisons.of(before, after));
    }

    private Named named(ModelFiles files) {
        return new Named(files.digest(), () -> {
            reads.incrementAndGet();
            return files;
        });
    }
}
