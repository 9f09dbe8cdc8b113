package cymru.diogelu.trace.mining;

import cymru.diogelu.language.Bilingual;
import cymru.diogelu.language.Language;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.ledger.Subject;
import cymru.diogelu.procedures.EntryKind;
import cymru.diogelu.procedures.WalkedModels;
import cymru.diogelu.statute.Provision;
import cymru.diogelu.statute.Provisions;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Reads the events of an event log from the entries of a record. An entry is one event, but for what an analyst would
 * count twice or not at all: flows, the gateways between them, and stays at a step that its task tells already.
 */
@Component
class MinedEvents {

    private static final Map<String, EntryKind> KINDS =
            Stream.of(EntryKind.values()).collect(Collectors.toMap(EntryKind::word, Function.identity()));
    private static final Set<EntryKind> STAYS =
            Set.of(EntryKind.ELEMENT_ENTERED, EntryKind.ELEMENT_LEFT, EntryKind.ELEMENT_PASSED);
    private static final Set<EntryKind> DATES = Set.of(
            EntryKind.DEADLINE_SET,
            EntryKind.DEADLINE_EXTENDED,
            EntryKind.DEADLINE_BREACHED,
            EntryKind.DEADLINE_LIFTED);

    /** What an offered group looks like; a forged one does not leave. */
    private static final Pattern GROUP = Pattern.compile("[a-z0-9-]+\\.[A-Za-z0-9-]+");

    private final WalkedModels models;
    private final Provisions provisions;
    private final MessageSource messages;

    MinedEvents(WalkedModels models, Provisions provisions, MessageSource messages) {
        this.models = models;
        this.provisions = provisions;
        this.messages = messages;
    }

    /** In the order of the record, named in one language. */
    List<MinedEvent> of(List<Entry> entries, Locale locale) {
        Runs runs = Runs.of(entries);
        Map<String, String> groups = groups(entries);
        Lifecycles lifecycles = new Lifecycles();
        Set<String> tasks = entries.stream()
                .filter(entry -> KINDS.get(entry.kind()) == EntryKind.TASK_OFFERED)
                .map(MinedEvents::place)
                .collect(Collectors.toSet());
        return entries.stream()
                .filter(entry -> counts(entry, tasks))
                .map(entry -> event(entry, lifecycles, runs.of(entry), groups, locale))
                .toList();
    }

    private boolean counts(Entry entry, Set<String> tasks) {
        EntryKind kind = KINDS.get(entry.kind());
        if (kind == null || kind == EntryKind.FLOW_TAKEN) {
            return false;
        }
        Subject at = entry.subject();
        return !STAYS.contains(kind)
                || !tasks.contains(place(entry))
                        && !models.junction(String.valueOf(at.process()), at.version(), String.valueOf(at.element()));
    }

    private static String place(Entry entry) {
        return entry.subject().process() + "/" + entry.subject().element();
    }

    /** Whom each task was offered to. */
    private static Map<String, String> groups(List<Entry> entries) {
        Map<String, String> groups = new HashMap<>();
        entries.forEach(entry -> {
            String task = entry.subject().task();
            if (task != null
                    && entry.body().get("group") instanceof String group
                    && GROUP.matcher(group).matches()) {
                groups.put(task, group);
            }
        });
        return groups;
    }

    private MinedEvent event(
            Entry entry, Lifecycles lifecycles, @Nullable String run, Map<String, String> groups, Locale locale) {
        EntryKind kind = Objects.requireNonNull(KINDS.get(entry.kind()), "an entry that counts is of a known kind");
        String task = entry.subject().task();
        return new MinedEvent(
                entry,
                name(kind, entry, locale),
                called(entry, null, locale).orElse(null),
                lifecycles.next(kind, entry),
                happened(kind, entry, locale),
                instance(entry, run),
                run,
                task == null ? null : groups.get(task),
                Facts.of(entry));
    }

    private static @Nullable String instance(Entry entry, @Nullable String run) {
        String task = entry.subject().task();
        return task != null ? task : entry.body().get("visit") instanceof String visit ? visit : run;
    }

    private String name(EntryKind kind, Entry entry, Locale locale) {
        String pattern = "mining.name." + kind.word();
        Object[] parts = {named(kind, entry, locale)};
        return String.valueOf(messages.getMessage(pattern, parts, String.valueOf(parts[0]), locale));
    }

    /** What the activity is about: a limit, a decision table, a step, or a procedure as a whole. */
    private String named(EntryKind kind, Entry entry, Locale locale) {
        Optional<String> name = DATES.contains(kind)
                ? limit(entry, locale)
                : entry.body().get("decision") instanceof String decision
                        ? decision(entry, decision, locale)
                        : Optional.empty();
        return name.or(() -> called(entry, entry.subject().element(), locale))
                .orElseGet(() -> String.valueOf(entry.subject().element()));
    }

    private Optional<String> limit(Entry entry, Locale locale) {
        return Optional.ofNullable(entry.body().get("provision"))
                .map(String::valueOf)
                .flatMap(id -> provisions
                        .find(id)
                        .map(Provision::title)
                        .map(title -> title.in(Language.of(locale)) + " (" + id + ")"));
    }

    private Optional<String> decision(Entry entry, String id, Locale locale) {
        Subject at = entry.subject();
        return models.decision(String.valueOf(at.process()), at.version(), id)
                .map(table -> table.name().in(Language.of(locale)));
    }

    private Optional<String> called(Entry entry, @Nullable String element, Locale locale) {
        Subject at = entry.subject();
        String process = at.process();
        Optional<Bilingual> name = process == null || at.version() == 0
                ? Optional.empty()
                : models.name(process, at.version(), element, null);
        return name.map(words -> words.in(Language.of(locale)));
    }

    private String happened(EntryKind kind, Entry entry, Locale locale) {
        String ending = Lifecycles.interrupted(entry) ? ".interrupted" : "";
        return String.valueOf(messages.getMessage("mining.happened." + kind.word() + ending, null, "", locale));
    }
}
