package cymru.diogelu.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CompareCommandTests {

    private static final String TABLE = "processes/escalate-overdue-step/who-may-extend.dmn";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();

    @BeforeEach
    void copyATable() throws IOException {
        for (String set : new String[] {"old", "new"}) {
            Path copy = folder.resolve(set).resolve(TABLE);
            Files.createDirectories(copy.getParent());
            Files.copy(Path.of(TABLE), copy);
        }
    }

    @Test
    void saysThatNothingDiffers() {
        assertThat(compare("old", "new")).isZero();
        assertThat(out.toString().strip()).isEqualTo("changes that matter: 0; others: 0");
    }

    @Test
    void saysAChangeUnderItsFile() throws IOException {
        change("hitPolicy=\"UNIQUE\"", "hitPolicy=\"FIRST\"");

        assertThat(compare("old", "new")).isEqualTo(1);
        assertThat(out.toString().lines())
                .containsExactly(
                        TABLE,
                        "  In ‘Who may allow more time?’ the hit policy changes from ‘UNIQUE’ to ‘FIRST’.",
                        "changes that matter: 1; others: 0");
    }

    @Test
    void saysItInWelsh() throws IOException {
        change("hitPolicy=\"UNIQUE\"", "hitPolicy=\"FIRST\"");

        assertThat(compare("old", "new", "--cy")).isEqualTo(1);
        assertThat(out.toString()).contains("newidir y polisi taro", "newidiadau o bwys: 1; eraill: 0");
    }

    @Test
    void isContentWithAnotherDrawing() throws IOException {
        change("x=\"160\"", "x=\"170\"");

        assertThat(compare("old", "new")).isZero();
        assertThat(out.toString()).contains("Only the drawing", "changes that matter: 0; others: 1");
    }

    @Test
    void refusesAFolderWithoutModels() {
        assertThat(compare("old", "nowhere")).isEqualTo(2);
        assertThat(compare("old")).isEqualTo(2);
    }

    private void change(String text, String instead) throws IOException {
        Path table = folder.resolve("new").resolve(TABLE);
        Files.writeString(table, Files.readString(table).replace(text, instead));
    }

    private int compare(String... arguments) {
        String[] paths = arguments.clone();
        for (int i = 0; i < paths.length; i++) {
            paths[i] = paths[i].startsWith("--")
                    ? paths[i]
                    : folder.resolve(paths[i]).toString();
        }
        return new CommandLine(new CompareCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(new StringWriter()))
                .execute(paths);
    }
}
