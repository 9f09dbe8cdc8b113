package cymru.diogelu.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One point on which this module and form-js disagree about one answer.
 *
 * @param side who objects, or what else is the matter
 * @param code the mistake, or empty
 * @param raw the answer as JSON text, {@code absent} where there was none
 */
record Difference(String form, String key, String type, Side side, String code, String raw, String detail) {

    enum Side {
        /** Only this module objects. */
        HERE,
        /** Only form-js objects. */
        THERE,
        /** form-js objects otherwise to an answer that this module does not even read. */
        INSTEAD,
        /** Both take it, but keep it differently, or only one of them keeps it. */
        KEPT,
        /** Any of these, where a condition or limit looks at another answer that only one of them took as it came. */
        CONSEQUENCE
    }

    /** form-js keeps such an answer, or makes it empty without a word. */
    private static final Set<String> UNREAD =
            Set.of("wrongType", "illegalCharacter", "tooManyDigits", "notADate", "notAnOption");

    static List<Difference> between(
            Corpus.Item item, FormJs.Verdict here, FormJs.Verdict there, Map<String, Object> answers) {
        var differences = new ArrayList<Difference>();
        minus(here.errors(), there.errors()).forEach(error -> differences.add(of(item, error, Side.HERE, answers)));
        minus(there.errors(), here.errors()).forEach(error -> differences.add(of(item, error, Side.THERE, answers)));
        var keys = new TreeSet<>(here.kept().keySet());
        keys.addAll(there.kept().keySet());
        keys.removeIf(key -> here.objectsTo(key) || there.objectsTo(key));
        for (var key : keys) {
            var mine = here.kept().get(key);
            var theirs = there.kept().get(key);
            if (!Objects.equals(mine, theirs)) {
                differences.add(of(item, key + " " + mine + " / " + theirs, Side.KEPT, answers));
            }
        }
        return differences.stream()
                .map(difference -> difference.seenIn(differences, answers))
                .toList();
    }

    private static Difference of(Corpus.Item item, String keyAndCode, Side side, Map<String, Object> answers) {
        var key = keyAndCode.substring(0, keyAndCode.indexOf(' '));
        var rest = keyAndCode.substring(key.length() + 1);
        return new Difference(
                item.name(),
                key,
                Leaves.type(item.form(), key),
                side,
                side == Side.KEPT ? "" : rest,
                Leaves.raw(answers, key),
                side == Side.KEPT ? rest : "");
    }

    private Difference seenIn(List<Difference> all, Map<String, Object> answers) {
        if (side == Side.THERE && all.stream().anyMatch(other -> other.key.equals(key) && other.stopsReading())) {
            return as(Side.INSTEAD);
        }
        var leaves = Leaves.of(answers);
        boolean elsewhere = all.stream().anyMatch(other -> !other.key.equals(key) && other.stopsReading())
                || leaves.entrySet().stream().anyMatch(leaf -> !leaf.getKey().equals(key) && isUntidy(leaf.getValue()));
        return elsewhere
                        && !stopsReading()
                        && !(isUntidy(leaves.get(key)) && keptThere())
                        && concernsVisibilityOrLimits()
                ? as(Side.CONSEQUENCE)
                : this;
    }

    private boolean stopsReading() {
        return side == Side.HERE && (UNREAD.contains(code) || code.equals("tooLong"));
    }

    private boolean keptThere() {
        return side == Side.KEPT && !detail.endsWith("/ null");
    }

    private boolean concernsVisibilityOrLimits() {
        return side == Side.KEPT
                || Set.of("required", "tooSmall", "tooLarge", "tooLong").contains(code);
    }

    private static boolean isUntidy(@Nullable Object value) {
        return value instanceof String text
                && !Characters.onOneLine(Characters.tidy(text)).equals(text);
    }

    private Difference as(Side other) {
        return new Difference(form, key, type, other, code, raw, detail);
    }

    private static TreeSet<String> minus(TreeSet<String> all, TreeSet<String> those) {
        var rest = new TreeSet<>(all);
        rest.removeAll(those);
        return rest;
    }
}
