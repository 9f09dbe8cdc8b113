package cymru.diogelu.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.procedures.EntryKind;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTests {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+}");

    /** Each language is offered by its own name, whatever the page is in. */
    private static final String OWN_NAME = "page.language.";

    private final Properties english = read("/messages.properties", "/pages.properties");
    private final Properties welsh = read("/messages_cy.properties", "/pages_cy.properties");

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(new TreeSet<>(welsh.stringPropertyNames())).isEqualTo(new TreeSet<>(english.stringPropertyNames()));
        for (String key : english.stringPropertyNames()) {
            assertThat(placeholders(welsh, key)).as(key).isEqualTo(placeholders(english, key));
        }
    }

    @Test
    void noKeyIsThereTwice() throws IOException {
        for (String file : List.of("messages", "messages_cy", "pages", "pages_cy")) {
            List<String> keys = Files.readAllLines(Path.of("src/main/resources/%s.properties".formatted(file))).stream()
                    .filter(line -> line.contains("="))
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .toList();
            assertThat(keys).as(file).doesNotHaveDuplicates();
        }
    }

    @Test
    void nothingIsLeftBlankOrInOneLanguageTwice() {
        for (String key : english.stringPropertyNames()) {
            assertThat(english.getProperty(key)).as(key).isNotBlank();
            assertThat(welsh.getProperty(key)).as(key).isNotBlank();
            if (!key.startsWith(OWN_NAME)) {
                assertThat(welsh.getProperty(key)).as(key).isNotEqualTo(english.getProperty(key));
            }
        }
    }

    @Test
    void noApostropheEatsAPlaceholder() {
        for (Properties texts : Set.of(english, welsh)) {
            texts.forEach(
                    (key, text) -> assertThat(text.toString().replace("''", "").replaceAll("'[{}]'", ""))
                            .as(key.toString())
                            .doesNotContain("'"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "left.minutes, 0, in 0 minutes, ymhen 0 munud",
        "left.minutes, 1, in 1 minute, ymhen 1 munud",
        "left.hours, 1, in 1 hour, ymhen 1 awr",
        "left.days, 5, in 5 days, ymhen 5 diwrnod",
        "since.minutes, 1, 1 minute ago, 1 munud yn ôl",
        "since.hours, 1, 1 hour ago, 1 awr yn ôl",
        "since.days, 2, 2 days ago, 2 diwrnod yn ôl"
    })
    void oneOfAThingIsOne(String key, long number, String inEnglish, String inWelsh) {
        assertThat(MessageFormat.format(english.getProperty(key), number)).isEqualTo(inEnglish);
        assertThat(MessageFormat.format(welsh.getProperty(key), number)).isEqualTo(inWelsh);
    }

    @ParameterizedTest
    @EnumSource(EntryKind.class)
    void everyKindOfEntryHasASentence(EntryKind kind) {
        assertThat(english.stringPropertyNames()).contains("chronology." + kind.word());
    }

    private static Set<String> placeholders(Properties texts, String key) {
        return PLACEHOLDER
                .matcher(texts.getProperty(key))
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties read(String... files) {
        Properties texts = new Properties();
        for (String file : files) {
            try (var stream = Objects.requireNonNull(MessagesTests.class.getResourceAsStream(file))) {
                texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            } catch (IOException unreadable) {
                throw new java.io.UncheckedIOException(unreadable);
            }
        }
        return texts;
    }
}
