package cymru.diogelu.modelcheck.compare;

import cymru.diogelu.language.Bilingual;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A part before and after, and what became of the parts inside it. */
final class Pair {

    private final Part before;
    private final Part after;
    private final @Nullable Pair around;
    private final List<Pair> kept = new ArrayList<>();
    private final List<Part> removed = new ArrayList<>();
    private final List<Part> added = new ArrayList<>();
    private final List<Pair> moved = new ArrayList<>();

    Pair(Part before, Part after, @Nullable Pair around) {
        this.before = before;
        this.after = after;
        this.around = around;
    }

    Part before() {
        return before;
    }

    Part after() {
        return after;
    }

    Optional<Pair> around() {
        return Optional.ofNullable(around);
    }

    /** In the order of the set after the change. */
    List<Pair> kept() {
        return kept;
    }

    List<Part> removed() {
        return removed;
    }

    List<Part> added() {
        return added;
    }

    /** Those of the kept whose place among the others changed. */
    List<Pair> moved() {
        return moved;
    }

    /** This pair or the nearest around it that people have a name for, at last the file. */
    Pair thing() {
        return before.name().isPresent() || file()
                ? this
                : Objects.requireNonNull(around).thing();
    }

    /** Whether this is a file, or the whole set that files belong to. */
    private boolean file() {
        return around == null || around.around == null;
    }

    /** What people knew it by before. */
    Bilingual name() {
        return thing().before().name().orElseGet(() -> Nouns.kind("file"));
    }
}
