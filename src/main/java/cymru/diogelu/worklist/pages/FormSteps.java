package cymru.diogelu.worklist.pages;

import cymru.diogelu.forms.RenderModel;
import cymru.diogelu.forms.RenderedField;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a form into pages where its designer set the custom property {@code page}. Rows that have pages come one after
 * the other, and after them the page of their list.
 */
final class FormSteps {

    private static final String PAGE = "page";

    /** Where a component stands: under which caption, and in which row of which list. */
    private record Place(String caption, int row, @Nullable RenderedField list) {}

    private final List<FormStep> steps = new ArrayList<>();

    private FormSteps() {}

    /** The pages on which anything is to be seen; of a form without pages one, named as the form. */
    static List<FormStep> of(RenderModel form) {
        FormSteps cut = new FormSteps();
        Place top = new Place("", 0, null);
        cut.begin(form.form(), "", top);
        cut.add(form.fields(), top);
        return cut.steps.stream().filter(FormStep::visible).toList();
    }

    private void add(List<RenderedField> fields, Place place) {
        fields.forEach(field -> add(field, place));
    }

    private void add(RenderedField field, Place place) {
        boolean rows = field.type().equals("dynamiclist") && cuts(field);
        boolean group = field.type().equals("group") && (marked(field) || cuts(field));
        if (rows) {
            addRows(field, place);
        } else if (group) {
            beginAt(field, place);
            add(
                    field.children(),
                    field.label().isEmpty() ? place : new Place(field.label(), place.row(), place.list()));
        } else {
            beginAt(field, place);
            steps.get(steps.size() - 1).fields().add(field);
        }
    }

    private void addRows(RenderedField list, Place place) {
        for (int row = 1; row <= list.rows().size(); row++) {
            add(list.rows().get(row - 1), new Place(list.label() + " " + row, row, list));
        }
        begin(list.properties().getOrDefault(PAGE, list.id()), "", new Place(place.caption(), 0, list));
    }

    private void beginAt(RenderedField field, Place place) {
        if (marked(field)) {
            begin(
                    field.properties().getOrDefault(PAGE, field.id()),
                    field.type().equals("group") ? field.label() : "",
                    place);
        }
    }

    private void begin(String page, String title, Place place) {
        steps.add(new FormStep(page, place.row(), place.caption(), title, new ArrayList<>(), place.list()));
    }

    private static boolean marked(RenderedField field) {
        return field.properties().containsKey(PAGE);
    }

    private static boolean cuts(RenderedField field) {
        return Stream.concat(field.children().stream(), field.rows().stream().flatMap(List::stream))
                .anyMatch(part -> marked(part) || cuts(part));
    }
}
