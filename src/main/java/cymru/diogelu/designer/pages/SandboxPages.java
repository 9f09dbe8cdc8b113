package cymru.diogelu.designer.pages;

import cymru.diogelu.access.Person;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.designer.ModelDesk;
import cymru.diogelu.designer.Proposal;
import cymru.diogelu.designer.ProposalRefused;
import cymru.diogelu.designer.Sandbox;
import cymru.diogelu.designer.SandboxRefused;
import cymru.diogelu.designer.Sandboxes;
import cymru.diogelu.forms.Form;
import cymru.diogelu.forms.Judgement;
import cymru.diogelu.forms.PostedAnswers;
import cymru.diogelu.forms.RowEdit;
import cymru.diogelu.language.Bilingual;
import cymru.diogelu.language.Language;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A case of an invented child that a designer walks by hand, answering for everybody and moving the clock. */
@Controller
@RequestMapping("/models/sandbox")
class SandboxPages {

    private static final String HERE = "redirect:/models/sandbox";
    private static final String CONCERN = "concern";

    private final Sandboxes sandboxes;
    private final SandboxReading reading;
    private final ModelDesk desk;
    private final ServiceClock clock;
    private final MessageSource messages;

    SandboxPages(
            Sandboxes sandboxes, SandboxReading reading, ModelDesk desk, ServiceClock clock, MessageSource messages) {
        this.sandboxes = sandboxes;
        this.reading = reading;
        this.desk = desk;
        this.clock = clock;
        this.messages = messages;
    }

    @GetMapping
    String stands(@AuthenticationPrincipal Person person, Model model, Locale locale) {
        Viewer viewer = person.viewer();
        Optional<Sandbox> sandbox = sandboxes.use(viewer);
        model.addAttribute("state", sandboxes.state(viewer).name());
        model.addAttribute("begun", sandbox.map(Sandbox::begun).orElse(false));
        sandbox.ifPresent(used -> show(used, model, locale));
        if (sandbox.isEmpty()) {
            model.addAttribute(
                    "first",
                    clock.instant()
                            .atZone(ServiceClock.LONDON)
                            .toLocalDateTime()
                            .truncatedTo(ChronoUnit.MINUTES));
            model.addAttribute(
                    "sets",
                    desk.proposals(viewer).stream()
                            .filter(set -> set.state() == Proposal.State.OPEN || set.state() == Proposal.State.DRAFT)
                            .map(Proposal::number)
                            .toList());
        }
        return "sandbox";
    }

    private void show(Sandbox sandbox, Model model, Locale locale) {
        Map<String, Object> standing = sandbox.standing(language(locale));
        model.addAttribute("now", SandboxReading.local(sandbox.now()));
        model.addAttribute("steps", sandbox.steps());
        model.addAttribute("status", standing.get("status"));
        model.addAttribute("waiting", standing.get("waiting"));
        model.addAttribute("tasks", reading.tasks(standing));
        model.addAttribute("drawn", reading.drawn(sandbox, locale));
    }

    /** @param at date and time on the clock in Wales, {@code 2027-03-03T14:00} */
    @PostMapping
    String start(
            @AuthenticationPrincipal Person person,
            @RequestParam String at,
            @RequestParam(required = false) @Nullable Long proposal,
            RedirectAttributes next) {
        try {
            OffsetDateTime first =
                    LocalDateTime.parse(at).atZone(ServiceClock.LONDON).toOffsetDateTime();
            sandboxes.start(person.viewer(), proposal, first);
        } catch (DateTimeException noMoment) {
            next.addFlashAttribute("refused", "record.moment.when.invalid");
        } catch (ProposalRefused refused) {
            next.addFlashAttribute("refused", "models.refused." + refused.reason());
        }
        return HERE;
    }

    @PostMapping("/end")
    String end(@AuthenticationPrincipal Person person) {
        sandboxes.end(person.viewer());
        return HERE;
    }

    /** @param wait a length of time, or a moment on the clock in Wales */
    @PostMapping("/clock")
    String await(
            @AuthenticationPrincipal Person person, @RequestParam String wait, Locale locale, RedirectAttributes next) {
        try {
            String until = wait.startsWith("P")
                    ? wait
                    : LocalDateTime.parse(wait)
                            .atZone(ServiceClock.LONDON)
                            .toOffsetDateTime()
                            .toString();
            used(person).await(until, language(locale));
        } catch (DateTimeException | SandboxRefused refused) {
            next.addFlashAttribute("refused", "sandbox.clock.refused");
        }
        return HERE;
    }

    @GetMapping("/concern")
    String concern(@AuthenticationPrincipal Person person, Model model, Locale locale) {
        Sandbox sandbox = used(person);
        Form form = form(sandbox, CONCERN);
        model.addAttribute("by", "education.W06000015");
        return ask(form, Map.of(), sandbox.usual(CONCERN), Map.of(), model, locale);
    }

    @PostMapping("/concern")
    String raise(
            @AuthenticationPrincipal Person person,
            @RequestParam("kept.by") String by,
            @RequestParam MultiValueMap<String, String> posted,
            Model model,
            Locale locale) {
        Sandbox sandbox = used(person);
        model.addAttribute("by", by);
        return answered(
                sandbox,
                form(sandbox, CONCERN),
                Map.of(),
                posted,
                model,
                locale,
                answers -> sandbox.raise(by.strip(), answers, language(locale)));
    }

    @GetMapping("/tasks/{id}")
    String task(@AuthenticationPrincipal Person person, @PathVariable String id, Model model, Locale locale) {
        Sandbox sandbox = used(person);
        Map<String, Object> task = shown(sandbox, id, model, locale);
        Form form = formOf(sandbox, task);
        return ask(form, facts(task), sandbox.usual(form.id()), Map.of(), model, locale);
    }

    @PostMapping("/tasks/{id}")
    String submit(
            @AuthenticationPrincipal Person person,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> posted,
            Model model,
            Locale locale) {
        Sandbox sandbox = used(person);
        Map<String, Object> task = shown(sandbox, id, model, locale);
        return answered(
                sandbox,
                formOf(sandbox, task),
                facts(task),
                posted,
                model,
                locale,
                answers -> sandbox.submit(id, answers, language(locale)));
    }

    private Map<String, Object> shown(Sandbox sandbox, String id, Model model, Locale locale) {
        try {
            Map<String, Object> task = sandbox.task(id, language(locale));
            model.addAttribute("task", task);
            return task;
        } catch (SandboxRefused gone) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    /** What the sandbox does with answers that the form has nothing against. */
    private interface Deed {
        void with(Map<String, Object> differing);
    }

    private String answered(
            Sandbox sandbox,
            Form form,
            Map<String, Object> facts,
            MultiValueMap<String, String> posted,
            Model model,
            Locale locale,
            Deed deed) {
        Map<String, Object> answers = PostedAnswers.of(form, posted);
        Optional<RowEdit> edit = RowEdit.of(posted);
        edit.ifPresent(row -> row.apply(answers));
        if (edit.isPresent()) {
            return ask(form, facts, answers, Map.of(), model, locale);
        }
        OffsetDateTime now = OffsetDateTime.parse(sandbox.now());
        Judgement judgement = form.judge(answers, facts, now.toInstant());
        if (!judgement.ok()) {
            return ask(form, facts, answers, errors(judgement, locale), model, locale);
        }
        try {
            deed.with(sandbox.differing(form.id(), judgement.accepted()));
            return HERE;
        } catch (SandboxRefused refused) {
            String said = messages.getMessage("sandbox.refused", new Object[] {refused.getMessage()}, locale);
            return ask(form, facts, answers, Map.of("main", said), model, locale);
        }
    }

    private static Map<String, String> errors(Judgement judgement, Locale locale) {
        Map<String, String> errors = new LinkedHashMap<>();
        judgement
                .errors()
                .forEach(
                        error -> errors.putIfAbsent(error.key(), error.message().in(Language.of(locale))));
        return errors;
    }

    private static String ask(
            Form form,
            Map<String, Object> facts,
            Map<String, Object> answers,
            Map<String, String> errors,
            Model model,
            Locale locale) {
        model.addAttribute(
                "fields", form.render(Language.of(locale), facts, answers).fields());
        model.addAttribute("form", form.id());
        model.addAttribute("errors", errors);
        return "sandbox-form";
    }

    /** The walk as a file of the scenario book. */
    @GetMapping("/scenario")
    ResponseEntity<String> scenario(
            @AuthenticationPrincipal Person person, @RequestParam String en, @RequestParam String cy) {
        if (en.isBlank() || cy.isBlank()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        String yaml = used(person).scenario(new Bilingual(en, cy));
        return StoryDownload.of("walk", yaml);
    }

    private Sandbox used(Person person) {
        return sandboxes.use(person.viewer()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Form formOf(Sandbox sandbox, Map<String, Object> task) {
        return form(sandbox, task.get("form") instanceof Map<?, ?> form ? String.valueOf(form.get("id")) : "");
    }

    private Form form(Sandbox sandbox, String id) {
        return reading.form(sandbox, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> facts(Map<String, Object> task) {
        return (Map<String, Object>) task.getOrDefault("facts", Map.of());
    }

    private static String language(Locale locale) {
        return Language.of(locale) == Language.CY ? "cy" : "en";
    }
}
