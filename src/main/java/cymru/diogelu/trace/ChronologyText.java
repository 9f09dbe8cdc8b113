package cymru.diogelu.trace;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.agencies.Group;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.language.Bilingual;
import cymru.diogelu.language.Language;
import cymru.diogelu.ledger.Actor;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.ledger.Subject;
import cymru.diogelu.ledger.Unreadable;
import cymru.diogelu.procedures.EntryKind;
import cymru.diogelu.procedures.WalkedModels;
import cymru.diogelu.statute.Provision;
import cymru.diogelu.statute.Provisions;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in one plain sentence what an entry of the record tells; dates are written out as the clock shows in Wales. */
@Component
class ChronologyText {

    private final WalkedModels models;
    private final DecisionWords decisions;
    private final Agencies agencies;
    private final Provisions provisions;
    private final MessageSource messages;
    private final Set<String> groups;

    ChronologyText(
            WalkedModels models,
            DecisionWords decisions,
            Agencies agencies,
            Provisions provisions,
            MessageSource messages) {
        this.models = models;
        this.decisions = decisions;
        this.agencies = agencies;
        this.provisions = provisions;
        this.messages = messages;
        this.groups = agencies.allGroups();
    }

    String of(Entry entry, Locale locale) {
        return entry.unreadable() == null ? told(entry, locale) : untold(entry, entry.unreadable(), locale);
    }

    /** Who it was and at which step stays readable for ever. */
    private String untold(Entry entry, Unreadable reason, Locale locale) {
        String step = name(entry.subject(), null, Language.of(locale));
        return String.valueOf(messages.getMessage(
                "chronology.unreadable." + reason + (step.isEmpty() ? ".case" : ""),
                new Object[] {step, actor(entry.actor(), locale)},
                locale));
    }

    private String told(Entry entry, Locale locale) {
        Language language = Language.of(locale);
        Map<String, Object> body = entry.body();
        Object[] parts = {
            name(entry.subject(), about(body), language),
            nameOf(entry.subject(), null, null).map(name -> name.in(language)).orElse(""),
            actor(entry.actor(), locale),
            body.get("group") instanceof String group ? describe(group, language) : "",
            limit(body, language),
            written(body, locale),
            rules(entry, locale),
            results(entry, locale),
            late(entry, language),
            body.get("to") instanceof String member ? agencies.member(member, language) : "",
            decisions.name(entry, language),
            String.valueOf(entry.subject().version()),
            String.valueOf(body.getOrDefault("fromVersion", "")),
            places(entry, locale)
        };
        String unknown = messages.getMessage("chronology.unknown", null, locale);
        return oneEnd(String.valueOf(
                messages.getMessage("chronology." + entry.kind() + variant(entry), parts, unknown, locale)));
    }

    /** The step that an entry is about, with which of several it is; empty where the record names a model that never was. */
    String step(Entry entry, Language language) {
        return name(entry.subject(), about(entry.body()), language);
    }

    /** The limit that an entry is about, with its provision. */
    String limit(Entry entry, Language language) {
        return limit(entry.body(), language);
    }

    /** A step that was broken off was not done, and a reminder may be written when its date is past. */
    private String variant(Entry entry) {
        boolean interrupted = entry.kind().equals(EntryKind.ELEMENT_LEFT.word())
                && Boolean.TRUE.equals(entry.body().get("interrupted"));
        boolean past = entry.kind().equals(EntryKind.REMINDER_DUE.word())
                && entry.body().get("due") instanceof String due
                && !entry.at().isBefore(OffsetDateTime.parse(due).toInstant());
        boolean unsaid = entry.kind().equals(EntryKind.DECISION_EVALUATED.word())
                && worded(entry).isEmpty();
        return (unsaid ? ".unsaid" : "")
                + (interrupted ? ".interrupted" : "")
                + (past ? ".past" : "")
                + (named(entry) ? "" : ".unnamed");
    }

    /** A gateway is named by its question, whose mark ends the sentence. */
    private static String oneEnd(String sentence) {
        return sentence.endsWith("?.") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    /** Flows, joins and splits that the drawing leaves without words have a sentence of their own. */
    private boolean named(Entry entry) {
        Subject subject = entry.subject();
        boolean mayBeUnnamed = entry.kind().startsWith("flow-") || entry.kind().startsWith("element-");
        return !mayBeUnnamed || !nameOf(subject, subject.element(), null).equals(nameOf(subject, null, null));
    }

    private String name(Subject subject, @Nullable String about, Language language) {
        return nameOf(subject, subject.element(), about)
                .map(name -> name.in(language))
                .orElse("");
    }

    /** The step whose limit passed; of a repeated step, each that is still open. */
    private String late(Entry entry, Language language) {
        Subject timer = entry.subject();
        String step = entry.body().get("step") instanceof String late ? late : String.valueOf(timer.element());
        Subject subject = new Subject(timer.process(), timer.version(), step, null);
        return entry.body().get("stillOpen") instanceof List<?> open && !open.isEmpty()
                ? open.stream()
                        .map(about -> name(subject, about.toString(), language))
                        .collect(Collectors.joining("; "))
                : name(subject, null, language);
    }

    /** The steps at which a case that was moved goes on waiting. */
    private String places(Entry entry, Locale locale) {
        Subject at = entry.subject();
        List<?> places = entry.body().get("places") instanceof List<?> list ? list : List.of();
        Stream<String> names = places.stream()
                .filter(place -> place instanceof Map<?, ?>)
                .map(place -> String.valueOf(((Map<?, ?>) place).get("to")))
                .map(to -> new Subject(at.process(), at.version(), to, null))
                .filter(subject -> !nameOf(subject, subject.element(), null).equals(nameOf(subject, null, null)))
                .map(subject -> name(subject, null, Language.of(locale)));
        return listed(names.filter(name -> !name.isEmpty()).distinct(), locale);
    }

    private static @Nullable String about(Map<String, Object> body) {
        return body.get("about") instanceof String about ? about : null;
    }

    private Optional<Bilingual> nameOf(Subject subject, @Nullable String element, @Nullable String about) {
        String process = subject.process();
        return process == null || subject.version() == 0
                ? Optional.empty()
                : models.name(process, subject.version(), element, about);
    }

    private String actor(Actor actor, Locale locale) {
        String group = actor.role() + "." + actor.agency();
        return groups.contains(group)
                ? agencies.member(actor.user(), Language.of(locale))
                : messages.getMessage("chronology.by-the-service", null, locale);
    }

    private String describe(String group, Language language) {
        return agencies.describe(Group.parse(group), language);
    }

    private String limit(Map<String, Object> body, Language language) {
        String id = String.valueOf(body.getOrDefault("provision", ""));
        return provisions
                .find(id)
                .map(Provision::title)
                .map(title -> title.in(language) + " (" + id + ")")
                .orElse(id);
    }

    private static String written(Map<String, Object> body, Locale locale) {
        Object due = body.getOrDefault("newDue", body.get("due"));
        return due == null
                ? ""
                : DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", locale)
                        .format(OffsetDateTime.parse(due.toString()).atZoneSameInstant(ServiceClock.LONDON));
    }

    private String rules(Entry entry, Locale locale) {
        return listed(
                decisions.rules(entry, Language.of(locale)).stream()
                        .map(rule ->
                                rule.text() == null ? rule.id() : rule.text().replaceFirst("\\.$", "")),
                locale);
    }

    /** What came out, in the models' words where they have some for the value. */
    private String results(Entry entry, Locale locale) {
        return listed(
                decisions.outputs(entry, Language.of(locale)).stream()
                        .filter(output -> output.text() != null)
                        .map(output -> output.label() + ": " + output.text()),
                locale);
    }

    /** Values that only the program knows by their name say nothing to people: the rules that held say what they mean. */
    private List<DecisionWords.Value> worded(Entry entry) {
        return decisions.outputs(entry, Language.EN).stream()
                .filter(output -> output.text() != null)
                .toList();
    }

    private String listed(Stream<String> items, Locale locale) {
        String listed = items.collect(Collectors.joining("; "));
        return listed.isEmpty() ? messages.getMessage("chronology.none", null, locale) : listed;
    }
}
