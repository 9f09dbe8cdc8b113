package cymru.diogelu.forms;

import cymru.diogelu.forms.Component.Computed;
import cymru.diogelu.forms.Component.Rows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
        boolean struck = strike(filling.entries(), view(filling.level(), Scope.of(filling.data())), false, rest);
        var seen = new LinkedHashMap<>(filling.initial());
        seen.putAll(rest);
        var scope = Scope.of(seen);
        // Where nothing was taken out there is nothing new to see.
        show(filling.entries(), struck ? view(filling.level(), scope) : new View(scope, Set.of()), struck);
    }

    private boolean strike(List<Entry> entries, View view, boolean hidden, Map<String, Object> rest) {
        boolean struck = false;
        for (var entry : entries) {
            boolean gone = hidden || view.hides(entry);
            boolean holdsRows = entry.component() instanceof Rows;
            if (gone && (holdsRows || entry.component().holdsValue())) {
                Tree.remove(rest, entry.path());
            }
            struck |= gone;
            if (!(gone && holdsRows)) {
                for (int part = 0; part < entry.parts().size(); part++) {
                    struck |= strike(entry.parts().get(part), inside(entry, view, part, true), gone, rest);
                }
            }
        }
        return struck;
    }

    private void show(List<Entry> entries, View view, boolean struck) {
        for (var entry : entries) {
            if (view.hides(entry)) {
                hide(entry);
                continue;
            }
            entry.show(view.scope());
            for (int part = 0; part < entry.parts().size(); part++) {
                show(entry.parts().get(part), inside(entry, view, part, struck), struck);
            }
        }
    }

    private static void hide(Entry entry) {
        entry.show(null);
        entry.parts().forEach(part -> part.forEach(Visibility::hide));
    }

    /** A group is seen as its surroundings are, a row as its own. */
    @SuppressWarnings("unchecked")
    private View inside(Entry entry, View view, int part, boolean ask) {
        if (!(entry.component() instanceof Rows rows)) {
            return view;
        }
        var path = new ArrayList<>(entry.path());
        path.add(part);
        var scope = view.scope().row((Map<String, Object>) Tree.at(filling.data(), path), part);
        return ask ? view(rows.level(), scope) : new View(scope, Set.of());
    }

    private static View view(Level level, Scope scope) {
        return new View(scope, level.hidden(scope));
    }

    /** A scope, and the ids of the components in it whose own condition holds there. */
    private record View(Scope scope, Set<String> hidden) {

        boolean hides(Entry entry) {
            return hidden.contains(entry.component().traits().id());
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
