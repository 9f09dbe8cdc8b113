package cymru.diogelu.forms;

import cymru.diogelu.forms.Component.Rows;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The custom property {@code page}, with which a designer cuts a form into pages: refused where a component would stand
 * on no page, two pages have one address, or rows that have pages of their own could not be counted.
 */
final class Pages {

    private static final String PAGE = "page";
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,29}");

    /** Addresses beside the pages of a form. */
    private static final Set<String> KEPT = Set.of("check", "anew", "receipt");

    private final Set<String> names = new HashSet<>();
    private final Faults faults;

    private Pages(Faults faults) {
        this.faults = faults;
    }

    /** @param faults where the components are named that cannot stand as they do */
    static void check(List<Component> components, Faults faults) {
        new Pages(faults).inOrder(components, false);
    }

    private void inOrder(List<Component> components, boolean inRows) {
        if (components.stream().noneMatch(Pages::cuts)) {
            return;
        }
        var first = components.get(0);
        if (!begins(first)) {
            faults.add(first.traits().source().broken("stands before the first page"));
        }
        components.forEach(component -> each(component, inRows));
    }

    private void each(Component component, boolean inRows) {
        faults.attempt(() -> name(component));
        if (component instanceof Rows rows && rows.components().stream().anyMatch(Pages::cuts)) {
            if (inRows || !marked(rows)) {
                faults.add(rows.traits()
                        .source()
                        .broken("rows with pages need a page of the list itself, outside other lists"));
            }
            inOrder(rows.components(), true);
        } else {
            component.components().forEach(part -> each(part, inRows));
        }
    }

    private void name(Component component) {
        var name = component.traits().properties().get(PAGE);
        if (name == null) {
            return;
        }
        var source = component.traits().source();
        if (!NAME.matcher(name).matches() || KEPT.contains(name)) {
            throw source.broken("a page is named in small letters, figures and hyphens, and none of %s: %s"
                    .formatted(KEPT.stream().sorted().toList(), name));
        }
        if (!names.add(name)) {
            throw source.broken("the page '%s' stands twice in the form".formatted(name));
        }
    }

    /** Whether a page begins at the very start of it, so that nothing of it stands on the page before. */
    private static boolean begins(Component component) {
        return marked(component)
                || component instanceof Component.Group group
                        && !group.components().isEmpty()
                        && begins(group.components().get(0));
    }

    private static boolean cuts(Component component) {
        return marked(component) || component.components().stream().anyMatch(Pages::cuts);
    }

    private static boolean marked(Component component) {
        return component.traits().properties().containsKey(PAGE);
    }
}
