package cymru.diogelu.trace;

import cymru.diogelu.access.OpenedCase;
import cymru.diogelu.deadlines.RecordedExplanation;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.language.Language;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.procedures.EntryKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The record of a case as the people who work in it read it: what they may know of it in plain words, never the answers
 * that stand in it.
 */
@Component
public class CaseReading {

    /** Each turn of the path is told by the diagram; in the chronology it would hide what people did. */
    private static final Set<String> TURNS =
            Stream.of(CasePath.KINDS).map(EntryKind::word).collect(Collectors.toUnmodifiableSet());

    private final CaseTrace trace;
    private final ChronologyText texts;
    private final ServiceClock clock;

    CaseReading(CaseTrace trace, ChronologyText texts, ServiceClock clock) {
        this.trace = trace;
        this.texts = texts;
        this.clock = clock;
    }

    public ToldCase read(OpenedCase opened, Locale locale) {
        CaseTrace.Page record = trace.record(opened);
        List<Entry> entries = record.entries().stream().filter(Entry::readable).toList();
        List<ToldCase.Event> events = new ArrayList<>();
        record.entries().stream()
                .filter(entry -> !TURNS.contains(entry.kind()))
                .forEach(entry -> events.add(0, new ToldCase.Event(entry.seq(), entry.at(), texts.of(entry, locale))));
        return new ToldCase(
                record.intact(),
                opened(entries),
                outcome(entries, Language.of(locale)),
                events,
                limits(entries, Language.of(locale)));
    }

    /** Where the case has been, for a diagram of it. */
    public CasePath path(OpenedCase opened) {
        return CasePath.of(trace.entries(opened, CasePath.KINDS).entries());
    }

    private static int opened(List<Entry> entries) {
        return only(entries, EntryKind.CASE_OPENED)
                .map(entry -> entry.subject().version())
                .findFirst()
                .orElse(0);
    }

    /** The outcome is called as the end is that was reached. */
    private Optional<String> outcome(List<Entry> entries, Language language) {
        return only(entries, EntryKind.CASE_CLOSED)
                .map(entry -> texts.step(entry, language))
                .filter(name -> !name.isEmpty())
                .findFirst();
    }

    private List<ToldCase.Limit> limits(List<Entry> entries, Language language) {
        return only(entries, EntryKind.DEADLINE_SET)
                .filter(CaseDeadlines::sets)
                .map(set -> limit(set, CaseDeadlines.dated(set, entries, clock.instant()), language))
                .toList();
    }

    private ToldCase.Limit limit(Entry set, CaseDeadlines.Dated dated, Language language) {
        return new ToldCase.Limit(
                texts.step(set, language),
                texts.limit(set, language),
                dated,
                RecordedExplanation.lines(dated.explanation(), language));
    }

    private static Stream<Entry> only(List<Entry> entries, EntryKind kind) {
        return entries.stream().filter(entry -> entry.kind().equals(kind.word()));
    }
}
