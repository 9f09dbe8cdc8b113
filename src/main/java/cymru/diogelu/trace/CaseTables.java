package cymru.diogelu.trace;

import cymru.diogelu.access.OpenedCase;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.procedures.EntryKind;
import cymru.diogelu.trace.mining.Naming;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the record of a case tells, as tables: what happened, the dates, the decision tables, and who looked. */
@Component
class CaseTables {

    private final CaseTrace trace;
    private final ChronologyText texts;
    private final AccessText looks;
    private final ServiceClock clock;

    CaseTables(CaseTrace trace, ChronologyText texts, AccessText looks, ServiceClock clock) {
        this.trace = trace;
        this.texts = texts;
        this.looks = looks;
        this.clock = clock;
    }

    Table chronology(OpenedCase opened, Naming naming, Locale locale) {
        return new Table(
                List.of(
                        "entry", "at", "user", "role", "agency", "kind", "process", "version", "element", "task",
                        "text", "hash"),
                trace.record(opened).entries().stream()
                        .map(naming::in)
                        .map(entry -> happened(entry, locale))
                        .toList());
    }

    private List<@Nullable Object> happened(Entry entry, Locale locale) {
        return row(
                entry.seq(),
                local(entry.at()),
                entry.actor().user(),
                entry.actor().role(),
                entry.actor().agency(),
                entry.kind(),
                entry.subject().process(),
                entry.subject().version(),
                entry.subject().element(),
                entry.subject().task(),
                texts.of(entry, locale),
                entry.hash());
    }

    Table dates(OpenedCase opened) {
        List<Entry> entries = trace.entries(opened, CaseDeadlines.KINDS).entries();
        return new Table(
                List.of(
                        "provision",
                        "process",
                        "element",
                        "task",
                        "start",
                        "due",
                        "extendedTo",
                        "done",
                        "withdrawn",
                        "status"),
                CaseDeadlines.of(entries, clock.instant()).deadlines().stream()
                        .map(date -> row(
                                date.provision(),
                                date.process(),
                                date.element(),
                                date.task(),
                                date.start(),
                                date.due(),
                                date.extendedTo(),
                                date.done(),
                                date.withdrawn(),
                                date.status()))
                        .toList());
    }

    Table decisions(OpenedCase opened) {
        return new Table(
                List.of("entry", "at", "process", "version", "element", "decision", "inputs", "rules", "outputs"),
                trace.entries(opened, EntryKind.DECISION_EVALUATED).entries().stream()
                        .map(entry -> row(
                                entry.seq(),
                                local(entry.at()),
                                entry.subject().process(),
                                entry.subject().version(),
                                entry.subject().element(),
                                entry.body().get("decision"),
                                entry.body().get("inputs"),
                                entry.body().get("rules"),
                                entry.body().get("outputs")))
                        .toList());
    }

    /** @param sought whether it tells what somebody searched for, which may be a name */
    Table looks(OpenedCase opened, boolean sought, Locale locale) {
        return new Table(
                List.of("entry", "at", "user", "role", "agency", "kind", "what", "sought", "text"),
                trace.looks(opened).entries().stream()
                        .map(look -> row(
                                look.seq(),
                                local(look.at()),
                                look.actor().user(),
                                look.actor().role(),
                                look.actor().agency(),
                                look.kind(),
                                look.body().get("what"),
                                sought ? look.body().get("sought") : null,
                                looks.of(look, locale)))
                        .toList());
    }

    private static Object local(Instant at) {
        return at.atZone(ServiceClock.LONDON).toOffsetDateTime();
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }
}
