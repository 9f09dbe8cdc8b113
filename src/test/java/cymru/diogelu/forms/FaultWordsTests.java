package cymru.diogelu.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the reader of forms complains of can be said in Welsh. */
class FaultWordsTests {

    private static final Path SOURCES = Path.of("src/main/java/cymru/diogelu/forms");
    private static final Pattern REASON = Pattern.compile(
            "(?:broken\\(|refuse\\([^;\"]*?(?:\"\\w+\"[^;\"]*?)*,)\\s*\"((?:[^\"\\\\]|\\\\.)* (?:[^\"\\\\]|\\\\.)*)\"(\\s*\\+)?");

    @Test
    void everyReasonHasItsWelsh() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            List<String> reasons = files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(FaultWordsTests::reasons)
                    .toList();
            assertThat(reasons).hasSizeGreaterThan(40);
            assertThat(reasons)
                    .allSatisfy(reason -> assertThat(FaultWords.welsh(reason)).isNotEqualTo(reason));
        }
    }

    private static Stream<String> reasons(Path file) {
        try {
            return REASON.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1) + (found.group(2) == null ? "" : "x"))
                    .map(reason -> reason.replace("\\\"", "\"").replaceAll("%[sd]", "x"));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    'label' is missing                | mae 'label' ar goll
                    'label' is not text: 3            | nid testun yw 'label': 3
                    not a FEEL expression: a + * b    | nid mynegiad FEEL: a + * b
                    the label "Name" has no Welsh     | nid oes Cymraeg i'r testun label "Name"
                    calls 'now', which an expression may not: now() | mae'n galw 'now', na chaiff mynegiad ei alw: now()
                    """)
    void fillsTheGaps(String english, String welsh) {
        assertThat(FaultWords.welsh(english)).isEqualTo(welsh);
    }
}
