package cymru.diogelu.procedures.recording;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.modelcheck.reading.ModelWords;
import cymru.diogelu.procedures.engine.ModelFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What the check of models knows of functions and delegates is what the service has. */
@SpringBootTest(
        properties = {"spring.datasource.url=jdbc:h2:mem:model-words;DB_CLOSE_DELAY=-1", "diogelu.demonstration=false"})
class ModelWordsTests {

    @Autowired
    private ModelLanguage language;

    @Test
    void theFunctionsAreTheSame() {
        assertThat(language.functions().stream()
                        .collect(Collectors.toMap(ModelFunction::name, ModelFunction::parameters)))
                .isEqualTo(ModelWords.FUNCTIONS);
    }

    @Test
    void theDelegatesAreTheSame() {
        assertThat(language.delegates()).containsOnlyKeys(ModelWords.DELEGATES);
    }
}
