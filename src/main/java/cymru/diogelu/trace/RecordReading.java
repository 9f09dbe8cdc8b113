package cymru.diogelu.trace;

import cymru.diogelu.access.CaseNotFound;
import cymru.diogelu.access.OpenedCase;
import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.agencies.Group;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.language.Language;
import cymru.diogelu.ledger.Actor;
import cymru.diogelu.ledger.ChainKind;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.ledger.Heading;
import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.ledger.SealProof;
import cymru.diogelu.ledger.Seals;
import cymru.diogelu.ledger.Subject;
import cymru.diogelu.ledger.Verification;
import cymru.diogelu.ledger.Verification.Finding;
import cymru.diogelu.procedures.EntryKind;
import cymru.diogelu.statute.RuleFinding;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The record of a case as an auditor reads it: entry by entry, with what proves each, and who looked. */
@Component
public class RecordReading {

    private static final int PAGE = 50;

    private final CaseTrace trace;
    private final Ledger ledger;
    private final Seals seals;
    private final ChronologyText texts;
    private final AccessText looks;
    private final RecordedAnswers answers;
    private final Conformance conformance;
    private final DateReading dates;
    private final DecisionWords decisions;
    private final Agencies agencies;
    private final ServiceClock clock;

    RecordReading(
            CaseTrace trace,
            Ledger ledger,
            Seals seals,
            ChronologyText texts,
            AccessText looks,
            RecordedAnswers answers,
            Conformance conformance,
            DateReading dates,
            DecisionWords decisions,
            Agencies agencies,
            ServiceClock clock) {
        this.trace = trace;
        this.ledger = ledger;
        this.seals = seals;
        this.texts = texts;
        this.looks = looks;
        this.answers = answers;
        this.conformance = conformance;
        this.dates = dates;
        this.decisions = decisions;
        this.agencies = agencies;
        this.clock = clock;
    }

    /**
     * Entries of a chain.
     *
     * @param sound how many entries are as they were written, counted from the first
     * @param next behind how many lines the next page begins; absent on the last page
     */
    public record Told(long sound, @Nullable Broken broken, List<Line> lines, @Nullable Long next) {}

    /**
     * What is wrong with the first entry that is not as it was written.
     *
     * @param since when that entry says it was written; absent where it is missing
     */
    public record Broken(long seq, String fault, @Nullable ZonedDateTime since) {}

    /**
     * One entry in a sentence.
     *
     * @param look whether it tells of a look at the case and not of what happened
     * @param who role and agency of whoever acted; empty for the service itself
     * @param doubtful whether it stands at or behind an entry that is not as it was written
     * @param answers in the words of their form, with the options that were not taken; none where nothing was answered
     */
    public record Line(
            long seq,
            boolean look,
            ZonedDateTime at,
            String text,
            String who,
            boolean doubtful,
            List<RecordedAnswers.Answer> answers) {

        /** Which of the two hours it was where the clock shows one twice; else empty. */
        public String hour() {
            return ServiceClock.hourShownTwice(at);
        }

        /** Whether the answers tell who was consulted ({@code consultation}) or who did not agree ({@code dissent}). */
        public Set<String> marks() {
            return RecordedAnswers.Answer.told(answers);
        }
    }

    /** Whose entries a record holds, in words, for choosing among them. */
    public record Actors(Map<String, String> people, Map<String, String> agencies) {}

    /**
     * One entry, whole.
     *
     * @param body what was recorded; empty where it cannot be read
     * @param proof that it is sealed; absent while it waits for the next seal
     */
    public record Whole(
            Line line,
            Actor actor,
            String kind,
            Subject subject,
            Map<String, Object> body,
            Optional<Decided> decided,
            String previousHash,
            String hash,
            @Nullable SealProof proof) {}

    /** What went into a decision table, which rows held and under which provisions, and what came out. */
    public record Decided(
            String table,
            List<DecisionWords.Value> inputs,
            List<DecisionWords.Rule> rules,
            List<DecisionWords.Value> outputs) {}

    /** @param after behind how many lines of what was chosen to begin */
    public Told record(OpenedCase opened, Choice choice, int after, Locale locale) {
        Verification verification = trace.verification(opened);
        List<Place> places = places(opened, choice).skip(after).limit(PAGE + 1L).toList();
        List<Place> page = places.subList(0, Math.min(PAGE, places.size()));
        Map<Place, Line> lines = new HashMap<>();
        read(opened, page, ChainKind.CASE)
                .forEach(entry -> lines.put(
                        new Place(ChainKind.CASE, entry.seq(), entry.at()), line(entry, verification, locale)));
        if (choice.reads()) {
            Verification seen = ledger.verify(opened.reference(), ChainKind.ACCESS);
            read(opened, page, ChainKind.ACCESS)
                    .forEach(look ->
                            lines.put(new Place(ChainKind.ACCESS, look.seq(), look.at()), look(look, seen, locale)));
        }
        return new Told(
                verification.soundEntries(),
                broken(opened, ChainKind.CASE, verification, locale),
                page.stream()
                        .flatMap(place -> Stream.ofNullable(lines.get(place)))
                        .toList(),
                places.size() > PAGE ? (long) after + PAGE : null);
    }

    /** Where an entry stands among what happened and who looked. */
    private record Place(ChainKind kind, long seq, Instant at) {

        static Place of(ChainKind kind, Heading heading) {
            return new Place(kind, heading.seq(), heading.at());
        }
    }

    private Stream<Place> places(OpenedCase opened, Choice choice) {
        Stream<Place> entries = trace.headings(opened, ChainKind.CASE).stream()
                .filter(choice::holds)
                .map(heading -> Place.of(ChainKind.CASE, heading));
        Stream<Place> looks = choice.reads()
                ? trace.headings(opened, ChainKind.ACCESS).stream()
                        .filter(choice::holdsAnyKind)
                        .map(heading -> Place.of(ChainKind.ACCESS, heading))
                : Stream.empty();
        return Stream.concat(entries, looks).sorted(Comparator.comparing(Place::at));
    }

    private List<Entry> read(OpenedCase opened, List<Place> page, ChainKind kind) {
        Set<Long> wanted = page.stream()
                .filter(place -> place.kind() == kind)
                .map(Place::seq)
                .collect(Collectors.toSet());
        List<Entry> entries = new ArrayList<>();
        ledger.forEach(opened.reference(), kind, heading -> wanted.contains(heading.seq()), entries::add);
        return entries;
    }

    /** In the order of their words. */
    public Actors actors(OpenedCase opened, Locale locale) {
        Map<String, String> people = new TreeMap<>();
        Map<String, String> groups = new TreeMap<>();
        Set<Actor> actors = trace.headings(opened, ChainKind.CASE).stream()
                .map(Heading::actor)
                .collect(Collectors.toSet());
        for (Actor actor : actors) {
            String who = who(actor, locale);
            if (!who.isEmpty()) {
                people.put(agencies.member(actor.user(), Language.of(locale)), actor.user());
                groups.put(who, Choice.group(actor));
            }
        }
        return new Actors(people, groups);
    }

    /**
     * How one statutory rule stands in the case.
     *
     * @param entry the number of the entry that breaks it, or to which something is owed
     * @param due until when it is owed
     */
    public record Ruled(
            String rule,
            String provision,
            String sentence,
            RuleFinding.Verdict verdict,
            @Nullable Long entry,
            @Nullable ZonedDateTime since,
            @Nullable ZonedDateTime due) {}

    /** Every rule, worst first. */
    public List<Ruled> rules(OpenedCase opened, Locale locale) {
        return conformance.of(trace.read(opened, heading -> true)).stream()
                .map(finding -> ruled(finding, Language.of(locale)))
                .toList();
    }

    private static Ruled ruled(RuleFinding finding, Language language) {
        var entry = finding.entry();
        var since = finding.since();
        var due = finding.due();
        return new Ruled(
                finding.rule().id(),
                finding.rule().provision().title().in(language),
                finding.rule().sentence().in(language),
                finding.verdict(),
                entry == null ? null : entry.seq(),
                since == null ? null : local(since),
                due == null ? null : local(due));
    }

    /** Every date, in the order in which they were set. */
    public List<DateReading.Kept> dates(OpenedCase opened, Locale locale) {
        return dates.of(trace.read(opened, DateReading.KINDS), clock.instant(), locale);
    }

    /** What is wrong with the record; nothing where it is as it was written. */
    public @Nullable Broken broken(OpenedCase opened, Locale locale) {
        return broken(opened, ChainKind.CASE, trace.verification(opened), locale);
    }

    /** Who looked, in order. */
    public Told looks(OpenedCase opened, long after, Locale locale) {
        Verification verification = ledger.verify(opened.reference(), ChainKind.ACCESS);
        List<Entry> chosen = ledger.read(opened.reference(), ChainKind.ACCESS, after, PAGE + 1);
        List<Entry> page = chosen.subList(0, Math.min(PAGE, chosen.size()));
        return new Told(
                verification.soundEntries(),
                broken(opened, ChainKind.ACCESS, verification, locale),
                page.stream().map(look -> look(look, verification, locale)).toList(),
                chosen.size() > PAGE ? page.get(PAGE - 1).seq() : null);
    }

    private @Nullable Broken broken(OpenedCase opened, ChainKind kind, Verification verification, Locale locale) {
        Finding finding = verification.finding();
        return finding == null
                ? null
                : new Broken(
                        finding.seq(),
                        finding.fault().text().in(Language.of(locale)),
                        since(opened, kind, finding.seq()));
    }

    private @Nullable ZonedDateTime since(OpenedCase opened, ChainKind kind, long seq) {
        return ledger.read(opened.reference(), kind, seq - 1, 1).stream()
                .filter(entry -> entry.seq() == seq)
                .map(entry -> local(entry.at()))
                .findFirst()
                .orElse(null);
    }

    /**
     * @throws CaseNotFound when the record has no such entry
     */
    public Whole entry(OpenedCase opened, long seq, Locale locale) {
        Entry entry = ledger.read(opened.reference(), Math.max(0, seq - 1), 1).stream()
                .filter(found -> found.seq() == seq)
                .findFirst()
                .orElseThrow(() -> new CaseNotFound(opened.reference()));
        return new Whole(
                line(entry, trace.verification(opened), locale),
                entry.actor(),
                entry.kind(),
                entry.subject(),
                entry.body(),
                decided(entry, Language.of(locale)),
                entry.previousHash(),
                entry.hash(),
                seals.proof(opened.reference(), ChainKind.CASE, seq).orElse(null));
    }

    private Optional<Decided> decided(Entry entry, Language language) {
        return entry.readable() && entry.kind().equals(EntryKind.DECISION_EVALUATED.word())
                ? Optional.of(new Decided(
                        decisions.name(entry, language),
                        decisions.inputs(entry, language),
                        decisions.rules(entry, language),
                        decisions.outputs(entry, language)))
                : Optional.empty();
    }

    private Line line(Entry entry, Verification verification, Locale locale) {
        List<RecordedAnswers.Answer> told = entry.readable() ? answers.of(entry, locale) : null;
        return new Line(
                entry.seq(),
                false,
                local(entry.at()),
                texts.of(entry, locale),
                who(entry.actor(), locale),
                doubtful(entry, verification),
                told == null ? List.of() : told);
    }

    private Line look(Entry look, Verification verification, Locale locale) {
        return new Line(
                look.seq(),
                true,
                local(look.at()),
                looks.whole(look, locale),
                who(look.actor(), locale),
                doubtful(look, verification),
                List.of());
    }

    private static boolean doubtful(Entry entry, Verification verification) {
        return verification.finding() != null && entry.seq() > verification.soundEntries();
    }

    private String who(Actor actor, Locale locale) {
        String group = actor.role() + "." + actor.agency();
        return Optional.of(group)
                .filter(agencies.allGroups()::contains)
                .map(known -> agencies.describe(Group.parse(known), Language.of(locale)))
                .orElse("");
    }

    private static ZonedDateTime local(Instant at) {
        return at.atZone(ServiceClock.LONDON);
    }
}
