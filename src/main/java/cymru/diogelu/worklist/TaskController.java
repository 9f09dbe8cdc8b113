package cymru.diogelu.worklist;

import cymru.diogelu.access.CaseAccess;
import cymru.diogelu.access.Look;
import cymru.diogelu.access.Person;
import cymru.diogelu.forms.Characters;
import cymru.diogelu.language.Language;
import cymru.diogelu.procedures.OpenTask;
import cymru.diogelu.procedures.Procedures;
import cymru.diogelu.procedures.Receipt;
import cymru.diogelu.procedures.TaskDetail;
import cymru.diogelu.procedures.TaskFilter;
import cymru.diogelu.procedures.TaskPage;
import cymru.diogelu.worklist.drafts.Drafts;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
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
    private final Drafts drafts;

    TaskController(Procedures procedures, CaseAccess access, TaskViews views, Drafts drafts) {
        this.procedures = procedures;
        this.access = access;
        this.views = views;
        this.drafts = drafts;
    }

    @GetMapping
    @Operation(
            summary = "Open tasks",
            description =
                    "The tasks offered to the reader's groups, soonest due first, 50 a page: `next` is the `after` of the page"
                            + " that follows. With `case` all of them in one answer.")
    TaskList tasks(
            @AuthenticationPrincipal Person person,
            @RequestParam(name = "case", required = false) @Nullable String reference,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String after,
            Locale locale) {
        if (reference != null) {
            access.open(person.viewer(), reference, Look.TASKS);
            List<OpenTask> tasks = procedures.tasksOfCase(reference).stream()
                    .filter(task -> person.viewer().groups().contains(task.group()))
                    .filter(task -> group == null || group.equals(task.group()))
                    .toList();
            return new TaskList(views.lines(tasks, locale), null);
        }
        Collection<String> groups = group == null ? person.viewer().groups() : List.of(group);
        TaskPage page = page(person, groups, after);
        return new TaskList(views.lines(page.tasks(), locale), page.next());
    }

    private TaskPage page(Person person, Collection<String> groups, @Nullable String after) {
        try {
            return procedures.tasks(person.viewer(), groups, TaskFilter.ALL, after);
        } catch (IllegalArgumentException noCursor) {
            throw new InvalidRequest("after", "wrongType");
        }
    }

    @GetMapping("/{id}")
    @Operation(summary = "A task with its form and the limit on it")
    TaskView task(@AuthenticationPrincipal Person person, @PathVariable String id, Locale locale) {
        TaskDetail detail = procedures.task(person.viewer(), id);
        access.open(person.viewer(), detail.task().caseReference(), Look.TASK);
        return views.detail(detail, Language.of(locale));
    }

    @PostMapping("/{id}/claim")
    @Operation(
            summary = "Take a task",
            description = "Idempotent: taking it again changes nothing. 409 when somebody else has it.")
    TaskLine claim(@AuthenticationPrincipal Person person, @PathVariable String id, Locale locale) {
        return views.line(procedures.claim(person.viewer(), id), locale);
    }

    @PostMapping("/{id}/release")
    @Operation(
            summary = "Give a task back to the group",
            description =
                    "Idempotent: giving back a task that nobody has changes nothing. 409 when somebody else has it.")
    TaskLine release(@AuthenticationPrincipal Person person, @PathVariable String id, Locale locale) {
        return views.line(procedures.release(person.viewer(), id), locale);
    }

    @PostMapping("/{id}/assign")
    @Operation(
            summary = "Give a task to somebody of its group",
            description =
                    "By whoever has it or could take it, or by a lead of the group. `to` is a sign-in name; `note` says"
                            + " what they should know and stands in the record. 400 when `to` does not belong to the group.")
    TaskLine assign(
            @AuthenticationPrincipal Person person,
            @PathVariable String id,
            @RequestBody Assignment assignment,
            Locale locale) {
        return views.line(procedures.assign(person.viewer(), id, assignment.required(), assignment.told()), locale);
    }

    @PostMapping("/{id}/submission")
    @Operation(
            summary = "Answer a task",
            description =
                    "Judges the answers, records them and moves the case on, in one transaction. The task id is the key of"
                            + " this call: the same person sending the same answers again gets the first answer again, anything else for an"
                            + " answered task is refused with 409.")
    Submitted submit(
            @AuthenticationPrincipal Person person,
            @PathVariable String id,
            @RequestBody AnswersRequest request,
            Locale locale) {
        Receipt receipt = procedures.submit(person.viewer(), id, request.required());
        drafts.forget(person.viewer(), id);
        return views.submitted(receipt, locale);
    }

    /** Who gets the task, and what they should know. */
    record Assignment(@Nullable String to, @Nullable String note) {

        private static final int LONGEST_NOTE = 2_000;

        String required() {
            if (to == null || to.isBlank()) {
                throw new InvalidRequest("to", "required");
            }
            return to;
        }

        String told() {
            if (note == null) {
                return "";
            }
            if (Characters.anyIllegal(note)) {
                throw new InvalidRequest("note", "illegalCharacter");
            }
            String text = note.strip();
            if (text.length() > LONGEST_NOTE) {
                throw new InvalidRequest("note", "tooLong");
            }
            return text;
        }
    }

    record TaskList(List<TaskLine> tasks, @Nullable String next) {}
}
