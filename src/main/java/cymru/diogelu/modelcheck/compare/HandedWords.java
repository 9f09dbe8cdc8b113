package cymru.diogelu.modelcheck.compare;

import cymru.diogelu.language.Bilingual;
import java.util.Optional;

/** How it is told that a call hands over or back other values. */
final class HandedWords {

    private static final String HANDED = "camunda:(in|out)";
    private static final Sentence HANDS = new Sentence(
            "%1$s now hands over ‘%4$s’ as ‘%2$s’ instead of ‘%3$s’.",
            "Mae %1$s bellach yn trosglwyddo ‘%4$s’ fel ‘%2$s’ yn lle ‘%3$s’.");
    private static final Sentence BACK = new Sentence(
            "%1$s now hands back ‘%4$s’ as ‘%2$s’ instead of ‘%3$s’.",
            "Mae %1$s bellach yn trosglwyddo ‘%4$s’ yn ôl fel ‘%2$s’ yn lle ‘%3$s’.");
    private static final Sentence HANDED_AS = new Sentence(
            "%1$s now hands over ‘%2$s’ as ‘%4$s’ instead of as ‘%3$s’.",
            "Mae %1$s bellach yn trosglwyddo ‘%2$s’ fel ‘%4$s’ yn lle fel ‘%3$s’.");
    private static final Sentence BACK_AS = new Sentence(
            "%1$s now hands back ‘%2$s’ as ‘%4$s’ instead of as ‘%3$s’.",
            "Mae %1$s bellach yn trosglwyddo ‘%2$s’ yn ôl fel ‘%4$s’ yn lle fel ‘%3$s’.");
    private static final Sentence HANDS_NOW =
            new Sentence("%s now also hands over ‘%s’ as ‘%s’.", "Mae %s bellach hefyd yn trosglwyddo ‘%s’ fel ‘%s’.");
    private static final Sentence BACK_NOW = new Sentence(
            "%s now also hands back ‘%s’ as ‘%s’.", "Mae %s bellach hefyd yn trosglwyddo ‘%s’ yn ôl fel ‘%s’.");
    private static final Sentence NOT_ON =
            new Sentence("%s no longer hands over ‘%s’ as ‘%s’.", "Nid yw %s bellach yn trosglwyddo ‘%s’ fel ‘%s’.");
    private static final Sentence NOT_BACK = new Sentence(
            "%s no longer hands back ‘%s’ as ‘%s’.", "Nid yw %s bellach yn trosglwyddo ‘%s’ yn ôl fel ‘%s’.");

    private HandedWords() {}

    static Optional<Bilingual> edited(Edit edit, Bilingual name) {
        Part part = edit.pair().before();
        if (!edit.replaced() || !part.kind().matches(HANDED)) {
            return Optional.empty();
        }
        boolean on = part.kind().endsWith("in");
        String from = Words.cut(edit.from(), edit.to());
        String to = Words.cut(edit.to(), edit.from());
        if (edit.leaf().equals("target")) {
            return Optional.of((on ? HANDED_AS : BACK_AS).of(name, value(part), from, to));
        }
        return Optional.of((on ? HANDS : BACK).of(name, Words.cut(part.value("target"), ""), from, to));
    }

    /** Empty for a part that is no value handed over under a name. */
    static Optional<Bilingual> added(Pair around, Part part) {
        return whole(around, part, HANDS_NOW, BACK_NOW);
    }

    static Optional<Bilingual> removed(Pair around, Part part) {
        return whole(around, part, NOT_ON, NOT_BACK);
    }

    private static Optional<Bilingual> whole(Pair around, Part part, Sentence on, Sentence back) {
        boolean over = part.kind().endsWith("in");
        return handed(part)
                ? Optional.of((over ? on : back).of(around.name(), value(part), Words.cut(part.value("target"), "")))
                : Optional.empty();
    }

    private static boolean handed(Part part) {
        return part.kind().matches(HANDED)
                && !part.value("target").isEmpty()
                && !value(part).isEmpty();
    }

    private static String value(Part part) {
        return Words.cut(part.value("source") + part.value("sourceExpression"), "");
    }
}
