package cymru.diogelu.forms;

import cymru.diogelu.language.Bilingual;
import cymru.diogelu.language.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** Puts complaints into words, from one file of sentences for each language beside this class. */
final class Messages {

    private final Map<Language, Properties> sentences =
            Map.of(Language.EN, load("messages.properties"), Language.CY, load("messages_cy.properties"));

    Bilingual say(Complaint complaint, Bilingual label) {
        return new Bilingual(say(complaint, label, Language.EN), say(complaint, label, Language.CY));
    }

    boolean has(String name) {
        return Objects.requireNonNull(sentences.get(Language.EN)).containsKey(name);
    }

    /** What something known of a case is called in a sentence, or an answer of the same form by its label. */
    Bilingual known(String name, Bilingual label) {
        return new Bilingual(known(name, label, Language.EN), known(name, label, Language.CY));
    }

    private String known(String name, Bilingual label, Language language) {
        return Objects.requireNonNull(sentences.get(language))
                .getProperty("known." + name)
                .replace("{own}", label.in(language).strip());
    }

    private String say(Complaint complaint, Bilingual label, Language language) {
        var name = complaint.variant().isEmpty() ? complaint.code() : complaint.code() + "." + complaint.variant();
        var sentence = Objects.requireNonNull(sentences.get(language)).getProperty(name);
        if (sentence == null) {
            throw new IllegalStateException("no sentence for " + name);
        }
        var own = language == Language.CY ? "cy" : "en";
        for (var detail : complaint.details().entrySet()) {
            var placeholder = detail.getKey().equals(own) ? "own" : detail.getKey();
            sentence = sentence.replace("{" + placeholder + "}", detail.getValue());
        }
        return joined(label.in(language).strip(), sentence);
    }

    /** The sentence goes on after the label's colon; after a question it begins anew. */
    private static String joined(String label, String sentence) {
        return label.endsWith("?") || label.endsWith(".")
                ? label + " " + sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1)
                : label.replaceAll(":$", "") + ": " + sentence;
    }

    private static Properties load(String name) {
        var properties = new Properties();
        try (var stream = Messages.class.getResourceAsStream(name)) {
            properties.load(new InputStreamReader(Objects.requireNonNull(stream, name), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
