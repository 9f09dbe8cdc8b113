package cymru.diogelu.statute;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StatutoryRulesPageTests {

    private static final Path PAGE = Path.of("docs", "statutory-rules.md");

    @Test
    void thePageOfRulesIsFresh() throws IOException {
        Provisions register = Provisions.load();
        String text = StatutoryRulesPage.text(StatutoryRules.load(register), register);
        if (Boolean.getBoolean("rules.write")) {
            Files.writeString(PAGE, text);
        }

        assertThat(PAGE).hasContent(text);
    }
}
