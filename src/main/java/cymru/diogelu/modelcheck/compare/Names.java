package cymru.diogelu.modelcheck.compare;

import cymru.diogelu.language.Bilingual;

/** How the names of things stand in sentences. */
final class Names {

    private static final int LONGEST = 80;

    private Names() {}

    /** A name in both languages, in quotation marks; where a language has none, the other's stands. */
    static Bilingual quoted(String en, String cy, String id) {
        String english = first(en, cy, id);
        return new Bilingual("‘" + shown(english) + "’", "‘" + shown(first(cy, en, id)) + "’");
    }

    /** The same in both languages: an id, or a text of a model. */
    static Bilingual quoted(String text) {
        String told = Words.cut(text, "");
        return new Bilingual("‘" + told + "’", "‘" + told + "’");
    }

    private static String first(String one, String other, String last) {
        return !one.isBlank() ? one : !other.isBlank() ? other : last;
    }

    private static String shown(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
