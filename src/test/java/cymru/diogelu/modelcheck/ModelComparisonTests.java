package cymru.diogelu.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.language.Bilingual;
import cymru.diogelu.statute.Provisions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelComparisonTests {

    private static final ModelComparison COMPARISON = new ModelComparison(Provisions.load(), Agencies.load());
    private static final ModelFiles PACKAGED = packaged();

    @ParameterizedTest
    @MethodSource("pairs")
    void saysOneSentenceOfOneChange(ChangedPair pair) {
        List<Bilingual> told = COMPARISON.compare(PACKAGED, pair.applied(PACKAGED)).stream()
                .map(Change::sentence)
                .toList();

        assertThat(told).containsExactly(new Bilingual(pair.en(), pair.cy()));
    }

    static List<ChangedPair> pairs() throws IOException {
        return ChangedPair.all();
    }

    private static ModelFiles packaged() {
        try {
            return ModelFiles.of(Path.of("."));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
