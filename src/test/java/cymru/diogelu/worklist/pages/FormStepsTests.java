package cymru.diogelu.worklist.pages;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.forms.RenderModel;
import cymru.diogelu.forms.RenderedField;
import cymru.diogelu.forms.StartForm;
import cymru.diogelu.language.Language;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormStepsTests {

    private static final String NONE = "";

    @Test
    void aPageReachesToTheNextAcrossTheEndsOfGroups() {
        var steps = steps(
                asked("a", "one"),
                group("g", NONE, asked("b", NONE), asked("c", "two")),
                asked("d", NONE),
                asked("e", "three"));

        assertThat(steps).extracting(FormStep::address).containsExactly("one", "two", "three");
        assertThat(steps)
                .extracting(FormStep::asked)
                .extracting(List::copyOf)
                .containsExactly(List.of("a", "b"), List.of("c", "d"), List.of("e"));
    }

    @Test
    void aGroupIsTheHeadingOfItsOwnPageAndTheCaptionOfThoseInside() {
        var steps = steps(group("g", "one", asked("a", NONE), asked("b", NONE), asked("c", "two")));

        assertThat(steps).extracting(FormStep::caption).containsExactly("", "label of g");
        assertThat(steps).extracting(FormStep::heading).containsExactly("label of g", "label of c");
    }

    @Test
    void aGroupWithoutPagesStaysWhole() {
        var steps = steps(asked("a", "one"), group("g", NONE, asked("b", NONE)));

        assertThat(steps).singleElement().satisfies(step -> {
            assertThat(step.fields()).extracting(RenderedField::id).containsExactly("a", "g");
            assertThat(step.asked()).containsExactly("a", "b");
        });
    }

    @Test
    void rowsComeOneAfterTheOtherAndThenTheirList() {
        var list = rows(
                "l",
                "all",
                List.of(asked("l[0].a", "each"), asked("l[0].b", "more")),
                List.of(asked("l[1].a", "each"), asked("l[1].b", "more")));

        var steps = steps(asked("x", "start"), list);

        assertThat(steps)
                .extracting(FormStep::address)
                .containsExactly("start", "each/1", "more/1", "each/2", "more/2", "all");
        assertThat(steps.get(3).caption()).isEqualTo("label of l 2");
        assertThat(steps.get(3).listPage()).isEqualTo("all");
        assertThat(steps.get(5).showsRows()).isTrue();
        assertThat(steps.get(5).removable()).isTrue();
        assertThat(steps.get(5).expandable()).isFalse();
    }

    @Test
    void aListWhoseRowsHaveNoPagesIsAskedWhole() {
        var steps = steps(rows("l", "all", List.of(asked("l[0].a", NONE))));

        assertThat(steps).singleElement().satisfies(step -> {
            assertThat(step.asked()).containsExactly("l");
            assertThat(step.heading()).isEqualTo("label of l");
        });
    }

    @Test
    void aPageOfWhichNothingIsVisibleIsLeftOut() {
        var steps = steps(asked("a", "one"), hidden("b", "two"), asked("c", "three"));

        assertThat(steps).extracting(FormStep::address).containsExactly("one", "three");
    }

    @Test
    void aFormWithoutPagesIsOnePage() {
        assertThat(steps(asked("a", NONE), asked("b", NONE)))
                .extracting(FormStep::address)
                .containsExactly("sample");
    }

    @Test
    void theOnlyQuestionIsTheHeadingWhereNothingStandsBeforeIt() {
        assertThat(steps(asked("a", "one")).get(0).headed()).isEqualTo("a");
        assertThat(steps(asked("a", "one"), tick("b")).get(0).headed()).isEqualTo("a");
        assertThat(steps(asked("a", "one"), asked("b", NONE)).get(0).headed()).isNull();
        assertThat(steps(text("t", "one"), asked("a", NONE)).get(0).headed()).isNull();
        assertThat(steps(hidden("x", "one"), asked("a", NONE)).get(0).headed()).isEqualTo("a");
    }

    @Test
    void aMistakeBelongsToThePageThatAsks() {
        var list = rows("l", "all", List.of(asked("l[0].a", "each")), List.of(asked("l[1].a", "each")));
        var steps = steps(list, rows("m", "other", List.of(asked("m[0].a", NONE))));

        assertThat(steps)
                .filteredOn(step -> step.owns("l[1].a"))
                .extracting(FormStep::address)
                .containsExactly("each/2");
        assertThat(steps)
                .filteredOn(step -> step.owns("l"))
                .extracting(FormStep::address)
                .containsExactly("all");
        assertThat(steps)
                .filteredOn(step -> step.owns("l[1]"))
                .extracting(FormStep::address)
                .containsExactly("all");
        assertThat(steps)
                .filteredOn(step -> step.owns("m[0].a"))
                .extracting(FormStep::address)
                .containsExactly("other");
    }

    @Test
    void everyQuestionOfTheStartFormIsAskedOnOnePage() {
        var form = StartForm.read();
        var all = FormSteps.of(everythingVisible(form.render(Language.CY, Map.of(), Map.of())));

        assertThat(all.stream().flatMap(step -> step.asked().stream()).map(key -> key.replace("[0]", "[]")))
                .doesNotHaveDuplicates()
                .containsAll(form.fields().stream()
                        .map(field -> field.path())
                        .filter(path -> !path.matches("children|(parentalResponsibility|household)\\[].*"))
                        .toList());
        assertThat(all.get(0).asked()).containsExactly("immediateDanger");
    }

    private static RenderModel everythingVisible(RenderModel form) {
        return new RenderModel(
                form.form(),
                form.language(),
                form.fields().stream().map(FormStepsTests::visible).toList());
    }

    private static RenderedField visible(RenderedField field) {
        return copy(
                field,
                true,
                field.children().stream().map(FormStepsTests::visible).toList(),
                field.rows().stream()
                        .map(row -> row.stream().map(FormStepsTests::visible).toList())
                        .toList());
    }

    private static List<FormStep> steps(RenderedField... fields) {
        return FormSteps.of(new RenderModel("sample", Language.EN, List.of(fields)));
    }

    private static RenderedField asked(String key, String page) {
        return field(key, "textfield", page, List.of(), List.of());
    }

    private static RenderedField hidden(String key, String page) {
        return copy(asked(key, page), false, List.of(), List.of());
    }

    private static RenderedField tick(String key) {
        return field(key, "checkbox", NONE, List.of(), List.of());
    }

    private static RenderedField text(String key, String page) {
        return field(key, "text", page, List.of(), List.of());
    }

    private static RenderedField group(String id, String page, RenderedField... children) {
        return field(id, "group", page, List.of(children), List.of());
    }

    @SafeVarargs
    private static RenderedField rows(String path, String page, List<RenderedField>... rows) {
        return field(path, "dynamiclist", page, List.of(), List.of(rows));
    }

    private static RenderedField field(
            String key, String type, String page, List<RenderedField> children, List<List<RenderedField>> rows) {
        return new RenderedField(
                key,
                key,
                type,
                "label of " + key,
                "",
                Map.of(),
                List.of(),
                null,
                true,
                false,
                false,
                Map.of("minRows", 1, "maxRows", 2),
                page.isEmpty() ? Map.of() : Map.of("page", page),
                children,
                rows);
    }

    private static RenderedField copy(
            RenderedField field, boolean visible, List<RenderedField> children, List<List<RenderedField>> rows) {
        return new RenderedField(
                field.key(),
                field.id(),
                field.type(),
                field.label(),
                field.hint(),
                field.texts(),
                field.options(),
                field.value(),
                visible,
                field.required(),
                field.readOnly(),
                field.constraints(),
                field.properties(),
                children,
                rows);
    }
}
