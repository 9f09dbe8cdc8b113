package cymru.diogelu.worklist.pages;

import cymru.diogelu.forms.Option;
import cymru.diogelu.forms.RenderModel;
import cymru.diogelu.forms.RenderedField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The answers to a form in words, as a person checks them before handing in. */
final class AnsweredLines {

    /**
     * One question with its answer.
     *
     * @param value null where nothing was answered
     */
    record Line(String key, String label, @Nullable String value) {}

    private final RenderModel form;
    private final PageWords words;
    private final boolean hidden;
    private final List<Line> lines = new ArrayList<>();

    private AnsweredLines(RenderModel form, PageWords words, boolean hidden) {
        this.form = form;
        this.words = words;
        this.hidden = hidden;
    }

    static List<Line> of(RenderModel form, PageWords words) {
        return new AnsweredLines(form, words, false).all();
    }

    /** Also the answers to questions that others have made needless. */
    static List<Line> withHidden(RenderModel form, PageWords words) {
        return new AnsweredLines(form, words, true).all();
    }

    private List<Line> all() {
        add(form.fields(), "");
        return lines;
    }

    private void add(List<RenderedField> fields, String before) {
        for (RenderedField field : fields) {
            if (!hidden && !field.visible()) {
                continue;
            }
            add(field.children(), before);
            for (int row = 0; row < field.rows().size(); row++) {
                add(field.rows().get(row), before + field.label() + " " + (row + 1) + ": ");
            }
            if (isQuestion(field) || isEmptyList(field)) {
                lines.add(new Line(field.key(), before + label(field), written(field)));
            }
        }
    }

    static boolean isQuestion(RenderedField field) {
        return switch (field.type()) {
            case "text", "html", "separator", "spacer", "button", "group", "dynamiclist" -> false;
            default -> true;
        };
    }

    private static boolean isEmptyList(RenderedField field) {
        return field.type().equals("dynamiclist") && field.rows().isEmpty();
    }

    static String label(RenderedField field) {
        return field.label().isEmpty() ? field.texts().getOrDefault("dateLabel", "") : field.label();
    }

    private @Nullable String written(RenderedField field) {
        Object value = field.value();
        if (value == null || value.equals("")) {
            return null;
        }
        if (value instanceof Boolean ticked) {
            return words.say(
                    ticked ? "answer.yes" : "answer.no", form.language().locale());
        }
        if (value instanceof Collection<?> many) {
            return many.isEmpty()
                    ? null
                    : many.stream().map(one -> option(field, one)).collect(Collectors.joining("\n"));
        }
        return field.type().equals("datetime")
                ? words.moment(value.toString(), form.language().locale())
                : option(field, value);
    }

    private static String option(RenderedField field, Object value) {
        return field.options().stream()
                .filter(option -> option.value().equals(value))
                .map(Option::label)
                .findFirst()
                .orElse(value.toString());
    }
}
