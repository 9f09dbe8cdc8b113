package cymru.diogelu.worklist.pages;

import cymru.diogelu.access.CaseAccess;
import cymru.diogelu.access.CaseNotFound;
import cymru.diogelu.access.Look;
import cymru.diogelu.access.Person;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.cases.CaseReference;
import cymru.diogelu.cases.Cases;
import cymru.diogelu.forms.Form;
import cymru.diogelu.forms.PostedAnswers;
import cymru.diogelu.language.Language;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.procedures.EntryKind;
import cymru.diogelu.procedures.Procedures;
import cymru.diogelu.procedures.Receipt;
import cymru.diogelu.procedures.TaskNotFound;
import cymru.diogelu.procedures.WalkedModels;
import cymru.diogelu.worklist.drafts.Drafts;
import cymru.diogelu.worklist.drafts.TypedOn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;

/**
 * What is shown instead of a task that is open no more: to who answered it, what that led to; to who was writing when
 * somebody else was first, both answers side by side, so that not a word is lost.
 */
@Component
class EndedTask {

    /** The field by which a form names its case. */
    private static final String CASE = "kept.case";

    private final Procedures procedures;
    private final Drafts drafts;
    private final CaseAccess access;
    private final Cases cases;
    private final Ledger ledger;
    private final WalkedModels models;
    private final NewerWords newerWords;
    private final PageWords words;

    EndedTask(
            Procedures procedures,
            Drafts drafts,
            CaseAccess access,
            Cases cases,
            Ledger ledger,
            WalkedModels models,
            NewerWords newerWords,
            PageWords words) {
        this.procedures = procedures;
        this.drafts = drafts;
        this.access = access;
        this.cases = cases;
        this.ledger = ledger;
        this.models = models;
        this.newerWords = newerWords;
        this.words = words;
    }

    /**
     * @throws TaskNotFound when this person neither answered the task nor was writing on it
     */
    ModelAndView page(Person person, String task, Locale locale) {
        return page(person.viewer(), task, procedures.receipt(person.viewer(), task), locale);
    }

    /**
     * Keeps what was posted as a draft first, where there is anything that the record does not hold: the page can then be
     * left and found again.
     *
     * @param posted what was typed after the task had ended; it names its case
     * @throws TaskNotFound when this person neither answered the task nor was offered it
     */
    ModelAndView page(Person person, String task, MultiValueMap<String, String> posted, TypedOn on, Locale locale) {
        Viewer viewer = person.viewer();
        Optional<Receipt> receipt = procedures.receipt(viewer, task);
        String reference = receipt.map(Receipt::caseReference).orElseGet(() -> posted.getFirst(CASE));
        Ended ended = ended(viewer, reference, task);
        return drafts.save(viewer, task, ended.reference, PostedAnswers.of(ended.form, posted), on)
                .map(newer -> newerWords.page(viewer.user(), asked(ended, task, locale), newer, posted, locale))
                .orElseGet(() -> page(viewer, task, receipt, locale));
    }

    private NewerWords.Task asked(Ended ended, String task, Locale locale) {
        return new NewerWords.Task(task, name(ended.last, locale), ended.reference, ended.form, facts(ended));
    }

    private ModelAndView page(Viewer viewer, String task, Optional<Receipt> receipt, Locale locale) {
        Optional<Drafts.Draft> draft = drafts.draft(viewer.user(), task);
        return draft.isEmpty() && receipt.isPresent()
                ? handedIn(receipt.get().caseReference())
                : shown(viewer, task, draft.orElseThrow(() -> new TaskNotFound(task)), locale);
    }

    private static ModelAndView handedIn(String reference) {
        return new ModelAndView("redirect:/cases/" + reference + "/handed-in");
    }

    /** How a task ended: the entry that says so, and its form. */
    private record Ended(String reference, Entry last, Form form) {

        boolean answered() {
            return last.kind().equals(EntryKind.ANSWERS_SUBMITTED.word());
        }

        boolean answeredBy(Viewer viewer) {
            return answered() && last.actor().user().equals(viewer.user());
        }
    }

    /** What is on record word for word needs no draft any more. */
    private ModelAndView shown(Viewer viewer, String task, Drafts.Draft draft, Locale locale) {
        Ended ended = ended(viewer, draft.caseReference(), task);
        List<ComparedLines.Line> lines = lines(ended, draft.answers(), locale);
        if (ended.answeredBy(viewer) && lines.stream().noneMatch(ComparedLines.Line::differs)) {
            drafts.forget(viewer, task);
            return handedIn(ended.reference);
        }
        var page = new ModelAndView("task-ended");
        page.setStatus(HttpStatus.CONFLICT);
        page.addObject("task", task);
        page.addObject("reference", ended.reference);
        page.addObject("name", name(ended.last, locale));
        page.addObject("how", ended.answeredBy(viewer) ? "mine" : ended.answered() ? "answered" : "withdrawn");
        page.addObject("by", ended.answered() ? words.actor(ended.last.actor(), locale) : "");
        page.addObject("at", words.due(ended.last.at(), locale));
        page.addObject("lines", lines);
        return page;
    }

    private List<ComparedLines.Line> lines(Ended ended, Map<String, Object> mine, Locale locale) {
        Map<String, Object> theirs = ended.answered() ? answers(ended.last) : Map.of();
        return ComparedLines.of(ended.form, facts(ended), Language.of(locale), mine, theirs, words);
    }

    private Map<String, Object> facts(Ended ended) {
        return ended.form.needed(cases.facts(new CaseReference(ended.reference)));
    }

    /** Only for those to whom the task was offered once; to all others it was never there. */
    private Ended ended(Viewer viewer, @Nullable String reference, String task) {
        List<Entry> entries = entries(viewer, reference, task);
        Entry last = entries.stream()
                .filter(entry -> entry.kind().equals(EntryKind.ANSWERS_SUBMITTED.word()))
                .findFirst()
                .or(() -> entries.stream().reduce((before, after) -> after))
                .filter(entry -> offered(entries, viewer))
                .orElseThrow(() -> new TaskNotFound(task));
        return new Ended(String.valueOf(reference), last, form(last).orElseThrow(() -> new TaskNotFound(task)));
    }

    private static boolean offered(List<Entry> entries, Viewer viewer) {
        return entries.stream()
                .filter(entry -> entry.kind().equals(EntryKind.TASK_OFFERED.word()))
                .anyMatch(entry ->
                        viewer.groups().contains(String.valueOf(entry.body().get("group"))));
    }

    /** What the record tells of the task, in its order. */
    private List<Entry> entries(Viewer viewer, @Nullable String reference, String task) {
        try {
            access.open(viewer, String.valueOf(reference), Look.TASK);
        } catch (CaseNotFound notTheirs) {
            throw new TaskNotFound(task);
        }
        List<Entry> entries = new ArrayList<>();
        ledger.forEach(String.valueOf(reference), entry -> {
            if (entry.readable() && task.equals(entry.subject().task())) {
                entries.add(entry);
            }
        });
        return entries;
    }

    private Optional<Form> form(Entry entry) {
        return models.formOf(
                Objects.requireNonNull(entry.subject().process()),
                entry.subject().version(),
                Objects.requireNonNull(entry.subject().element()));
    }

    private String name(Entry entry, Locale locale) {
        return models.name(
                        Objects.requireNonNull(entry.subject().process()),
                        entry.subject().version(),
                        entry.subject().element(),
                        (String) entry.body().get("about"))
                .orElseThrow()
                .in(Language.of(locale));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> answers(Entry entry) {
        return (Map<String, Object>) entry.body().getOrDefault("answers", Map.of());
    }
}
