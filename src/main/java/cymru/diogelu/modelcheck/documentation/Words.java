package cymru.diogelu.modelcheck.documentation;

import cymru.diogelu.language.Bilingual;
import cymru.diogelu.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words of the documents in one language, from the list beside this class. */
record Words(Language language) {

    private static final Map<String, Bilingual> WORDS = read();

    /** @throws IllegalArgumentException for a key that is not in the list */
    String say(String key, Object... gaps) {
        return find(key)
                .orElseThrow(() -> new IllegalArgumentException("words.txt has no " + key))
                .formatted(gaps);
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(WORDS.get(key)).map(words -> words.in(language));
    }

    private static Map<String, Bilingual> read() {
        try (InputStream content = Words.class.getResourceAsStream("words.txt")) {
            if (content == null) {
                throw new IllegalStateException("words.txt is missing");
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s*\\|\\s*"))
                    .collect(Collectors.toUnmodifiableMap(
                            columns -> columns[0].strip(),
                            columns -> new Bilingual(columns[1].strip(), columns[2].strip())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
