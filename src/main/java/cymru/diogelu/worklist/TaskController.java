package cymru.diogelu.worklist;

import cymru.diogelu.access.CaseAccess;
import cymru.diogelu.access.Person;
import cymru.diogelu.language.Language;
import cymru.diogelu.procedures.OpenTask;
import cymru.diogelu.procedures.Procedures;
import cymru.diogelu.procedures.Receipt;
import cymru.diogelu.procedures.TaskDetail;
import cymru.diogelu.procedures.TaskPage;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tasks")
class TaskController {

    private final Procedures procedures;
    private final CaseAccess access;
    private final TaskViews views;

    TaskController(Procedures procedures, CaseAccess access, TaskViews views) {
        this.procedures = procedures;
        this.access = access;
        this.views = views;
    }

    @GetMapping
    TaskList tasks(
            @AuthenticationPrincipal Person person,
            @RequestParam(name = "case", required = false) @Nullable String reference,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String after,
            Locale locale) {
        if (reference != null) {
            access.visible(person.viewer(), reference);
            List<OpenTask> tasks = procedures.tasksOfCase(reference).stream()
                    .filter(task -> person.viewer().groups().contains(task.group()))
                    .filter(task -> group == null || group.equals(task.group()))
                    .toList();
            return new TaskList(views.lines(tasks, locale), null);
        }
        Collection<String> groups = group == null ? person.viewer().groups() : List.of(group);
        TaskPage page = procedures.tasks(person.viewer(), groups, after);
        return new TaskList(views.lines(page.tasks(), locale), page.next());
    }

    @GetMapping("/{id}")
    Map<String, @Nullable Object> task(@AuthenticationPrincipal Person person, @PathVariable String id, Locale locale) {
        TaskDetail detail = procedures.task(person.viewer(), id);
        return views.detail(detail, Language.of(locale));
    }

    @PostMapping("/{id}/claim")
    TaskLine claim(@AuthenticationPrincipal Person person, @PathVariable String id, Locale locale) {
        return views.line(procedures.claim(person.viewer(), id), locale);
    }

    @PostMapping("/{id}/release")
    TaskLine release(@AuthenticationPrincipal Person person, @PathVariable String id, Locale locale) {
        return views.line(procedures.release(person.viewer(), id), locale);
    }

    @PostMapping("/{id}/submission")
    Submitted submit(
            @AuthenticationPrincipal Person person,
            @PathVariable String id,
            @RequestBody AnswersRequest request,
            Locale locale) {
        Receipt receipt = procedures.submit(person.viewer(), id, request.required());
        return views.submitted(receipt, locale);
    }

    record TaskList(List<TaskLine> tasks, @Nullable String next) {}
}
