package cymru.diogelu.modelcheck.compare;

import cymru.diogelu.language.Bilingual;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How differences of forms are told. */
final class FormWords extends Words {

    private static final Sentence REQUIRED =
            new Sentence("The field %s is now required.", "Mae’r maes %s bellach yn ofynnol.");
    private static final Sentence OPTIONAL =
            new Sentence("The field %s is no longer required.", "Nid yw’r maes %s bellach yn ofynnol.");
    private static final Sentence HIDDEN =
            new Sentence("%1$s is now hidden when ‘%3$s’.", "Cuddir %1$s bellach pan fo ‘%3$s’.");
    private static final Sentence HIDDEN_OTHERWISE = new Sentence(
            "%1$s is now hidden when ‘%3$s’ instead of when ‘%2$s’.",
            "Cuddir %1$s bellach pan fo ‘%3$s’ yn lle pan fo ‘%2$s’.");
    private static final Sentence SHOWN =
            new Sentence("%1$s is no longer hidden when ‘%2$s’.", "Ni chuddir %1$s bellach pan fo ‘%2$s’.");
    private static final Sentence READS =
            new Sentence("%1$s now reads ‘%3$s’.", "Testun Saesneg %1$s bellach yw ‘%3$s’.");
    private static final Sentence WELSH =
            new Sentence("The Welsh of %1$s changes from ‘%2$s’ to ‘%3$s’.", "Newidir Cymraeg %1$s o ‘%2$s’ i ‘%3$s’.");
    private static final Sentence MUST = new Sentence("%s; it must be answered.", "%s; rhaid ei ateb.");
    private static final Sentence MAY = new Sentence("%s; it need not be answered.", "%s; nid oes rhaid ei ateb.");
    private static final Sentence HAD_TO = new Sentence("%s; it had to be answered.", "%s; roedd rhaid ei ateb.");
    private static final Sentence COULD =
            new Sentence("%s; it did not have to be answered.", "%s; nid oedd rhaid ei ateb.");
    private static final Sentence OFFERED = new Sentence("%s is now offered.", "Cynigir bellach %s.");
    private static final Sentence NOT_OFFERED = new Sentence("%s is no longer offered.", "Ni chynigir bellach %s.");
    private static final Sentence VALUE =
            new Sentence("The value of %1$s changes from ‘%2$s’ to ‘%3$s’.", "Newidir gwerth %1$s o ‘%2$s’ i ‘%3$s’.");
    private static final Sentence KEY =
            new Sentence("The key of %1$s changes from ‘%2$s’ to ‘%3$s’.", "Newidir allwedd %1$s o ‘%2$s’ i ‘%3$s’.");
    private static final Sentence INTO = new Sentence("%1$s is moved into %3$s.", "Symudir %1$s i mewn i %3$s.");
    private static final Sentence OUT = new Sentence("%1$s is moved out of %2$s.", "Symudir %1$s allan o %2$s.");

    private final Map<String, Bilingual> before;
    private final Map<String, Bilingual> after;

    FormWords(Map<String, Bilingual> before, Map<String, Bilingual> after) {
        this.before = before;
        this.after = after;
    }

    @Override
    Optional<Bilingual> edited(Edit edit) {
        boolean required = edit.kind().equals("component") && edit.leaf().equals("validate.required");
        return required ? required(edit, edit.pair().name()) : spoken(plain(edit));
    }

    /** Texts without the quotation marks that tell them from other values, where they are told apart without them. */
    private static Edit plain(Edit edit) {
        Edit plain = new Edit(
                edit.pair(),
                edit.leaf(),
                edit.before().map(FormWords::plain),
                edit.after().map(FormWords::plain));
        return plain.from().equals(plain.to()) ? edit : plain;
    }

    private static String plain(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1).replace("\\\"", "\"") : value;
    }

    private Optional<Bilingual> spoken(Edit edit) {
        Bilingual name = edit.pair().name();
        return switch (edit.kind() + " " + edit.leaf()) {
            case "component conditional.hide" -> Optional.of(hidden(edit, name));
            case "component inside" -> Optional.of(place(edit, name));
            case "component label", "component dateLabel", "component text", "answer label" ->
                replaced(edit, READS, name);
            case "component cy.label", "component cy.dateLabel", "component cy.text", "answer cy" ->
                replaced(edit, WELSH, name);
            case "component key", "component path" -> named(edit) ? Optional.empty() : super.edited(edit);
            case "answer value" -> Optional.empty();
            default -> super.edited(edit);
        };
    }

    /** With the values at the end; in the words of every value where it was not there before or is no more. */
    private Optional<Bilingual> replaced(Edit edit, Sentence sentence, Bilingual... names) {
        if (!edit.replaced()) {
            return super.edited(edit);
        }
        List<Object> gaps = new ArrayList<>(List.of(names));
        gaps.add(cut(edit.from(), edit.to()));
        gaps.add(cut(edit.to(), edit.from()));
        return Optional.of(sentence.of(gaps.toArray()));
    }

    private Optional<Bilingual> required(Edit edit, Bilingual name) {
        boolean now = edit.to().equals("true");
        return now || edit.from().equals("true")
                ? Optional.of((now ? REQUIRED : OPTIONAL).of(name))
                : super.edited(edit);
    }

    private static Bilingual hidden(Edit edit, Bilingual name) {
        Sentence sentence = edit.replaced() ? HIDDEN_OTHERWISE : edit.after().isPresent() ? HIDDEN : SHOWN;
        return sentence.of(name, cut(edit.from(), edit.to()), cut(edit.to(), edit.from()));
    }

    private Bilingual place(Edit edit, Bilingual name) {
        Bilingual from = before.getOrDefault(edit.from(), Names.quoted(edit.from()));
        Bilingual to = after.getOrDefault(edit.to(), Names.quoted(edit.to()));
        return (edit.after().isPresent() ? INTO : OUT).of(name, from, to);
    }

    /** Whether the change of the key that people know it by is told as such. */
    private static boolean named(Edit edit) {
        return edit.from().equals(last(edit.pair().before()))
                && edit.to().equals(last(edit.pair().after()));
    }

    private static String last(Part component) {
        return component.id().substring(component.id().lastIndexOf('.') + 1);
    }

    @Override
    Optional<Bilingual> added(Pair around, Part part) {
        return part.kind().equals("answer")
                ? part.name().map(OFFERED::of)
                : super.added(around, part).map(told -> question(part, told, MUST, MAY));
    }

    @Override
    Optional<Bilingual> removed(Pair around, Part part) {
        return part.kind().equals("answer")
                ? part.name().map(NOT_OFFERED::of)
                : super.removed(around, part).map(told -> question(part, told, HAD_TO, COULD));
    }

    /** With whether it has to be answered, of a field that can be. */
    private static Bilingual question(Part part, Bilingual told, Sentence must, Sentence may) {
        boolean asks = part.kind().equals("component")
                && !part.value("key").isEmpty()
                && !part.value("type").matches("group|dynamiclist|\"group\"|\"dynamiclist\"");
        if (!asks) {
            return told;
        }
        Sentence end = part.value("validate.required").equals("true") ? must : may;
        return end.of(new Bilingual(stop(told.en()), stop(told.cy())));
    }

    private static String stop(String sentence) {
        return sentence.substring(0, sentence.length() - 1);
    }

    @Override
    Optional<Bilingual> idChanged(Pair pair) {
        if (pair.before().kind().equals("answer")) {
            return Optional.of(VALUE.of(pair.name(), id(pair.before(), pair.after()), id(pair.after(), pair.before())));
        }
        if (!pair.before().kind().equals("component")) {
            return super.idChanged(pair);
        }
        String from = last(pair.before());
        String to = last(pair.after());
        return from.equals(to) ? Optional.empty() : Optional.of(KEY.of(pair.name(), cut(from, to), cut(to, from)));
    }
}
