package cymru.diogelu.worklist.pages;

import cymru.diogelu.forms.Option;
import cymru.diogelu.forms.RenderedField;
import cymru.diogelu.worklist.pages.FormOnPage.Question;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** What a page has to hold for a form, worked out from its model alone. */
record ModelOnPage(Map<String, String> errors, UnaryOperator<String> say) {

    List<Question> of(List<RenderedField> fields) {
        List<Question> questions = new ArrayList<>();
        fields.forEach(field -> add(field, "", questions));
        return questions;
    }

    private void add(RenderedField field, String within, List<Question> questions) {
        questions.add(question(field, within));
        field.children().forEach(part -> add(part, field.key(), questions));
        field.rows().forEach(row -> row.forEach(part -> add(part, field.key(), questions)));
    }

    private Question question(RenderedField field, String within) {
        boolean shows = !List.of("text", "html", "separator", "spacer", "button", "expression")
                .contains(field.type());
        boolean asks = shows && !List.of("group", "dynamiclist").contains(field.type());
        return new Question(
                field.key(),
                within,
                !field.visible(),
                shows ? words(field) : "",
                prose(field),
                asks ? tidy(field.hint()) : "",
                shows ? told(field) : "",
                asks ? around(field) : "",
                field.type().equals("textarea")
                        ? Objects.toString(field.constraints().get("maxLength"), "")
                        : "",
                asks ? controls(field) : List.of(),
                rows(field),
                buttons(field));
    }

    /** What is wrong with the question, and with the rows of a list. */
    private String told(RenderedField field) {
        Stream<String> rows =
                IntStream.range(0, field.rows().size()).mapToObj(row -> "%s[%d]".formatted(field.key(), row));
        return Stream.concat(Stream.of(field.key()), rows)
                .filter(errors::containsKey)
                .map(key -> say.apply("page.error") + " " + tidy(errors.get(key)))
                .collect(Collectors.joining(" "));
    }

    private static String around(RenderedField field) {
        return tidy(field.texts().getOrDefault("prefixAdorner", "") + " "
                + field.texts().getOrDefault("suffixAdorner", ""));
    }

    private String words(RenderedField field) {
        boolean open = List.of("group", "dynamiclist", "checkbox").contains(field.type());
        return tidy(label(field))
                + (open || field.required() || field.readOnly() ? "" : " " + say.apply("field.optional"));
    }

    private static String label(RenderedField field) {
        return Stream.of(
                        field.label(),
                        field.texts().get("dateLabel"),
                        field.texts().get("timeLabel"))
                .filter(label -> label != null && !label.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String prose(RenderedField field) {
        String html = field.type().equals("text")
                ? new Markdown().html(field.texts().get("text"))
                : field.type().equals("html") ? field.texts().get("content") : "";
        return HtmlUtils.htmlUnescape(html.replaceAll("<[^>]*>", "")).replaceAll("\\s", "");
    }

    private List<String> controls(RenderedField field) {
        return switch (field.type()) {
            case "radio" -> ticks("radio", field);
            case "checklist", "taglist" -> ticks("checkbox", field);
            case "checkbox" ->
                List.of(tick("checkbox", field, "true", Boolean.TRUE.equals(field.value()), words(field)));
            case "select" -> select(field);
            case "datetime" -> boxes(field);
            case "textarea" -> List.of(control("textarea", field, field.key(), plain(field.value()), words(field)));
            default -> List.of(control("text", field, field.key(), plain(field.value()), words(field)));
        };
    }

    private static List<String> ticks(String kind, RenderedField field) {
        return field.options().stream()
                .map(option -> tick(kind, field, option.value(), chosen(field, option), tidy(option.label())))
                .toList();
    }

    private static boolean chosen(RenderedField field, Option option) {
        return field.value() instanceof Collection<?> several
                ? several.contains(option.value())
                : option.value().equals(field.value());
    }

    private List<String> select(RenderedField field) {
        boolean none = field.options().stream().noneMatch(option -> chosen(field, option));
        List<String> lines = new ArrayList<>();
        lines.add(control("select-one", field, field.key(), none ? "" : plain(field.value()), words(field)));
        lines.add("option %s: %s".formatted(none ? " chosen" : "", say.apply("select.choose")));
        field.options()
                .forEach(option -> lines.add("option %s%s: %s"
                        .formatted(option.value(), chosen(field, option) ? " chosen" : "", tidy(option.label()))));
        return lines;
    }

    private List<String> boxes(RenderedField field) {
        TypedMoment typed = TypedMoment.of(
                plain(field.value()), Objects.toString(field.constraints().get("subtype")));
        return typed.boxes().entrySet().stream()
                .map(box -> control(
                        "text",
                        field,
                        field.key() + "-" + box.getKey(),
                        box.getValue(),
                        say.apply("date." + box.getKey())))
                .toList();
    }

    private static String control(String kind, RenderedField field, String name, String value, String label) {
        return "%s %s=%s%s: %s".formatted(kind, name, value, field.readOnly() ? " fixed" : "", label);
    }

    private static String tick(String kind, RenderedField field, String value, boolean chosen, String label) {
        return "%s %s=%s%s%s: %s"
                .formatted(kind, field.key(), value, chosen ? " chosen" : "", field.readOnly() ? " fixed" : "", label);
    }

    private static List<String> rows(RenderedField field) {
        return IntStream.rangeClosed(1, field.rows().size())
                .mapToObj(row -> tidy(field.label()) + " " + row)
                .toList();
    }

    private static List<String> buttons(RenderedField field) {
        if (!field.type().equals("dynamiclist")) {
            return List.of();
        }
        int rows = field.rows().size();
        List<String> buttons = new ArrayList<>();
        if (rows > (int) Objects.requireNonNull(field.constraints().get("minRows"))) {
            IntStream.range(0, rows).forEach(row -> buttons.add("removeRow=%s[%d]".formatted(field.key(), row)));
        }
        if (rows < (int) Objects.requireNonNull(field.constraints().get("maxRows"))) {
            buttons.add("addRow=" + field.key());
        }
        return buttons;
    }

    private static String plain(@Nullable Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : Objects.toString(value, "");
    }

    private static String tidy(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
