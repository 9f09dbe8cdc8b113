package cymru.diogelu.worklist.pages;

import cymru.diogelu.access.CaseAccess;
import cymru.diogelu.access.CaseNotFound;
import cymru.diogelu.access.Person;
import cymru.diogelu.forms.Form;
import cymru.diogelu.language.Language;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.procedures.EntryKind;
import cymru.diogelu.procedures.Procedures;
import cymru.diogelu.procedures.Receipt;
import cymru.diogelu.procedures.TaskNotFound;
import cymru.diogelu.procedures.WalkedModels;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
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

    private final Procedures procedures;
    private final Drafts drafts;
    private final CaseAccess access;
    private final Ledger ledger;
    private final WalkedModels models;
    private final PageWords words;

    EndedTask(
            Procedures procedures,
            Drafts drafts,
            CaseAccess access,
            Ledger ledger,
            WalkedModels models,
            PageWords words) {
        this.procedures = procedures;
        this.drafts = drafts;
        this.access = access;
        this.ledger = ledger;
        this.models = models;
        this.words = words;
    }

    /**
     * @throws TaskNotFound when this person neither answered the task nor was writing on it
     */
    ModelAndView page(Person person, String task, Locale locale) {
        return page(person, task, null, locale);
    }

    /** @param posted what was typed and could not be kept any more */
    ModelAndView page(Person person, String task, @Nullable MultiValueMap<String, String> posted, Locale locale) {
        Optional<Receipt> receipt = procedures.receipt(person.viewer(), task);
        if (receipt.isPresent()) {
            return new ModelAndView("redirect:/cases/" + receipt.get().caseReference() + "/handed-in");
        }
        Drafts.Draft draft = drafts.draft(person.viewer().user(), task).orElseThrow(() -> new TaskNotFound(task));
        return compared(person, task, draft, posted, locale);
    }

    private ModelAndView compared(
            Person person,
            String task,
            Drafts.Draft draft,
            @Nullable MultiValueMap<String, String> posted,
            Locale locale) {
        String reference = visible(person, task, draft);
        Entry last = last(reference, task).orElseThrow(() -> new TaskNotFound(task));
        Form form = form(last).orElseThrow(() -> new TaskNotFound(task));
        boolean answered = last.kind().equals(EntryKind.ANSWERS_SUBMITTED.word());
        Map<String, Object> mine = posted == null ? draft.answers() : PostedAnswers.of(form, posted);
        Map<String, Object> theirs = answered ? answers(last) : Map.of();
        var page = new ModelAndView("task-ended");
        page.setStatus(HttpStatus.CONFLICT);
        page.addObject("task", task);
        page.addObject("reference", reference);
        page.addObject("name", name(last, locale));
        page.addObject("answered", answered);
        page.addObject("by", answered ? words.actor(last.actor(), locale) : "");
        page.addObject("at", words.due(last.at(), locale));
        page.addObject("lines", ComparedLines.of(form, Language.of(locale), mine, theirs, words));
        return page;
    }

    private String visible(Person person, String task, Drafts.Draft draft) {
        try {
            return access.visible(person.viewer(), String.valueOf(draft.caseReference()))
                    .reference()
                    .value();
        } catch (CaseNotFound notTheirs) {
            throw new TaskNotFound(task);
        }
    }

    /** The entry that says how the task ended, or the last one about it. */
    private Optional<Entry> last(String reference, String task) {
        AtomicReference<@Nullable Entry> last = new AtomicReference<>();
        ledger.forEach(reference, entry -> {
            Entry before = last.get();
            boolean answers = before != null && before.kind().equals(EntryKind.ANSWERS_SUBMITTED.word());
            if (task.equals(entry.subject().task()) && !answers) {
                last.set(entry);
            }
        });
        return Optional.ofNullable(last.get());
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
