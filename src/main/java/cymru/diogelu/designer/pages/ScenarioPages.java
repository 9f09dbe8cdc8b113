package cymru.diogelu.designer.pages;

import cymru.diogelu.access.ModelAccess;
import cymru.diogelu.access.Person;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.designer.BookRun;
import cymru.diogelu.designer.BookRuns;
import cymru.diogelu.designer.BookStory;
import cymru.diogelu.designer.ProposalRefused;
import cymru.diogelu.designer.ScenarioReport;
import cymru.diogelu.language.Bilingual;
import cymru.diogelu.language.Language;
import cymru.diogelu.procedures.Procedures;
import cymru.diogelu.procedures.Way;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The scenario book at the designers' desk: its stories, the runs of it, and what each has found. */
@Controller
class ScenarioPages {

    private final ModelAccess access;
    private final BookRuns runs;
    private final Procedures procedures;
    private final StoryReading reading;

    ScenarioPages(ModelAccess access, BookRuns runs, Procedures procedures, StoryReading reading) {
        this.access = access;
        this.runs = runs;
        this.procedures = procedures;
        this.reading = reading;
    }

    /** A run with its times as the clock shows in Wales. */
    record Shown(BookRun run, ZonedDateTime askedAt) {

        static Shown of(BookRun run) {
            return new Shown(run, run.askedAt().atZone(ServiceClock.LONDON));
        }
    }

    /** A story in the list of the book; {@code run} is the one to look at, where it was run. */
    record Listed(String file, String name, @Nullable Long run, boolean holds) {}

    @GetMapping("/models/scenarios")
    String book(@AuthenticationPrincipal Person person, Model model, Locale locale) {
        Viewer viewer = person.viewer();
        List<BookRun> kept = runs.inForce(viewer);
        Map<String, List<Listed>> stories = listed(viewer, kept, Language.of(locale));
        model.addAttribute("stories", stories);
        model.addAttribute("names", StoryReading.names(procedures.ways(), Language.of(locale)));
        model.addAttribute(
                "count", stories.values().stream().mapToInt(List::size).sum());
        model.addAttribute("runs", kept.stream().limit(5).map(Shown::of).toList());
        model.addAttribute("designs", access.designs(viewer));
        return "scenarios";
    }

    /** By procedure. */
    private Map<String, List<Listed>> listed(Viewer viewer, List<BookRun> kept, Language language) {
        Optional<BookRun> whole = kept.stream()
                .filter(run -> run.only() == null && run.state() == BookRun.State.DONE)
                .findFirst();
        Optional<ScenarioReport> report = whole.flatMap(run -> runs.report(viewer, run.number()));
        Map<String, BookRun> alone = new TreeMap<>();
        kept.stream()
                .filter(run -> run.only() != null && run.state() == BookRun.State.DONE)
                .filter(run -> whole.isEmpty() || run.number() > whole.get().number())
                .forEach(run -> alone.putIfAbsent(String.valueOf(run.only()), run));
        return runs.stories(viewer).stream()
                .collect(Collectors.groupingBy(
                        BookStory::procedure,
                        LinkedHashMap::new,
                        Collectors.mapping(
                                story -> listed(story, alone.get(story.file()), whole, report, language),
                                Collectors.toList())));
    }

    private static Listed listed(
            BookStory story,
            @Nullable BookRun alone,
            Optional<BookRun> whole,
            Optional<ScenarioReport> report,
            Language language) {
        String name = story.name().in(language);
        if (alone != null) {
            return new Listed(story.file(), name, alone.number(), alone.broken() == 0);
        }
        return report.flatMap(found -> found.story(story.file()))
                .map(told -> new Listed(
                        story.file(), name, whole.map(BookRun::number).orElse(null), told.holds()))
                .orElseGet(() -> new Listed(story.file(), name, null, false));
    }

    /** @param story one story; empty for all */
    @PostMapping("/models/scenarios/runs")
    String start(
            @AuthenticationPrincipal Person person,
            @RequestParam(defaultValue = "") String story,
            RedirectAttributes next) {
        try {
            BookRun run = runs.start(person.viewer(), story.isBlank() ? null : story);
            return "redirect:/models/scenarios/runs/" + run.number();
        } catch (ProposalRefused tooMany) {
            next.addFlashAttribute("refused", tooMany.reason());
            return "redirect:/models/scenarios";
        }
    }

    @GetMapping("/models/scenarios/runs/{number}")
    String run(@AuthenticationPrincipal Person person, @PathVariable long number, Model model, Locale locale) {
        BookRun run = shown(person.viewer(), number, model);
        Optional<ScenarioReport> report = runs.report(person.viewer(), run.number());
        Language language = Language.of(locale);
        model.addAttribute(
                "results",
                report.map(found -> Result.of(found.stories(), language)).orElse(List.of()).stream()
                        .collect(Collectors.groupingBy(Result::procedure, LinkedHashMap::new, Collectors.toList())));
        model.addAttribute(
                "names",
                report.map(found -> StoryReading.names(found.ways(), language)).orElse(Map.of()));
        model.addAttribute(
                "covered", report.map(found -> reading.covered(found, language)).orElse(List.of()));
        return "scenario-run";
    }

    @GetMapping("/models/scenarios/runs/{number}/story")
    String story(
            @AuthenticationPrincipal Person person,
            @PathVariable long number,
            @RequestParam String file,
            Model model,
            Locale locale) {
        BookRun run = shown(person.viewer(), number, model);
        ScenarioReport report = found(runs.report(person.viewer(), number));
        var story = found(report.story(file));
        model.addAttribute(
                "story", Result.of(List.of(story), Language.of(locale)).get(0));
        model.addAttribute("at", story.at().atZoneSameInstant(ServiceClock.LONDON));
        model.addAttribute("walks", reading.walks(story, report, runs.models(person.viewer(), run), locale));
        model.addAttribute("runsIt", access.designs(person.viewer()) && run.proposal() == null);
        return "scenario-story";
    }

    /** @param home a procedure, or a table */
    @GetMapping("/models/scenarios/runs/{number}/coverage/{home}")
    String coverage(
            @AuthenticationPrincipal Person person,
            @PathVariable long number,
            @PathVariable String home,
            Model model,
            Locale locale) {
        BookRun run = shown(person.viewer(), number, model);
        ScenarioReport report = found(runs.report(person.viewer(), number));
        List<Way> ways =
                report.ways().stream().filter(way -> way.home().equals(home)).toList();
        Bilingual name = found(ways.stream().findFirst()).homeName();
        model.addAttribute("name", name.in(Language.of(locale)));
        model.addAttribute("ways", reading.counted(ways, report, Language.of(locale)));
        model.addAttribute("svg", reading.coverage(home, ways, report, runs.models(person.viewer(), run), locale));
        return "scenario-coverage";
    }

    @PostMapping("/models/proposals/{number}/scenarios")
    String again(@AuthenticationPrincipal Person person, @PathVariable long number, RedirectAttributes next) {
        return decided(number, next, () -> runs.again(person.viewer(), number));
    }

    @PostMapping("/models/proposals/{number}/scenarios/reason")
    String explain(
            @AuthenticationPrincipal Person person,
            @PathVariable long number,
            @RequestParam(defaultValue = "") String storiesReason,
            RedirectAttributes next) {
        return decided(number, next, () -> runs.explain(person.viewer(), number, storiesReason));
    }

    private static String decided(long number, RedirectAttributes next, Runnable decision) {
        try {
            decision.run();
        } catch (ProposalRefused refused) {
            next.addFlashAttribute("storiesRefused", refused.reason());
        }
        return "redirect:/models/proposals/" + number + "#stories";
    }

    private BookRun shown(Viewer viewer, long number, Model model) {
        BookRun run = found(runs.find(viewer, number));
        model.addAttribute("shown", Shown.of(run));
        model.addAttribute("run", run);
        return run;
    }

    private static <T> T found(Optional<T> sought) {
        return sought.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
