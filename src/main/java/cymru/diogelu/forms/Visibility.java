package cymru.diogelu.forms;

import cymru.diogelu.forms.Component.Computed;
import cymru.diogelu.forms.Component.Rows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Decides what of a form is shown, in the two steps of form-js: first every condition looks at all answers, and what it
 * hides is taken out of the data; then every condition looks at what is left, over the initial values. Conditions inside
 * a row see that row whole through {@code this}. What hides a component hides all that it holds.
 */
final class Visibility {

    private final Filling filling;

    private Visibility(Filling filling) {
        this.filling = filling;
    }

    /** Marks every entry, and works out the computed values, which conditions may read in turn. */
    static void settle(Filling filling) {
        var visibility = new Visibility(filling);
        visibility.mark();
        if (visibility.compute(filling.entries())) {
            visibility.mark();
        }
    }

    private void mark() {
        var rest = Tree.copy(filling.data());
        strike(filling.entries(), Scope.of(filling.data()), false, rest);
        var seen = new LinkedHashMap<>(filling.initial());
        seen.putAll(rest);
        show(filling.entries(), Scope.of(seen));
    }

    private void strike(List<Entry> entries, Scope scope, boolean hidden, Map<String, Object> rest) {
        for (var entry : entries) {
            boolean gone = hidden || hides(entry, scope);
            boolean holdsRows = entry.component() instanceof Rows;
            if (gone && (holdsRows || entry.component().holdsValue())) {
                Tree.remove(rest, entry.path());
            }
            if (!(gone && holdsRows)) {
                inside(entry, scope, (part, inner) -> strike(part, inner, gone, rest));
            }
        }
    }

    private void show(List<Entry> entries, Scope scope) {
        for (var entry : entries) {
            if (hides(entry, scope)) {
                hide(entry);
            } else {
                entry.show(scope);
                inside(entry, scope, this::show);
            }
        }
    }

    private static void hide(Entry entry) {
        entry.show(null);
        entry.parts().forEach(part -> part.forEach(Visibility::hide));
    }

    private static boolean hides(Entry entry, Scope scope) {
        var hide = entry.component().traits().hide();
        return hide != null && hide.holds(scope);
    }

    @SuppressWarnings("unchecked")
    private void inside(Entry entry, Scope scope, BiConsumer<List<Entry>, Scope> visit) {
        for (int part = 0; part < entry.parts().size(); part++) {
            var inner = scope;
            if (entry.component() instanceof Rows) {
                var path = new ArrayList<>(entry.path());
                path.add(part);
                inner = scope.row((Map<String, Object>) Tree.at(filling.data(), path), part);
            }
            visit.accept(entry.parts().get(part), inner);
        }
    }

    private boolean compute(List<Entry> entries) {
        boolean any = false;
        for (var entry : entries) {
            var scope = entry.scope();
            if (scope != null && entry.component() instanceof Computed computed) {
                entry.compute(Plain.of(computed.expression().evaluate(scope)));
                Tree.put(filling.data(), entry.path(), entry.value());
                any = true;
            }
            for (var part : entry.parts()) {
                any |= compute(part);
            }
        }
        return any;
    }
}
