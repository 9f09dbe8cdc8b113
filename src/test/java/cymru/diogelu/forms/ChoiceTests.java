package cymru.diogelu.forms;

import static cymru.diogelu.forms.Sample.codes;
import static cymru.diogelu.forms.Sample.errors;
import static cymru.diogelu.forms.Sample.form;
import static cymru.diogelu.forms.Sample.judge;
import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.language.Language;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChoiceTests {

    private static final String OPTIONS = "values: [{value: 'a', label: 'Ann'}, {value: 'b', label: 'Bob'}]";

    private static Form of(String type, String more) {
        return form("{type: '%s', id: 'f1', key: 'who', label: 'Who', %s}".formatted(type, more));
    }

    @ParameterizedTest
    @ValueSource(strings = {"radio", "select"})
    void takesOneOfTheOptions(String type) {
        var form = of(type, OPTIONS + ", validate: {required: true}");

        assertThat(judge(form, "{who: 'a'}").accepted()).isEqualTo(Map.of("who", "a"));
        assertThat(errors(form, "{who: 'c'}")).containsExactly("who notAnOption");
        assertThat(errors(form, "{who: ['a']}")).containsExactly("who wrongType");
        assertThat(errors(form, "{who: ''}")).containsExactly("who required");
        assertThat(errors(form, "{}")).containsExactly("who required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"checklist", "taglist"})
    void takesSeveralOfTheOptions(String type) {
        var form = of(type, OPTIONS + ", validate: {required: true}");

        assertThat(judge(form, "{who: ['b', 'a']}").accepted()).isEqualTo(Map.of("who", List.of("b", "a")));
        assertThat(errors(form, "{who: ['a', 'c']}")).containsExactly("who notAnOption");
        assertThat(errors(form, "{who: ['a', 'a']}")).containsExactly("who wrongType");
        assertThat(errors(form, "{who: 'a'}")).containsExactly("who wrongType");
        assertThat(errors(form, "{who: []}")).containsExactly("who required");
    }

    @Test
    void insistsOnOptionsThatMustBeAmongTheAnswers() {
        var form = of("checklist", OPTIONS + ", properties: {mustInclude: 'a b'}");

        var error = judge(form, "{who: ['a']}").errors().get(0);

        assertThat(error.code()).isEqualTo("mustInclude");
        assertThat(error.message().in(Language.EN)).isEqualTo("Who: your choice also has to include: Bob");
        assertThat(error.message().in(Language.CY)).endsWith("cy: Bob");
        assertThat(errors(form, "{}")).isEmpty();
    }

    @Test
    void requiresABoxToBeTicked() {
        var form = form("{type: 'checkbox', id: 'f1', key: 'yes', label: 'Yes', validate: {required: true}}");

        assertThat(errors(form, "{yes: false}")).containsExactly("yes required");
        assertThat(errors(form, "{yes: 'true'}")).containsExactly("yes wrongType");
        assertThat(judge(form, "{yes: true}").accepted()).isEqualTo(Map.of("yes", true));
    }

    @Test
    void offersWhatTheFactsList() {
        var form = of("select", "valuesKey: 'people'");
        var facts = Map.<String, Object>of(
                "people", List.of("rose", Map.of("value", "tim", "label", "Tim Jones", "cy", "Twm Jones")));

        assertThat(codes(form.judge(Map.of("who", "tim"), facts, Sample.NOW))).isEmpty();
        assertThat(codes(form.judge(Map.of("who", "eva"), facts, Sample.NOW))).containsExactly("who notAnOption");
        assertThat(form.render(Language.CY, facts, Map.of()).fields().get(0).options())
                .containsExactly(new Option("rose", "rose"), new Option("tim", "Twm Jones"));
    }

    @Test
    void offersWhatAnExpressionGives() {
        var form = form(
                "{type: 'checklist', id: 'f1', key: 'all', label: 'All', %s}".formatted(OPTIONS),
                "{type: 'radio', id: 'f2', key: 'main', label: 'Main', valuesExpression: '=all'}");

        assertThat(errors(form, "{all: ['a'], main: 'a'}")).isEmpty();
        assertThat(errors(form, "{all: ['a'], main: 'b'}")).containsExactly("main notAnOption");
    }
}
