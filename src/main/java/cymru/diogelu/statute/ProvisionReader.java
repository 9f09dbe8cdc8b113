package cymru.diogelu.statute;

import cymru.diogelu.statute.Provision.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes provisions of register entries and refuses what does not hold together. */
record ProvisionReader(Set<String> roles, ReminderRules rules) {

    private static final Set<String> KEYS = Set.of(
            "id",
            "title",
            "duty",
            "limit",
            "startsAt",
            "watchedAt",
            "responsible",
            "escalation",
            "reminders",
            "source",
            "confidence",
            "overridable",
            "extendableBy");

    Stream<Provision> read(RegisterFile file) {
        Kind kind = file.top()
                .checked(() -> RegisterEntry.constant(Kind.class, file.top().text("kind")));
        return file.entries("provisions", "id").stream().map(entry -> provision(kind, entry.knowsOnly(KEYS)));
    }

    private Provision provision(Kind kind, RegisterEntry entry) {
        if (!entry.id().matches("(DL|INV|PR)-\\d{2}b?")) {
            throw entry.broken("the id is not of the form DL-01, INV-01 or PR-01");
        }
        Limit limit = limit(kind, entry);
        String responsible = responsible(kind, entry);
        return new Provision(
                entry.id(),
                kind,
                entry.bilingual("title"),
                entry.bilingual("duty"),
                limit,
                entry.texts("watchedAt"),
                responsible,
                ladder(kind, responsible, entry),
                reminders(limit, entry),
                entry.text("source"),
                entry.checked(() -> RegisterEntry.constant(Confidence.class, entry.text("confidence"))),
                entry.flag("overridable"),
                role(entry, entry.textOrNull("extendableBy")));
    }

    private @Nullable Limit limit(Kind kind, RegisterEntry entry) {
        if (kind == Kind.LIMIT) {
            return entry.checked(() -> Limit.parse(entry.text("limit"), entry.text("startsAt")));
        }
        Stream.of("limit", "startsAt", "watchedAt", "escalation", "reminders", "overridable", "extendableBy")
                .filter(entry.content()::containsKey)
                .findFirst()
                .ifPresent(key -> {
                    throw entry.broken("an invariant has no '%s'".formatted(key));
                });
        return null;
    }

    private @Nullable String responsible(Kind kind, RegisterEntry entry) {
        return role(entry, kind == Kind.LIMIT ? entry.text("responsible") : entry.textOrNull("responsible"));
    }

    private List<String> ladder(Kind kind, @Nullable String responsible, RegisterEntry entry) {
        List<String> ladder = entry.texts("escalation");
        ladder.forEach(role -> role(entry, role));
        if (kind == Kind.LIMIT && (ladder.size() < 2 || ladder.size() > 3)) {
            throw entry.broken("the escalation ladder needs two or three roles");
        }
        if (Set.copyOf(ladder).size() < ladder.size() || ladder.stream().anyMatch(role -> role.equals(responsible))) {
            throw entry.broken("the escalation ladder names a role twice or the responsible role itself");
        }
        return ladder;
    }

    private List<Reminder> reminders(@Nullable Limit limit, RegisterEntry entry) {
        if (limit == null) {
            return List.of();
        }
        return entry.checked(() -> entry.content().containsKey("reminders")
                ? entry.texts("reminders").stream().map(Reminder::parse).toList()
                : rules.forLimit(limit));
    }

    private @Nullable String role(RegisterEntry entry, @Nullable String role) {
        if (role != null && !roles.contains(role)) {
            throw entry.broken("'%s' is not a known role".formatted(role));
        }
        return role;
    }
}
