package cymru.diogelu.worklist;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.agencies.Group;
import cymru.diogelu.language.Language;
import cymru.diogelu.procedures.OpenTask;
import cymru.diogelu.statute.Provisions;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says who must act next in a case, by when, and to whom the step goes if it is not done by then. */
@Component
public class WaitingText {

    private final TaskViews views;
    private final TaskDeadlines deadlines;
    private final Provisions provisions;
    private final Agencies agencies;
    private final MessageSource messages;

    WaitingText(
            TaskViews views,
            TaskDeadlines deadlines,
            Provisions provisions,
            Agencies agencies,
            MessageSource messages) {
        this.views = views;
        this.deadlines = deadlines;
        this.provisions = provisions;
        this.agencies = agencies;
        this.messages = messages;
    }

    /** @param tasks the open tasks of an open case, soonest due first */
    public String of(List<OpenTask> tasks, Locale locale) {
        if (tasks.isEmpty()) {
            return say("case.waiting.time", locale);
        }
        OpenTask first = tasks.get(0);
        TaskLine next = views.line(first, locale);
        String group = agencies.describe(Group.parse(next.group()), Language.of(locale));
        String sentence = next.due() == null
                ? say("case.waiting", locale, group, next.name())
                : limited(tasks, next.due(), next, group, locale);
        return tasks.size() == 1 ? sentence : sentence + " " + say("case.waiting.more", locale, tasks.size() - 1);
    }

    /** What is said of a closed case. */
    public String ended(Locale locale) {
        return say("case.waiting.nobody", locale);
    }

    private String limited(List<OpenTask> tasks, OffsetDateTime due, TaskLine next, String group, Locale locale) {
        String written =
                DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", locale).format(due);
        String sentence = say(
                next.breached() ? "case.waiting.breached" : "case.waiting.due", locale, group, next.name(), written);
        OpenTask task = tasks.get(0);
        Language language = Language.of(locale);
        return (next.breached() ? asked(tasks, language) : escalation(task, language))
                .map(role -> sentence + " "
                        + say(next.breached() ? "case.waiting.escalated" : "case.waiting.escalates", locale, role))
                .orElse(sentence);
    }

    /** Who is asked about the first task's delay at this moment: the roles of the open steps that name it. */
    private Optional<String> asked(List<OpenTask> tasks, Language language) {
        String asked = tasks.stream()
                .filter(task -> tasks.get(0).element().equals(task.about()))
                .map(task -> Group.parse(task.group()).role())
                .distinct()
                .map(role -> agencies.role(role).name().in(language))
                .collect(Collectors.joining(", "));
        return Optional.of(asked).filter(roles -> !roles.isEmpty());
    }

    private Optional<String> escalation(OpenTask task, Language language) {
        Map<String, Object> deadline = deadlines.earliest(task);
        return deadline == null
                ? Optional.empty()
                : provisions
                        .find(String.valueOf(deadline.get("provision")))
                        .filter(provision -> !provision.escalation().isEmpty())
                        .map(provision -> provision.escalatesTo(
                                1, Group.parse(task.group()).role()))
                        .map(role -> agencies.role(role).name().in(language));
    }

    private String say(String key, Locale locale, Object... parts) {
        return messages.getMessage(key, parts, locale);
    }
}
