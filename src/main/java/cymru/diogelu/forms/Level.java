package cymru.diogelu.forms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The components that share a scope, those of the form or those of a row, groups with what they hold. Their conditions
 * are asked together: the FEEL engine sets up all its functions anew for every evaluation, which costs more than they do.
 */
record Level(List<Component> components, List<Traits> conditional, @Nullable Expression conditions) {

    static Level of(Feel feel, List<Component> components) {
        var conditional = new ArrayList<Traits>();
        collect(components, conditional);
        return new Level(components, conditional, together(feel, conditional));
    }

    private static void collect(List<Component> components, List<Traits> conditional) {
        for (var component : components) {
            if (component.traits().hide() != null) {
                conditional.add(component.traits());
            }
            if (component instanceof Component.Group group) {
                collect(group.components(), conditional);
            }
        }
    }

    private static @Nullable Expression together(Feel feel, List<Traits> conditional) {
        var hides =
                conditional.stream().map(Traits::hide).filter(Objects::nonNull).toList();
        return hides.isEmpty() ? null : Expression.all(feel, hides);
    }

    /** Ids of the components whose own condition holds. */
    Set<String> hidden(Scope scope) {
        var hidden = new HashSet<String>();
        var answers = conditions == null ? List.of() : conditions.evaluate(scope);
        for (int at = 0; at < conditional.size(); at++) {
            if (holds(conditional.get(at), at, answers, scope)) {
                hidden.add(conditional.get(at).id());
            }
        }
        return hidden;
    }

    /** One condition that fails takes the answer of all with it; then each is asked for itself. */
    private static boolean holds(Traits traits, int at, @Nullable Object answers, Scope scope) {
        if (answers instanceof List<?> list) {
            return Boolean.TRUE.equals(list.get(at));
        }
        return traits.hide() != null && traits.hide().holds(scope);
    }
}
