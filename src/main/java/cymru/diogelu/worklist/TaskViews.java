package cymru.diogelu.worklist;

import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.language.Language;
import cymru.diogelu.procedures.OpenTask;
import cymru.diogelu.procedures.Receipt;
import cymru.diogelu.procedures.TaskDetail;
import cymru.diogelu.procedures.WalkedModels;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts tasks into words and times of the reader. */
@Component
class TaskViews {

    private final ServiceClock clock;
    private final WalkedModels models;
    private final TaskDeadlines deadlines;

    TaskViews(ServiceClock clock, WalkedModels models, TaskDeadlines deadlines) {
        this.clock = clock;
        this.models = models;
        this.deadlines = deadlines;
    }

    List<TaskLine> lines(List<OpenTask> tasks, Locale locale) {
        return tasks.stream().map(task -> line(task, locale)).toList();
    }

    TaskLine line(OpenTask task, Locale locale) {
        return new TaskLine(
                task.id(),
                task.name().in(Language.of(locale)),
                task.element(),
                task.process(),
                task.caseReference(),
                task.group(),
                task.assignee(),
                local(task.due()),
                task.breached(clock.instant()),
                task.about());
    }

    TaskView detail(TaskDetail detail, Language language) {
        OpenTask task = detail.task();
        Map<String, Object> deadline = deadlines.earliest(task);
        return new TaskView(
                task.id(),
                task.name().in(language),
                task.element(),
                task.process(),
                task.caseReference(),
                task.group(),
                task.assignee(),
                local(task.due()),
                task.breached(clock.instant()),
                task.about(),
                detail.documentation().in(language),
                detail.form().localised(language),
                detail.form().needed(detail.facts()),
                deadline == null ? null : TaskView.Limit.of(deadline));
    }

    Submitted submitted(Receipt receipt, Locale locale) {
        Language language = Language.of(locale);
        List<Submitted.Next> next = receipt.next().stream()
                .map(task -> new Submitted.Next(
                        task.id(),
                        models.name(task.process(), task.version(), task.element(), task.about())
                                .orElseThrow()
                                .in(language),
                        task.element(),
                        task.group(),
                        local(task.due())))
                .toList();
        return new Submitted(receipt.caseReference(), receipt.ended(), next);
    }

    private @Nullable OffsetDateTime local(@Nullable Instant instant) {
        return instant == null ? null : instant.atZone(clock.getZone()).toOffsetDateTime();
    }
}
