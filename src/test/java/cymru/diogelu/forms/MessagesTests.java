package cymru.diogelu.forms;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.language.Bilingual;
import cymru.diogelu.language.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTests {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");

    @Test
    void bothLanguagesHaveTheSameSentencesWithTheSameGaps() throws IOException {
        var english = load("messages.properties");
        var welsh = load("messages_cy.properties");

        assertThat(welsh.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (var name : english.stringPropertyNames()) {
            assertThat(gaps(welsh.getProperty(name))).as(name).isEqualTo(gaps(english.getProperty(name)));
        }
    }

    @Test
    void beginsAnewAfterAQuestion() {
        var message = new Messages()
                .say(
                        Complaint.of("required", "choice"),
                        new Bilingual("Is the child safe?", "Ydy’r plentyn yn ddiogel?"));

        assertThat(message.in(Language.EN)).isEqualTo("Is the child safe? Choose an option");
        assertThat(message.in(Language.CY)).isEqualTo("Ydy’r plentyn yn ddiogel? Dewiswch opsiwn");
    }

    private static String gaps(String sentence) {
        return PLACEHOLDER
                .matcher(sentence)
                .results()
                .map(gap -> gap.group())
                .sorted()
                .toList()
                .toString();
    }

    private static Properties load(String name) throws IOException {
        var properties = new Properties();
        try (var stream = Objects.requireNonNull(Messages.class.getResourceAsStream(name))) {
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
