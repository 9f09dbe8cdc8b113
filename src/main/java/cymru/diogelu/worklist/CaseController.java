package cymru.diogelu.worklist;

import cymru.diogelu.access.CaseAccess;
import cymru.diogelu.access.Look;
import cymru.diogelu.access.Person;
import cymru.diogelu.cases.SafeguardingCase;
import cymru.diogelu.procedures.OpenTask;
import cymru.diogelu.procedures.Procedures;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CaseController {

    private final CaseAccess access;
    private final Procedures procedures;
    private final TaskViews views;
    private final WaitingText waiting;

    CaseController(CaseAccess access, Procedures procedures, TaskViews views, WaitingText waiting) {
        this.access = access;
        this.procedures = procedures;
        this.views = views;
        this.waiting = waiting;
    }

    @GetMapping("/api/v1/cases/{reference}")
    @Operation(
            summary = "A case",
            description = "Its state, who must act next and by when, its open tasks and the cases linked with it.")
    CaseView find(@AuthenticationPrincipal Person person, @PathVariable String reference, Locale locale) {
        SafeguardingCase found =
                access.open(person.viewer(), reference, Look.CASE).found();
        List<OpenTask> tasks = procedures.tasksOfCase(reference);
        return new CaseView(
                reference,
                found.status().name().toLowerCase(Locale.ROOT),
                found.outcome(),
                found.authority(),
                found.status() == SafeguardingCase.Status.CLOSED ? waiting.ended(locale) : waiting.of(tasks, locale),
                views.lines(tasks, locale),
                found.linked().stream().map(Object::toString).toList());
    }

    record CaseView(
            String reference,
            String status,
            @Nullable String outcome,
            String authority,
            String waiting,
            List<TaskLine> tasks,
            List<String> linked) {}
}
