package cymru.diogelu.worklist.pages;

import cymru.diogelu.access.Person;
import cymru.diogelu.procedures.Procedures;
import cymru.diogelu.procedures.TaskPage;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The open tasks of a person's groups, soonest due first, and taking one or giving it back. */
@Controller
class WorklistPage {

    private final Procedures procedures;
    private final PageWords words;

    WorklistPage(Procedures procedures, PageWords words) {
        this.procedures = procedures;
        this.words = words;
    }

    @GetMapping("/worklist")
    String tasks(
            @AuthenticationPrincipal Person person,
            @RequestParam(required = false) @Nullable String after,
            Model model,
            Locale locale) {
        TaskPage page = procedures.tasks(person.viewer(), person.viewer().groups(), after);
        model.addAttribute(
                "tasks",
                page.tasks().stream().map(task -> words.line(task, locale)).toList());
        model.addAttribute("next", page.next());
        return "worklist";
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
