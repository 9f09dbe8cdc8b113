package cymru.diogelu.procedures.models;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.language.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DrawingTests {

    private static final Path MODEL = Path.of("processes", "section-130-report", "section-130-report.bpmn");

    @Test
    void namesStepsInTheLanguageOfTheReader() throws IOException {
        assertThat(drawn(Language.EN)).contains("name=\"Make the report to social services\"");
        assertThat(drawn(Language.CY))
                .contains("name=\"Adrodd i’r gwasanaethau cymdeithasol\"")
                .doesNotContain("Make the report to social services");
    }

    @Test
    void leavesOutWhatOnlyTheEngineReads() throws IOException {
        assertThat(drawn(Language.EN))
                .contains("BPMNShape")
                .doesNotContain("extensionElements", "documentation", "cy-documentation");
    }

    private static String drawn(Language language) throws IOException {
        byte[] drawing = new Drawing(MODEL.toString(), Files.readAllBytes(MODEL)).in(language);
        return new String(drawing, StandardCharsets.UTF_8);
    }
}
