package cymru.diogelu.worklist.pages;

import cymru.diogelu.access.Person;
import cymru.diogelu.access.Teams;
import cymru.diogelu.forms.Characters;
import cymru.diogelu.procedures.OpenTask;
import cymru.diogelu.procedures.Procedures;
import cymru.diogelu.procedures.StaleTask;
import cymru.diogelu.procedures.TaskNotFound;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Gives a task to a colleague with a note: by who has it, or by who leads the group. */
@Controller
@RequestMapping("/tasks/{id}/hand-over")
class HandOverPage {

    private static final int LONGEST_NOTE = 2_000;

    private final Procedures procedures;
    private final Teams teams;
    private final PageWords words;

    HandOverPage(Procedures procedures, Teams teams, PageWords words) {
        this.procedures = procedures;
        this.teams = teams;
        this.words = words;
    }

    @GetMapping
    ModelAndView ask(@AuthenticationPrincipal Person person, @PathVariable String id, Locale locale) {
        return asked(procedures.reachable(person.viewer(), id), "", "", Map.of(), locale);
    }

    @PostMapping
    ModelAndView give(
            @AuthenticationPrincipal Person person,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "") String note,
            Locale locale) {
        try {
            return given(person, procedures.reachable(person.viewer(), id), to, note, locale);
        } catch (TaskNotFound gone) {
            return notGiven(HttpStatus.NOT_FOUND, "absent", note);
        } catch (StaleTask stale) {
            return notGiven(HttpStatus.CONFLICT, problem(stale), note);
        }
    }

    private ModelAndView given(Person person, OpenTask task, @Nullable String to, String note, Locale locale) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (to == null || !teams.members(task.group()).contains(to)) {
            errors.put("to", words.say("handOver.to.missing", locale));
        }
        if (note.strip().length() > LONGEST_NOTE) {
            errors.put("note", words.say("handOver.note.long", locale, LONGEST_NOTE));
        } else if (Characters.anyIllegal(note)) {
            errors.put("note", words.say("handOver.note.illegal", locale));
        }
        if (to == null || !errors.isEmpty()) {
            return asked(task, to == null ? "" : to, note, errors, locale);
        }
        procedures.assign(person.viewer(), task.id(), to, note.strip());
        return new ModelAndView("redirect:/worklist?given");
    }

    /** The note stands nowhere else: it is shown again, so that its words are not lost. */
    private static ModelAndView notGiven(HttpStatus status, String problem, String note) {
        return new ModelAndView("problem", status).addObject("problem", problem).addObject("note", note.strip());
    }

    private static String problem(StaleTask stale) {
        return switch (stale.reason()) {
            case ANSWERED -> "absent";
            case TAKEN_BY_ANOTHER -> "taken";
            case BUSY -> "busy";
        };
    }

    private ModelAndView asked(OpenTask task, String to, String note, Map<String, String> errors, Locale locale) {
        Map<String, String> members = new LinkedHashMap<>();
        teams.members(task.group()).stream()
                .filter(member -> !member.equals(task.assignee()))
                .forEach(member -> members.put(member, words.person(member, locale)));
        var page = new ModelAndView("hand-over");
        page.addObject("task", words.line(task, locale));
        page.addObject("members", members);
        page.addObject("to", to);
        page.addObject("note", note);
        page.addObject("longest", LONGEST_NOTE);
        page.addObject("errors", errors);
        page.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
