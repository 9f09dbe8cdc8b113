package cymru.diogelu.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseReferenceTests {

    @Test
    void readsAsItIsWritten() {
        assertThat(CaseReference.of(2026, 42)).isEqualTo(new CaseReference("DGL-2026-000042"));
        assertThat(CaseReference.of(2026, 999_999)).hasToString("DGL-2026-999999");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "DGL-2026-42",
                "DGL-2026-0000042",
                "dgl-2026-000042",
                "DGL-2026-000042\n",
                "DGL-26-000042",
                "DGL-٢٠٢٦-000042",
                "' OR 1=1"
            })
    void refusesAnotherForm(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CaseReference(text));
    }
}
