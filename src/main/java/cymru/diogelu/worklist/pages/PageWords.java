package cymru.diogelu.worklist.pages;

import cymru.diogelu.access.Viewer;
import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.agencies.Group;
import cymru.diogelu.deadlines.RecordedExplanation;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.language.Language;
import cymru.diogelu.ledger.Actor;
import cymru.diogelu.procedures.OpenTask;
import cymru.diogelu.procedures.TaskDetail;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says things on pages in the language of the reader; dates and times are those of Europe/London. */
@Component
class PageWords {

    private final MessageSource messages;
    private final Agencies agencies;
    private final ServiceClock clock;

    PageWords(MessageSource messages, Agencies agencies, ServiceClock clock) {
        this.messages = messages;
        this.agencies = agencies;
        this.clock = clock;
    }

    String say(String key, Locale locale, Object... parts) {
        return messages.getMessage(key, parts, locale);
    }

    String time(Instant instant, Locale locale) {
        return DateTimeFormatter.ofPattern("HH:mm", locale).format(instant.atZone(ServiceClock.LONDON));
    }

    String day(Instant instant, Locale locale) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", locale).format(instant.atZone(ServiceClock.LONDON));
    }

    /** An instant within a sentence, where Welsh writes the day small. */
    String due(Instant due, Locale locale) {
        String written =
                DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", locale).format(due.atZone(ServiceClock.LONDON));
        return Language.of(locale) == Language.CY ? written.replaceFirst("^Dydd", "dydd") : written;
    }

    /** An answer of a date field, whatever part of one it holds; as it stands where it is no date. */
    String moment(String answer, Locale locale) {
        try {
            if (!answer.contains("T")) {
                return answer.contains("-")
                        ? DateTimeFormatter.ofPattern("d MMMM uuuu", locale).format(LocalDate.parse(answer))
                        : answer;
            }
            LocalDateTime local = answer.length() > "uuuu-MM-ddTHH:mm".length()
                    ? OffsetDateTime.parse(answer)
                            .atZoneSameInstant(ServiceClock.LONDON)
                            .toLocalDateTime()
                    : LocalDateTime.parse(answer);
            return DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", locale).format(local);
        } catch (DateTimeParseException noDate) {
            return answer;
        }
    }

    /** How long until a limit, or since it, in the largest unit that says enough. */
    String distance(Instant due, Locale locale) {
        Duration left = Duration.between(clock.instant(), due);
        Duration length = left.abs();
        String unit = length.toHours() < 1 ? "minutes" : length.toHours() < 48 ? "hours" : "days";
        long number =
                unit.equals("minutes") ? length.toMinutes() : unit.equals("hours") ? length.toHours() : length.toDays();
        return say((left.isNegative() ? "since." : "left.") + unit, locale, number);
    }

    String group(String group, Locale locale) {
        return agencies.describe(Group.parse(group), Language.of(locale));
    }

    /** Who did something, by the record: their group, and which of its people. */
    String actor(Actor actor, Locale locale) {
        return person(actor.user(), locale);
    }

    /** A sign-in name in words. */
    String person(String user, Locale locale) {
        return agencies.member(user, Language.of(locale));
    }

    /** Why a date is what it is, from the explanation that the record holds; provisions stay ids. */
    List<String> reasons(@Nullable Object explanation, Locale locale) {
        return RecordedExplanation.lines(explanation, Language.of(locale));
    }

    /** Who acts: their group in words; who works beside the cases has a name only. */
    String reader(Viewer viewer, Locale locale) {
        return viewer.groups().contains(viewer.group()) ? group(viewer.group(), locale) : viewer.user();
    }

    /** What every page about a task shows of it. */
    Map<String, Object> task(TaskDetail detail, Locale locale) {
        Map<String, Object> model = new HashMap<>();
        model.put("task", line(detail.task(), locale));
        model.put("form", detail.form().id());
        model.put("asks", CitedText.of(detail.documentation().in(Language.of(locale))));
        return model;
    }

    WorklistLine line(OpenTask task, Locale locale) {
        Instant due = task.due();
        return new WorklistLine(
                task.id(),
                task.name().in(Language.of(locale)),
                task.caseReference(),
                task.process(),
                group(task.group(), locale),
                task.group(),
                task.assignee(),
                task.assignee() == null ? null : person(task.assignee(), locale),
                due == null ? null : due(due, locale),
                due == null ? null : distance(due, locale),
                Standing.of(due, task.reminded(), clock.instant()),
                task.extended());
    }
}
