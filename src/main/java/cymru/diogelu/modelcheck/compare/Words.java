package cymru.diogelu.modelcheck.compare;

import cymru.diogelu.language.Bilingual;
import java.util.Optional;
import java.util.stream.Collectors;

/** How differences are told, whatever the file is; a kind of file has sentences of its own before these. */
class Words {

    private static final int LONGEST = 120;
    private static final int LEAD = 30;

    private static final Sentence CHANGED =
            new Sentence("In %1$s %2$s changes from ‘%3$s’ to ‘%4$s’.", "Yn %1$s, newidir %2$s o ‘%3$s’ i ‘%4$s’.");
    private static final Sentence GIVEN = new Sentence(
            "In %1$s %2$s is now ‘%3$s’; before there was none.",
            "Yn %1$s, ‘%3$s’ yw %2$s bellach; nid oedd dim o’r blaen.");
    private static final Sentence TAKEN =
            new Sentence("In %1$s %2$s ‘%3$s’ is taken away.", "Yn %1$s, tynnir %2$s ‘%3$s’ ymaith.");
    private static final Sentence RENAMED =
            new Sentence("%1$s is renamed to ‘%3$s’.", "Newidir enw Saesneg %1$s o ‘%2$s’ i ‘%3$s’.");
    private static final Sentence WELSH_NAME = new Sentence(
            "The Welsh name of %1$s changes from ‘%2$s’ to ‘%3$s’.", "Newidir enw Cymraeg %1$s o ‘%2$s’ i ‘%3$s’.");
    private static final Sentence KIND = new Sentence("%1$s changes from %2$s to %3$s.", "Newidir %1$s o %2$s i %3$s.");
    private static final Sentence ADDED = new Sentence("%1$s %2$s is added.", "Ychwanegir %1$s %2$s.");
    private static final Sentence REMOVED = new Sentence("%1$s %2$s is removed.", "Dileir %1$s %2$s.");
    private static final Sentence ADDED_INSIDE =
            new Sentence("In %1$s %2$s%3$s is added.", "Yn %1$s, ychwanegir %2$s%3$s.");
    private static final Sentence REMOVED_INSIDE =
            new Sentence("In %1$s %2$s%3$s is removed.", "Yn %1$s, dileir %2$s%3$s.");
    private static final Sentence MOVED =
            new Sentence("%1$s is moved: it now comes after %2$s.", "Symudir %1$s: daw bellach ar ôl %2$s.");
    private static final Sentence MOVED_FIRST =
            new Sentence("%1$s is moved: it now comes first.", "Symudir %1$s: daw bellach yn gyntaf.");
    private static final Sentence IN_TURN = new Sentence(
            "In %1$s %2$s%3$s now has its turn at another place.", "Yn %1$s, daw tro %2$s%3$s bellach mewn lle arall.");
    private static final Sentence ID =
            new Sentence("The id of %1$s changes from ‘%2$s’ to ‘%3$s’.", "Newidir id %1$s o ‘%2$s’ i ‘%3$s’.");

    /** What is to be said of a value that differs; nothing where something else says it. */
    Optional<Bilingual> edited(Edit edit) {
        Bilingual name = edit.pair().name();
        if (edit.leaf().equals("kind")) {
            return Optional.of(KIND.of(name, Nouns.kind(edit.from()), Nouns.kind(edit.to())));
        }
        boolean own = edit.pair().thing() == edit.pair() && edit.replaced();
        if (own && edit.leaf().equals("name") && !edit.kind().equals("output")) {
            return Optional.of(RENAMED.of(name, cut(edit.from(), edit.to()), cut(edit.to(), edit.from())));
        }
        if (own
                && (edit.leaf().equals("property cy")
                        || edit.leaf().equals("cy") && edit.kind().equals("decision"))) {
            return Optional.of(WELSH_NAME.of(name, cut(edit.from(), edit.to()), cut(edit.to(), edit.from())));
        }
        return Optional.of(plainly(edit, name));
    }

    /** The sentence that fits every value. */
    private static Bilingual plainly(Edit edit, Bilingual name) {
        Bilingual noun = Nouns.leaf(edit);
        if (!edit.replaced()) {
            return edit.before().isPresent()
                    ? TAKEN.of(name, noun, cut(edit.from(), ""))
                    : GIVEN.of(name, noun, cut(edit.to(), ""));
        }
        return CHANGED.of(name, noun, cut(edit.from(), edit.to()), cut(edit.to(), edit.from()));
    }

    Optional<Bilingual> added(Pair around, Part part) {
        return Optional.of(part.name()
                .map(name -> ADDED.of(Nouns.before(part.kind()), name))
                .orElseGet(() -> ADDED_INSIDE.of(around.name(), Nouns.kind(part.kind()), said(part))));
    }

    Optional<Bilingual> removed(Pair around, Part part) {
        return Optional.of(part.name()
                .map(name -> REMOVED.of(Nouns.before(part.kind()), name))
                .orElseGet(() -> REMOVED_INSIDE.of(around.name(), Nouns.kind(part.kind()), said(part))));
    }

    /** @param previous what it comes after now; empty where it comes first */
    Optional<Bilingual> moved(Pair pair, Optional<Part> previous) {
        if (pair.before().name().isEmpty()) {
            return Optional.of(IN_TURN.of(pair.name(), Nouns.kind(pair.before().kind()), said(pair.before())));
        }
        return Optional.of(previous.flatMap(Part::name)
                .map(after -> MOVED.of(pair.name(), after))
                .orElseGet(() -> MOVED_FIRST.of(pair.name())));
    }

    Optional<Bilingual> idChanged(Pair pair) {
        return Optional.of(ID.of(pair.name(), id(pair.before(), pair.after()), id(pair.after(), pair.before())));
    }

    static String id(Part part, Part other) {
        return cut(part.id(), other.id());
    }

    /** What a part without a name says, in brackets. */
    private static String said(Part part) {
        String values = part.leaves().entrySet().stream()
                .filter(leaf -> !leaf.getKey().equals("id"))
                .map(leaf -> leaf.getValue().value())
                .limit(5)
                .collect(Collectors.joining(" → "));
        return values.isBlank() ? "" : " (" + cut(values, "") + ")";
    }

    /** A text that is short enough for a sentence, with the place where it differs from another. */
    static String cut(String text, String other) {
        if (text.length() <= LONGEST && other.length() <= LONGEST) {
            return text;
        }
        int same = 0;
        int most = Math.min(text.length(), other.length());
        while (same < most && text.charAt(same) == other.charAt(same)) {
            same++;
        }
        int from = other.isEmpty() ? 0 : Math.max(0, same - LEAD);
        int to = Math.min(text.length(), from + LONGEST);
        return (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
    }
}
