package cymru.diogelu.modelcheck.compare;

import cymru.diogelu.language.Bilingual;
import cymru.diogelu.language.Language;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A sentence with the same gaps in both languages; a gap that has both languages is filled with each its own. */
record Sentence(String en, String cy) {

    /** Where a gap begins with the article, which Welsh joins to a vowel before it. */
    private static final Pattern ARTICLE = Pattern.compile("^yr? ");

    private static final Pattern AFTER_VOWEL = Pattern.compile("(?<=[aeiouwyâêîôûŵŷ]) \0yr? ");

    Bilingual of(Object... gaps) {
        Bilingual told = plain(gaps);
        return new Bilingual(begun(told.en()), begun(told.cy()));
    }

    /** Filled in, to stand inside another sentence. */
    Bilingual plain(Object... gaps) {
        return new Bilingual(told(en, Language.EN, gaps), told(cy, Language.CY, gaps));
    }

    private static String told(String sentence, Language language, Object... gaps) {
        Object[] filled = Stream.of(gaps)
                .map(gap -> gap instanceof Bilingual both ? both.in(language) : gap)
                .map(gap -> language == Language.CY
                        ? ARTICLE.matcher(String.valueOf(gap)).replaceFirst("\0$0")
                        : gap)
                .toArray();
        String told = sentence.formatted(filled).replaceAll(" {2,}", " ").strip();
        return AFTER_VOWEL.matcher(told).replaceAll("’r ").replace("\0", "");
    }

    private static String begun(String told) {
        return told.substring(0, 1).toUpperCase(Locale.ROOT) + told.substring(1);
    }
}
