package cymru.diogelu.cases;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The words of names as they are searched: small letters without marks, so that ŵ is found by w and the other way round. */
final class NameWords {

    private static final int LONGEST = 100;

    private NameWords() {}

    static Set<String> of(String names) {
        String plain = Normalizer.normalize(names, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("['’]", "")
                .toLowerCase(Locale.ROOT);
        Set<String> words = new TreeSet<>();
        Arrays.stream(plain.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, Math.min(word.length(), LONGEST)))
                .forEach(words::add);
        return words;
    }
}
