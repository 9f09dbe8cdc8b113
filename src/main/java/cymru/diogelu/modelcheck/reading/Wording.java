package cymru.diogelu.modelcheck.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words that names of models are judged by; a project adds its own to the lists beside this class. */
public final class Wording {

    private static final Set<String> VERBS = list("verbs.txt");
    private static final Set<String> VAGUE = list("vague-verbs.txt");
    private static final Set<String> PROPER = list("proper-names.txt");

    private Wording() {}

    /** The words of a name; what joins words with a hyphen or apostrophe belongs to them. */
    public static List<String> words(String name) {
        return Stream.of(name.split("[^\\p{L}\\p{N}'’-]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    public static boolean verb(String word) {
        return VERBS.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Whether a verb says no more than that something is done. */
    public static boolean vague(String word) {
        return VAGUE.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Whether only the first word and proper names begin with a capital. */
    public static boolean sentenceCase(String name) {
        List<String> words = words(name);
        return words.isEmpty()
                || !Character.isLowerCase(words.get(0).charAt(0))
                        && words.stream().skip(1).noneMatch(Wording::needlessCapital);
    }

    private static boolean needlessCapital(String word) {
        String plain = word.toLowerCase(Locale.ROOT).replace('’', '\'');
        boolean proper = PROPER.contains(plain) || PROPER.contains(plain.replaceAll("'s?$", ""));
        return !proper && word.matches("\\p{Lu}[\\p{Ll}'’-].*");
    }

    private static Set<String> list(String file) {
        try (InputStream content = Wording.class.getResourceAsStream(file)) {
            if (content == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceAll("#.*", "").strip().toLowerCase(Locale.ROOT))
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
