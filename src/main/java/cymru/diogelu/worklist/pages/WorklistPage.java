package cymru.diogelu.worklist.pages;

import cymru.diogelu.access.Person;
import cymru.diogelu.access.Teams;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.procedures.Procedures;
import cymru.diogelu.procedures.TaskFilter;
import cymru.diogelu.procedures.TaskFilter.Show;
import cymru.diogelu.procedures.TaskPage;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;

/** The open tasks of a person, their team or those they lead, soonest due first; taking one, and giving it back. */
@Controller
class WorklistPage {

    /** Whose tasks are listed. */
    enum Whose {
        MINE,
        TEAM,
        LED;

        static Whose of(@Nullable String name) {
            return Arrays.stream(values())
                    .filter(whose -> whose.key().equals(name))
                    .findFirst()
                    .orElse(TEAM);
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What was listed last: whoever comes back from a task finds the list as they left it. */
    private record Choice(Whose whose, Show show) implements Serializable {}

    private static final String CHOICE = "worklist";

    private final Procedures procedures;
    private final Teams teams;
    private final WorklistCases cases;
    private final ConcernDrafts concerns;
    private final PageWords words;

    WorklistPage(Procedures procedures, Teams teams, WorklistCases cases, ConcernDrafts concerns, PageWords words) {
        this.procedures = procedures;
        this.teams = teams;
        this.cases = cases;
        this.concerns = concerns;
        this.words = words;
    }

    @GetMapping("/worklist")
    String tasks(
            @AuthenticationPrincipal Person person,
            @RequestParam(required = false) @Nullable String whose,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String after,
            @SessionAttribute(required = false, name = CHOICE) @Nullable Choice last,
            HttpSession session,
            Model model,
            Locale locale) {
        Viewer viewer = person.viewer();
        Choice choice = whose == null && show == null && last != null ? last : new Choice(Whose.of(whose), show(show));
        session.setAttribute(CHOICE, choice);
        Whose chosen = choice.whose();
        Show shown = choice.show();
        TaskPage page = page(viewer, chosen, shown, after);
        model.addAttribute(
                "tasks",
                page.tasks().stream().map(task -> words.line(task, locale)).toList());
        Map<String, String> lines = cases.of(page.tasks(), locale);
        model.addAttribute("cases", lines);
        model.addAttribute("siblings", cases.siblings(page.tasks(), lines));
        model.addAttribute("next", page.next());
        model.addAttribute("whose", chosen.key());
        model.addAttribute("show", shown.name().toLowerCase(Locale.ROOT));
        model.addAttribute("leads", teams.ledBy(viewer));
        model.addAttribute(
                "tabs", teams.ledBy(viewer).size() > 1 ? Whose.values() : new Whose[] {Whose.MINE, Whose.TEAM});
        model.addAttribute("groups", viewer.groups());
        model.addAttribute("first", after == null);
        model.addAttribute("unfinished", concerns.unfinished(viewer));
        return "worklist";
    }

    private TaskPage page(Viewer viewer, Whose whose, Show show, @Nullable String after) {
        Collection<String> groups = whose == Whose.LED ? teams.ledBy(viewer) : viewer.groups();
        TaskFilter filter = new TaskFilter(show, whose == Whose.MINE ? viewer.user() : null);
        try {
            return procedures.tasks(viewer, groups, filter, after);
        } catch (IllegalArgumentException noCursor) {
            return procedures.tasks(viewer, groups, filter, null);
        }
    }

    private static Show show(@Nullable String name) {
        return Arrays.stream(Show.values())
                .filter(show -> show.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(Show.ALL);
    }

    @PostMapping("/tasks/{id}/claim")
    String claim(@AuthenticationPrincipal Person person, @PathVariable String id) {
        procedures.claim(person.viewer(), id);
        return "redirect:/tasks/" + id;
    }

    @PostMapping("/tasks/{id}/release")
    String release(@AuthenticationPrincipal Person person, @PathVariable String id) {
        procedures.release(person.viewer(), id);
        return "redirect:/worklist";
    }
}
