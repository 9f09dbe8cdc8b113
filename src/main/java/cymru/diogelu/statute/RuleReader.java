package cymru.diogelu.statute;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes rules of register entries and refuses what does not hold together. */
final class RuleReader {

    private static final Set<String> KEYS =
            Set.of("id", "sentence", "template", "activation", "target", "among", "correlation", "within", "times");

    private final Provisions provisions;

    RuleReader(Provisions provisions) {
        this.provisions = provisions;
    }

    StatutoryRule rule(RegisterEntry entry) {
        entry.knowsOnly(KEYS);
        if (!entry.id().matches("(INV|DL)-\\d{2}b?\\.[a-z0-9]+(-[a-z0-9]+)*")) {
            throw entry.broken("the id is not of the form INV-01.what-it-asks or DL-01.what-it-asks");
        }
        Template template = entry.checked(() -> RegisterEntry.constant(Template.class, entry.text("template")));
        refuse(entry, "target", !template.targeted());
        refuse(entry, "correlation", !template.targeted());
        refuse(entry, "among", !template.among());
        refuse(entry, "within", !template.limited());
        refuse(entry, "times", !template.counted());
        return new StatutoryRule(
                entry.id(),
                provision(entry, entry.id().substring(0, entry.id().indexOf('.'))),
                entry.bilingual("sentence"),
                template,
                new ActivityReader(entry, template == Template.ABSENCE).required("activation"),
                template.targeted() ? new ActivityReader(entry, false).required("target") : null,
                new ActivityReader(entry, false).optional("among"),
                correlation(entry),
                within(entry),
                times(entry));
    }

    private static void refuse(RegisterEntry entry, String key, boolean refused) {
        if (refused && entry.content().containsKey(key)) {
            throw entry.broken("a rule of this template has no '%s'".formatted(key));
        }
    }

    private Provision provision(RegisterEntry entry, String id) {
        return provisions.find(id).orElseThrow(() -> entry.broken("the register does not hold '%s'".formatted(id)));
    }

    Provision invariant(RegisterEntry entry, String id) {
        return provisions
                .find(id)
                .filter(provision -> provision.kind() == Provision.Kind.INVARIANT)
                .orElseThrow(() -> entry.broken("the register holds no invariant '%s'".formatted(id)));
    }

    private static Correlation correlation(RegisterEntry entry) {
        String word = entry.textOrNull("correlation");
        return word == null ? Correlation.CASE : entry.checked(() -> RegisterEntry.constant(Correlation.class, word));
    }

    private @Nullable String within(RegisterEntry entry) {
        String id = entry.textOrNull("within");
        if (id != null && provisions.find(id).map(Provision::limit).isEmpty()) {
            throw entry.broken("the register holds no limit '%s'".formatted(id));
        }
        return id;
    }

    private static int times(RegisterEntry entry) {
        int times = entry.content().containsKey("times") ? entry.number("times") : 1;
        if (times < 1) {
            throw entry.broken("'times' is less than once");
        }
        return times;
    }
}
