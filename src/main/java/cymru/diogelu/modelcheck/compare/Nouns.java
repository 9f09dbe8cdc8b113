package cymru.diogelu.modelcheck.compare;

import cymru.diogelu.language.Bilingual;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** What the parts of models and their values are called, from the list beside this class. */
final class Nouns {

    private static final Map<String, Bilingual> NOUNS = read();
    private static final Sentence VALUE = new Sentence("the value ‘%s’", "y gwerth ‘%s’");
    private static final Sentence PART = new Sentence("the part ‘%s’", "y rhan ‘%s’");
    private static final Sentence PROPERTY = new Sentence("the property ‘%s’", "y briodwedd ‘%s’");
    private static final Sentence WELSH = new Sentence("the Welsh of ‘%s’", "Cymraeg ‘%s’");
    private static final Sentence NOWHERE = new Sentence(
            "the Welsh for ‘%s’, which is not in the form,", "y Gymraeg ar gyfer ‘%s’, nad yw yn y ffurflen,");
    private static final Sentence INSIDE = new Sentence("%s of %s", "%s yn %s");

    private Nouns() {}

    /** A value of a part; of one without a name of its own, with what it is unless the list has words for just that. */
    static Bilingual leaf(Edit edit) {
        String kind = edit.kind().replace("camunda:", "");
        String leaf = edit.leaf().replace("camunda:", "");
        Bilingual own = NOUNS.get(kind + "." + leaf);
        if (own != null) {
            return own;
        }
        Bilingual noun = NOUNS.getOrDefault(leaf, unknown(leaf));
        boolean named = edit.pair().thing() == edit.pair();
        return named || noun.equals(kind(kind)) ? noun : INSIDE.plain(noun, kind(kind));
    }

    private static Bilingual unknown(String leaf) {
        if (leaf.startsWith("property ")) {
            return PROPERTY.plain(cut(leaf, "property "));
        }
        if (leaf.startsWith("properties.")) {
            return PROPERTY.plain(cut(leaf, "properties."));
        }
        if (leaf.matches("cy\\.(options|components)\\..*")) {
            return NOWHERE.plain(cut(leaf, leaf.startsWith("cy.o") ? "cy.options." : "cy.components."));
        }
        return leaf.startsWith("cy.") ? WELSH.plain(cut(leaf, "cy.")) : VALUE.plain(cut(leaf, ""));
    }

    private static String cut(String leaf, String beginning) {
        return Words.cut(leaf.substring(beginning.length()), "");
    }

    /** A kind of part, such as the task. */
    static Bilingual kind(String kind) {
        String shortName = kind.replace("camunda:", "");
        Bilingual known = NOUNS.get("a " + shortName);
        return known == null ? PART.plain(cut(shortName, "")) : known;
    }

    /** The kind in front of a name; nothing where the name says it. */
    static Object before(String kind) {
        return kind.matches("sequenceFlow|rule|input|output|answer") ? "" : kind(kind);
    }

    private static Map<String, Bilingual> read() {
        try (InputStream content = Nouns.class.getResourceAsStream("nouns.txt")) {
            if (content == null) {
                throw new IllegalStateException("nouns.txt is missing");
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
