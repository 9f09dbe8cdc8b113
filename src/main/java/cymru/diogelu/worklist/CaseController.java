package cymru.diogelu.worklist;

import cymru.diogelu.access.CaseAccess;
import cymru.diogelu.access.Person;
import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.agencies.Group;
import cymru.diogelu.cases.SafeguardingCase;
import cymru.diogelu.language.Language;
import cymru.diogelu.procedures.OpenTask;
import cymru.diogelu.procedures.Procedures;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CaseController {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm");

    private final CaseAccess access;
    private final Procedures procedures;
    private final Agencies agencies;
    private final TaskViews views;
    private final MessageSource messages;

    CaseController(
            CaseAccess access, Procedures procedures, Agencies agencies, TaskViews views, MessageSource messages) {
        this.access = access;
        this.procedures = procedures;
        this.agencies = agencies;
        this.views = views;
        this.messages = messages;
    }

    @GetMapping("/api/v1/cases/{reference}")
    CaseView find(@AuthenticationPrincipal Person person, @PathVariable String reference, Locale locale) {
        SafeguardingCase found = access.visible(person.viewer(), reference);
        List<OpenTask> tasks = procedures.tasksOfCase(reference);
        return new CaseView(
                reference,
                found.status().name().toLowerCase(Locale.ROOT),
                found.outcome(),
                found.authority(),
                waiting(found, tasks, locale),
                views.lines(tasks, locale),
                found.linked().stream().map(Object::toString).toList());
    }

    /** Who must act next and by when, in one sentence. */
    private String waiting(SafeguardingCase found, List<OpenTask> tasks, Locale locale) {
        if (tasks.isEmpty()) {
            boolean open = found.status() == SafeguardingCase.Status.OPEN;
            return messages.getMessage(open ? "case.waiting.date" : "case.waiting.nobody", null, locale);
        }
        TaskLine next = views.line(tasks.get(0), locale);
        String group = agencies.describe(Group.parse(next.group()), Language.of(locale));
        return next.due() == null
                ? messages.getMessage("case.waiting", new Object[] {group, next.name()}, locale)
                : messages.getMessage(
                        "case.waiting.due",
                        new Object[] {
                            group, next.name(), WRITTEN.localizedBy(locale).format(next.due())
                        },
                        locale);
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
