package cymru.diogelu.designer;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.access.Viewer;
import cymru.diogelu.procedures.ModelSets;
import cymru.diogelu.walk.PackagedFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A file that is saved in the folder of the models; the looks that the clock would cause are made by the test. */
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:watch;DB_CLOSE_DELAY=-1",
            "diogelu.ledger.master-key-file=",
            "diogelu.ledger.signing-key-file=",
            "diogelu.ledger.heads-file=",
            "diogelu.models.look-every=PT24H"
        })
class FolderWatchProcessTests {

    private static final Viewer DESIGNER = new Viewer("designer", "designer", "wales", Set.of());
    private static final String REPORT = "processes/section-130-report/section-130-report.bpmn";

    @TempDir
    static Path folder;

    @Autowired
    private FolderWatch watch;

    @Autowired
    private ModelSets sets;

    @Autowired
    private ModelHistory history;

    @DynamicPropertySource
    static void folder(DynamicPropertyRegistry properties) {
        PackagedFiles.all().forEach((path, content) -> write(path, content));
        properties.add("diogelu.models.folder", () -> folder.toString());
    }

    @BeforeEach
    void asPackaged() {
        PackagedFiles.all().forEach((path, content) -> write(path, content));
        watch.look();
    }

    @Test
    void whatIsInForceIsNotPutInForceAgain() {
        String before = sets.current();

        watch.look();

        assertThat(sets.current()).isEqualTo(before);
        assertThat(watch.seen().orElseThrow().inForce()).isTrue();
    }

    @Test
    void aSoundFileIsInForceAtOnce() {
        String before = sets.current();
        write(
                REPORT,
                PackagedFiles.with(REPORT, text -> text.replace("Make the initial checks", "Make the checks"))
                        .get(REPORT));

        watch.look();

        assertThat(sets.current()).isNotEqualTo(before);
        assertThat(watch.seen().orElseThrow().findings()).isEmpty();
        assertThat(history.record(DESIGNER).entries())
                .last()
                .matches(entry -> entry.kind().equals("models-saved"))
                .matches(entry -> sets.current().equals(entry.body().get("deployment")));
    }

    @Test
    void aBrokenFileIsShownAndNotInForce() {
        String before = sets.current();
        write(
                REPORT,
                PackagedFiles.with(REPORT, text -> text.replace("'DL-03'", "'DL-99'"))
                        .get(REPORT));

        watch.look();

        assertThat(sets.current()).isEqualTo(before);
        FolderWatch.Seen seen = watch.seen().orElseThrow();
        assertThat(seen.inForce()).isFalse();
        assertThat(seen.findings()).anyMatch(finding -> finding.sentence().en().contains("DL-99"));
    }

    private static void write(String path, byte[] content) {
        try {
            Files.createDirectories(folder.resolve(path).getParent());
            Files.write(folder.resolve(path), content);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
