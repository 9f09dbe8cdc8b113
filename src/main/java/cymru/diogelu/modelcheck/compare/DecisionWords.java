package cymru.diogelu.modelcheck.compare;

import cymru.diogelu.language.Bilingual;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** How differences of decision tables are told. */
final class DecisionWords extends Words {

    private static final Sentence CELL =
            new Sentence("In %1$s %2$s changes from %3$s to %4$s.", "Yn %1$s, newidir %2$s o %3$s i %4$s.");
    private static final Sentence ASKS =
            new Sentence("%1$s now asks ‘%3$s’ instead of ‘%2$s’.", "Mae %1$s bellach yn gofyn ‘%3$s’ yn lle ‘%2$s’.");
    private static final Sentence NOW = new Sentence("%s is now rule %s.", "%s bellach yw rheol %s.");
    private static final Bilingual ANYTHING = new Bilingual("anything", "unrhyw beth");
    private static final Bilingual NOTHING = new Bilingual("nothing", "dim");

    private final Map<Pair, Map<String, Column>> columns = new IdentityHashMap<>();
    private final Map<Part, Integer> numbers = new IdentityHashMap<>();

    /** A column by its name; whether it stands in both versions. */
    private record Column(Bilingual name, boolean kept) {}

    @Override
    Optional<Bilingual> edited(Edit edit) {
        String leaf = edit.leaf();
        if (edit.kind().equals("rule") && leaf.matches("(input|output) [^@]*")) {
            return cell(edit);
        }
        if (edit.kind().equals("inputExpression") && leaf.equals("text") && edit.replaced()) {
            return Optional.of(ASKS.of(edit.pair().name(), cut(edit.from(), edit.to()), cut(edit.to(), edit.from())));
        }
        return super.edited(edit);
    }

    /** The cells of a column that comes or goes are told with it. */
    private Optional<Bilingual> cell(Edit edit) {
        Column column = column(edit.pair(), edit.leaf());
        if (!column.kept() && !edit.replaced()) {
            return Optional.empty();
        }
        return Optional.of(CELL.of(
                edit.pair().name(), column.name(), cell(edit.before(), edit.to()), cell(edit.after(), edit.from())));
    }

    private static Bilingual cell(Optional<String> cell, String other) {
        return cell.filter(text -> !text.isEmpty())
                .map(text -> text.equals("-") ? ANYTHING : Names.quoted(cut(text, other)))
                .orElse(NOTHING);
    }

    private Column column(Pair rule, String leaf) {
        String id = leaf.substring(leaf.indexOf(' ') + 1);
        Map<String, Column> known = rule.around()
                .map(decision -> columns.computeIfAbsent(decision, DecisionWords::columns))
                .orElse(Map.of());
        return known.getOrDefault(id, new Column(Names.quoted(id), true));
    }

    private static Map<String, Column> columns(Pair decision) {
        Map<String, Column> columns = new HashMap<>();
        decision.removed().forEach(part -> put(columns, part, false));
        decision.added().forEach(part -> put(columns, part, false));
        decision.kept().forEach(pair -> put(columns, pair.before(), true));
        return columns;
    }

    private static void put(Map<String, Column> columns, Part part, boolean kept) {
        if (part.kind().matches("input|output")) {
            columns.put(part.id(), new Column(part.name().orElseGet(() -> Names.quoted(part.id())), kept));
        }
    }

    @Override
    Optional<Bilingual> added(Pair around, Part part) {
        return toldWithColumn(around, part) ? Optional.empty() : super.added(around, part);
    }

    @Override
    Optional<Bilingual> removed(Pair around, Part part) {
        return toldWithColumn(around, part) ? Optional.empty() : super.removed(around, part);
    }

    private boolean toldWithColumn(Pair around, Part part) {
        return part.kind().endsWith("putEntry") && !column(around, part.id()).kept();
    }

    @Override
    Optional<Bilingual> moved(Pair pair, Optional<Part> previous) {
        if (!pair.before().kind().equals("rule")) {
            return super.moved(pair, previous);
        }
        pair.around().filter(decision -> !numbers.containsKey(pair.after())).ifPresent(this::number);
        return Optional.of(NOW.of(pair.name(), Objects.requireNonNullElse(numbers.get(pair.after()), 0)));
    }

    private void number(Pair decision) {
        int number = 0;
        for (Part part : decision.after().children()) {
            if (part.kind().equals("rule")) {
                numbers.put(part, ++number);
            }
        }
    }
}
