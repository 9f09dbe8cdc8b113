package cymru.diogelu.trace;

import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.forms.Field;
import cymru.diogelu.forms.Form;
import cymru.diogelu.language.Bilingual;
import cymru.diogelu.language.Language;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.procedures.WalkedModels;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts recorded answers into the words of the form that asked for them, in the version under which the case was walked. */
@Component
public class RecordedAnswers {

    private static final int MOST_OPTIONS = 12;

    private final WalkedModels models;
    private final MessageSource messages;

    RecordedAnswers(WalkedModels models, MessageSource messages) {
        this.models = models;
        this.messages = messages;
    }

    /**
     * One answer.
     *
     * @param key its path, such as {@code children[0].fullName}
     * @param value as it is recorded
     * @param text as a person reads it
     * @param tells {@code consultation} or {@code dissent} where the form says that this is what the answer is about
     * @param notTaken what could have been chosen in its place, in the order of the form; none where there are very many
     */
    public record Answer(
            String key, String label, Object value, String text, @Nullable String tells, List<String> notTaken) {

        /** What some of these answers tell about how people came to a decision, each once. */
        static Set<String> told(List<Answer> answers) {
            return answers.stream()
                    .flatMap(answer -> Stream.ofNullable(answer.tells()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** The answers that an entry holds, in the order of the form; nothing for an entry without answers. */
    public @Nullable List<Answer> of(Entry entry, Locale locale) {
        String process = entry.subject().process();
        if (process == null
                || !(entry.body().get("form") instanceof String form)
                || !(entry.body().get("answers") instanceof Map<?, ?> answers)) {
            return null;
        }
        return models.form(process, entry.subject().version(), form)
                .map(asked -> new Telling(asked, locale).all(answers))
                .orElse(null);
    }

    /** The same for answers, or facts under the keys of answers, to a form that is known. */
    public List<Answer> of(Form form, Map<String, Object> answers, Locale locale) {
        return new Telling(form, locale).all(answers);
    }

    /** One form's answers being told. */
    private final class Telling {

        private final List<Field> fields;
        private final Locale locale;
        private final List<Answer> told = new ArrayList<>();

        Telling(Form form, Locale locale) {
            this.fields = form.fields();
            this.locale = locale;
        }

        List<Answer> all(Map<?, ?> answers) {
            tell("", "", answers);
            return told;
        }

        /** The fields directly under a path; rows of a list one after the other. */
        private void tell(String path, String key, @Nullable Object data) {
            for (Field field : fields) {
                String rest = field.path().startsWith(path) ? field.path().substring(path.length()) : "";
                Object value = rest.isEmpty() || rest.contains("[]") ? null : at(data, rest);
                if (value instanceof List<?> rows && hasRows(field)) {
                    for (int row = 0; row < rows.size(); row++) {
                        tell(field.path() + "[].", "%s%s[%d].".formatted(key, rest, row), rows.get(row));
                    }
                } else if (value != null) {
                    String label = field.label().in(Language.of(locale));
                    told.add(new Answer(
                            key + rest,
                            label,
                            value,
                            text(field, value),
                            field.tells()
                                    .filter(what -> !value.toString().isBlank())
                                    .orElse(null),
                            notTaken(field, value)));
                }
            }
        }

        /** A list of all authorities is no choice between ways to go. */
        private List<String> notTaken(Field field, Object value) {
            return field.options().size() > MOST_OPTIONS ? List.of() : others(field, value);
        }

        private List<String> others(Field field, Object value) {
            return field.options().entrySet().stream()
                    .filter(option -> value instanceof Collection<?> many
                            ? !many.contains(option.getKey())
                            : !value.equals(option.getKey()))
                    .map(option -> option.getValue().in(Language.of(locale)))
                    .toList();
        }

        private boolean hasRows(Field list) {
            return fields.stream().anyMatch(field -> field.path().startsWith(list.path() + "[]."));
        }

        private String text(Field field, Object value) {
            if (value instanceof Collection<?> many) {
                return many.stream().map(one -> text(field, one)).collect(Collectors.joining(", "));
            }
            if (value instanceof Boolean ticked) {
                return messages.getMessage("answers." + ticked, null, locale);
            }
            Bilingual option = field.options().get(value.toString());
            if (option != null) {
                return option.in(Language.of(locale));
            }
            return field.type().equals("datetime") ? written(value.toString()) : value.toString();
        }

        /** What is no date, such as a time of day, stays as it is recorded. */
        private String written(String moment) {
            try {
                return moment.contains("T")
                        ? DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", locale)
                                .format(OffsetDateTime.parse(moment).atZoneSameInstant(ServiceClock.LONDON))
                        : DateTimeFormatter.ofPattern("d MMMM uuuu", locale).format(LocalDate.parse(moment));
            } catch (DateTimeException noDate) {
                return moment;
            }
        }
    }

    private static @Nullable Object at(@Nullable Object data, String path) {
        Object found = data;
        for (String step : path.split("\\.")) {
            found = found instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return found;
    }
}
