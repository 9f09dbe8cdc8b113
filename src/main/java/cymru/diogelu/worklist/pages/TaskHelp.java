package cymru.diogelu.worklist.pages;

import cymru.diogelu.access.CaseAccess;
import cymru.diogelu.access.Look;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.cases.SafeguardingCase;
import cymru.diogelu.language.Language;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.ledger.Subject;
import cymru.diogelu.procedures.EntryKind;
import cymru.diogelu.procedures.OpenTask;
import cymru.diogelu.procedures.TaskDetail;
import cymru.diogelu.procedures.WalkedModels;
import cymru.diogelu.trace.DecisionWords;
import cymru.diogelu.trace.RecordedAnswers;
import cymru.diogelu.worklist.drafts.Drafts;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What helps to answer a task besides its questions: why its date is what it is, what the decision tables make of the
 * answers so far, what was said when it was handed over, and who else is writing on it. All but the last is read from the
 * record of the case.
 */
@Component
class TaskHelp {

    private static final Set<String> RECORDED =
            Set.of(EntryKind.CASE_OPENED.word(), EntryKind.ANSWERS_SUBMITTED.word());

    private final Ledger ledger;
    private final CaseAccess access;
    private final WalkedModels models;
    private final RecordedAnswers answers;
    private final DecisionWords decisions;
    private final Drafts drafts;
    private final PageWords words;

    TaskHelp(
            Ledger ledger,
            CaseAccess access,
            WalkedModels models,
            RecordedAnswers answers,
            DecisionWords decisions,
            Drafts drafts,
            PageWords words) {
        this.ledger = ledger;
        this.access = access;
        this.models = models;
        this.answers = answers;
        this.decisions = decisions;
        this.drafts = drafts;
        this.words = words;
    }

    /** One date of the task. */
    record Why(String due, List<String> reasons) {}

    /** What a decision table makes of the answers so far. */
    record Suggestion(
            String name, List<String> results, List<DecisionWords.Rule> rules, List<AnsweredLines.Line> inputs) {}

    /** What somebody recorded before, the latest first. */
    record Earlier(String step, String who, String at, List<RecordedAnswers.Answer> answers) {}

    /** What somebody wrote to whoever got the task from them. */
    record HandOver(String who, String at, String note) {}

    /**
     * Somebody else of the group who has typed something.
     *
     * @param person their sign-in name
     */
    record Writer(String person, String name, String at, boolean now) {}

    Map<String, Object> of(Viewer viewer, TaskDetail detail, Locale locale) {
        Map<String, Why> limits = new LinkedHashMap<>();
        Map<String, Entry> evaluated = new LinkedHashMap<>();
        List<Entry> earlier = new ArrayList<>();
        AtomicReference<@Nullable HandOver> handOver = new AtomicReference<>();
        Predicate<Entry> read = readable(viewer, detail.task().caseReference());
        ledger.forEach(detail.task().caseReference(), entry -> {
            if (!entry.readable()) {
                return;
            }
            if (sets(entry, detail.task())) {
                limits.put(String.valueOf(entry.body().get("provision")), why(entry, locale));
            }
            if (extendsLimit(entry, detail.task())) {
                limits.put(String.valueOf(entry.body().get("provision")), later(entry, locale));
            }
            if (handsOver(entry, detail.task())) {
                handOver.set(handOver(entry, locale));
            }
            if (read.test(entry)) {
                earlier.add(0, entry);
            }
            if (entry.kind().equals(EntryKind.DECISION_EVALUATED.word())) {
                evaluated.put(DecisionWords.id(entry), entry);
            }
        });
        Map<String, Object> help = new HashMap<>();
        help.put("limits", limits);
        help.put("suggestions", suggestions(detail, evaluated, locale));
        help.put(
                "earlier", earlier.stream().map(entry -> earlier(entry, locale)).toList());
        help.put("handOver", handOver.get());
        help.put("writers", writers(viewer, detail.task(), locale));
        help.put("compares", !drafts.find(viewer, detail.task().id()).isEmpty());
        return help;
    }

    private Predicate<Entry> readable(Viewer viewer, String reference) {
        SafeguardingCase found = access.open(viewer, reference, Look.TASK).found();
        return entry -> RECORDED.contains(entry.kind())
                && access.readsAnswers(
                        viewer, found, entry.actor().role(), entry.actor().agency());
    }

    private Earlier earlier(Entry entry, Locale locale) {
        Subject subject = entry.subject();
        String step = models.name(
                        Objects.requireNonNull(subject.process()), subject.version(), subject.element(), (String)
                                entry.body().get("about"))
                .orElseThrow()
                .in(Language.of(locale));
        List<RecordedAnswers.Answer> told = answers.of(entry, locale);
        return new Earlier(
                step,
                words.actor(entry.actor(), locale),
                words.due(entry.at(), locale),
                told == null ? List.of() : told);
    }

    private static boolean sets(Entry entry, OpenTask task) {
        return entry.kind().equals(EntryKind.DEADLINE_SET.word())
                && task.id().equals(entry.subject().task());
    }

    private static boolean extendsLimit(Entry entry, OpenTask task) {
        return entry.kind().equals(EntryKind.DEADLINE_EXTENDED.word())
                && entry.body().get("tasks") instanceof List<?> tasks
                && tasks.contains(task.id());
    }

    private static boolean handsOver(Entry entry, OpenTask task) {
        return entry.kind().equals(EntryKind.TASK_ASSIGNED.word())
                && task.id().equals(entry.subject().task())
                && entry.body().containsKey("note");
    }

    private HandOver handOver(Entry entry, Locale locale) {
        return new HandOver(
                words.actor(entry.actor(), locale),
                words.due(entry.at(), locale),
                String.valueOf(entry.body().get("note")));
    }

    private Why why(Entry entry, Locale locale) {
        return why(entry, "due", locale);
    }

    /** The date that a senior manager or chair agreed to stands in place of the first, which its explanation names. */
    private Why later(Entry entry, Locale locale) {
        return why(entry, "newDue", locale);
    }

    private Why why(Entry entry, String date, Locale locale) {
        String due = words.due(
                OffsetDateTime.parse(String.valueOf(entry.body().get(date))).toInstant(), locale);
        return new Why(due, words.reasons(entry.body().get("explanation"), locale));
    }

    /** Only what the form itself reads or may depart from: other tables are no advice on this step. */
    private List<Suggestion> suggestions(TaskDetail detail, Map<String, Entry> evaluated, Locale locale) {
        Map<String, Object> read = detail.form().needed(detail.facts());
        Set<String> departedFrom = detail.form().fields().stream()
                .flatMap(field -> field.departsFrom().stream())
                .collect(Collectors.toSet());
        return evaluated.values().stream()
                .filter(entry -> !DecisionWords.silent(entry))
                .filter(entry -> departedFrom.contains(DecisionWords.id(entry))
                        || decisions.outputs(entry, Language.of(locale)).stream()
                                .anyMatch(output -> isRead(output, read)))
                .map(entry -> suggestion(entry, locale))
                .toList();
    }

    /** A table that came to nothing gave the form nothing to read. */
    private static boolean isRead(DecisionWords.Value output, Map<String, Object> read) {
        return output.value() != null && output.value().equals(read.get(output.key()));
    }

    private Suggestion suggestion(Entry entry, Locale locale) {
        Language language = Language.of(locale);
        return new Suggestion(
                decisions.name(entry, language),
                decisions.outputs(entry, language).stream()
                        .map(DecisionWords.Value::text)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                decisions.rules(entry, language),
                decisions.inputs(entry, language).stream()
                        .map(input -> new AnsweredLines.Line(input.key(), input.label(), written(input, locale)))
                        .toList());
    }

    private @Nullable String written(DecisionWords.Value input, Locale locale) {
        if (input.value() instanceof Boolean answer) {
            return words.say(answer ? "answer.yes" : "answer.no", locale);
        }
        return input.text() == null && input.value() != null ? input.value().toString() : input.text();
    }

    private List<Writer> writers(Viewer viewer, OpenTask task, Locale locale) {
        return drafts.others(viewer, task.id()).stream()
                .map(draft -> new Writer(
                        draft.person(),
                        words.person(draft.person(), locale),
                        words.due(draft.savedAt(), locale),
                        drafts.fresh(draft)))
                .toList();
    }
}
