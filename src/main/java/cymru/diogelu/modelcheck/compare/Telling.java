package cymru.diogelu.modelcheck.compare;

import cymru.diogelu.language.Bilingual;
import cymru.diogelu.modelcheck.Change;
import cymru.diogelu.modelcheck.Change.Kind;
import cymru.diogelu.modelcheck.compare.Part.Leaf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Tells every difference between two matched parts and inside them. */
final class Telling {

    private final Words words;
    private final Renames renames;
    private final List<Change> changes = new ArrayList<>();

    Telling(Words words, Renames renames) {
        this.words = words;
        this.renames = renames;
    }

    List<Change> of(Pair pair) {
        tell(pair);
        return changes;
    }

    private void tell(Pair pair) {
        identity(pair);
        leaves(pair);
        whole(pair, pair.removed(), Kind.REMOVED, words::removed);
        whole(pair, pair.added(), Kind.ADDED, words::added);
        order(pair);
        pair.kept().forEach(this::tell);
    }

    private void identity(Pair pair) {
        Part before = pair.before();
        Part after = pair.after();
        if (!before.kind().equals(after.kind())) {
            edit(
                    pair,
                    "kind",
                    new Leaf(before.kind(), before.file(), before.line()),
                    new Leaf(after.kind(), after.file(), after.line()));
        }
        boolean numbered = before.value("id").isEmpty() != after.value("id").isEmpty()
                && before.kind().matches("input|output|rule");
        if (before.name().isPresent() && !numbered && !before.id().equals(after.id())) {
            words.idChanged(pair)
                    .ifPresent(sentence -> changes.add(new Change(
                            Kind.ID_CHANGED,
                            after.file(),
                            before.id(),
                            after.id(),
                            before.line(),
                            after.line(),
                            sentence,
                            Set.of())));
        }
    }

    private void leaves(Pair pair) {
        Map<String, Leaf> after = new LinkedHashMap<>(pair.after().leaves());
        pair.before().leaves().forEach((leaf, old) -> {
            Leaf same = after.remove(leaf);
            Leaf now = same == null ? after.remove(renames.of(pair.before(), leaf)) : same;
            if (now == null || !renames.same(pair.before(), leaf, old.value(), now.value())) {
                edit(pair, leaf, old, now);
            }
        });
        after.forEach((leaf, now) -> edit(pair, leaf, null, now));
    }

    /** Whether a value goes with something that is told: the id, or a text that the value belongs to. */
    private static boolean told(Pair pair, String leaf) {
        if (leaf.equals("id") && pair.before().name().isPresent()) {
            return pair.before().value(leaf).equals(pair.before().id())
                    && pair.after().value(leaf).equals(pair.after().id());
        }
        return base(leaf, pair.after()) != base(leaf, pair.before());
    }

    /** Whether the text is there that an attribute of a text belongs to; one that comes or goes is told alone. */
    private static boolean base(String leaf, Part part) {
        int at = leaf.indexOf('@');
        return at > 0 && part.leaves().containsKey(leaf.substring(0, at));
    }

    private void edit(Pair pair, String leaf, @Nullable Leaf before, @Nullable Leaf after) {
        Edit edit = new Edit(
                pair,
                leaf,
                Optional.ofNullable(before).map(Leaf::value).or(() -> Unsaid.value(leaf)),
                Optional.ofNullable(after).map(Leaf::value).or(() -> Unsaid.value(leaf)));
        if (told(pair, leaf)) {
            return;
        }
        String file = after == null ? pair.after().file() : after.file();
        words.edited(edit)
                .ifPresent(sentence -> changes.add(new Change(
                        Kind.CHANGED,
                        file,
                        element(pair.thing().before()),
                        element(pair.thing().after()),
                        before == null ? 0 : before.line(),
                        after == null ? 0 : after.line(),
                        sentence,
                        Set.of())));
    }

    private void whole(Pair around, List<Part> parts, Kind kind, BiFunction<Pair, Part, Optional<Bilingual>> sentence) {
        for (Part part : parts) {
            Part left = part.name().isPresent() ? part : around.thing().before();
            Part right = part.name().isPresent() ? part : around.thing().after();
            int before = kind == Kind.REMOVED ? part.line() : 0;
            int after = kind == Kind.REMOVED ? 0 : part.line();
            sentence.apply(around, part)
                    .ifPresent(told -> changes.add(new Change(
                            kind,
                            around.after().file(),
                            element(left),
                            element(right),
                            before,
                            after,
                            told,
                            Set.of())));
        }
    }

    private void order(Pair pair) {
        if (pair.moved().isEmpty()) {
            return;
        }
        Map<Part, Part> previous = new IdentityHashMap<>();
        Map<String, Part> last = new HashMap<>();
        for (Part part : pair.after().children()) {
            Part before = last.put(part.order(), part);
            if (before != null) {
                previous.put(part, before);
            }
        }
        for (Pair moved : pair.moved()) {
            words.moved(moved, Optional.ofNullable(previous.get(moved.after())))
                    .ifPresent(sentence -> changes.add(new Change(
                            Kind.MOVED,
                            moved.after().file(),
                            moved.before().id(),
                            moved.after().id(),
                            moved.before().line(),
                            moved.after().line(),
                            sentence,
                            Set.of())));
        }
    }

    /** The id that Camunda Modeler shows; empty for the file as a whole. */
    private static String element(Part thing) {
        return thing.name().isPresent() ? thing.id() : "";
    }
}
