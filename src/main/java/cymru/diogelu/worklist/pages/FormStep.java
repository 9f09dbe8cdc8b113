package cymru.diogelu.worklist.pages;

import cymru.diogelu.forms.RenderedField;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One page of a form that is asked page by page.
 *
 * @param page the name that the designer gave it
 * @param row the row of a list that it asks about, counted from 1; 0 where it is about none
 * @param caption what part of the form it belongs to; empty where it belongs to none
 * @param title the heading that the designer gave it, or none
 * @param list the list that it asks one row of, or whose rows it shows; none elsewhere
 */
record FormStep(
        String page, int row, String caption, String title, List<RenderedField> fields, @Nullable RenderedField list) {

    /** Where it stands below the address of the form. */
    public String address() {
        return row == 0 ? page : page + "/" + row;
    }

    boolean visible() {
        return list != null && row == 0 ? list.visible() : fields.stream().anyMatch(RenderedField::visible);
    }

    /** Whether it shows the rows of a list, each of which has pages of its own. */
    public boolean showsRows() {
        return list != null && row == 0;
    }

    /** Whether the row that it asks about may be taken away. */
    public boolean removable() {
        return list != null
                && list.constraints().get("minRows") instanceof Integer min
                && list.rows().size() > min;
    }

    /** Whether the list takes another row. */
    public boolean expandable() {
        return list != null
                && list.constraints().get("maxRows") instanceof Integer max
                && list.rows().size() < max;
    }

    /** The keys of what it asks; of a list the key of the whole. */
    Set<String> asked() {
        Set<String> keys = new LinkedHashSet<>();
        asked(fields).forEach(field -> keys.add(field.key()));
        return keys;
    }

    /** What was answered to what it asks, by key. */
    Map<String, Object> answers() {
        Map<String, Object> answers = new TreeMap<>();
        collect(fields, answers);
        return answers;
    }

    private static void collect(List<RenderedField> fields, Map<String, Object> answers) {
        asked(fields).forEach(field -> {
            field.rows().forEach(row -> collect(row, answers));
            if (field.value() != null && AnsweredLines.isQuestion(field)) {
                answers.put(field.key(), field.value());
            }
        });
    }

    private static Stream<RenderedField> asked(List<RenderedField> fields) {
        return shown(fields)
                .filter(field -> AnsweredLines.isQuestion(field) || field.type().equals("dynamiclist"))
                .filter(field -> !field.readOnly());
    }

    /** Whether a mistake in the answer of this key is mended here. */
    boolean owns(String key) {
        boolean ofList = showsRows() && key.matches("\\Q" + requireList().key() + "\\E(\\[\\d+])?");
        return ofList || asked().stream().anyMatch(asked -> key.equals(asked) || key.startsWith(asked + "["));
    }

    /** The question that is the heading of the page: the only one, where nothing stands before it. */
    public @Nullable String headed() {
        List<RenderedField> shown = shown(fields).toList();
        boolean alone = shown.stream().filter(FormStep::heads).count() == 1;
        return title.isEmpty() && !showsRows() && alone && heads(shown.get(0))
                ? shown.get(0).key()
                : null;
    }

    /** What the page is called, in its heading and in the window's title. */
    public String heading() {
        String question = headed();
        return shown(fields)
                .filter(field -> field.key().equals(question))
                .map(AnsweredLines::label)
                .findFirst()
                .orElse(title.isEmpty() ? caption : title);
    }

    /** The page of the list that it asks one row of. */
    public String listPage() {
        return requireList().properties().getOrDefault("page", page);
    }

    RenderedField requireList() {
        return Objects.requireNonNull(list);
    }

    /** A box to tick says nothing about what a page is about. */
    private static boolean heads(RenderedField field) {
        return field.type().equals("dynamiclist")
                || AnsweredLines.isQuestion(field) && !field.type().equals("checkbox");
    }

    private static Stream<RenderedField> shown(List<RenderedField> fields) {
        return fields.stream()
                .filter(RenderedField::visible)
                .flatMap(field -> field.type().equals("group") ? shown(field.children()) : Stream.of(field));
    }
}
