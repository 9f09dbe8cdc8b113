package cymru.diogelu.forms;

import static cymru.diogelu.forms.Sample.codes;
import static cymru.diogelu.forms.Sample.errors;
import static cymru.diogelu.forms.Sample.form;
import static cymru.diogelu.forms.Sample.judge;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VisibilityTests {

    private static String text(String key, String hide) {
        return """
                {type: 'textfield', id: 'f_%1$s', key: '%1$s', label: '%1$s', validate: {required: true},
                 conditional: {hide: '%2$s'}}"""
                .formatted(key, hide);
    }

    private static String yesNo(String key, String hide) {
        return """
                {type: 'radio', id: 'f_%1$s', key: '%1$s', label: '%1$s', conditional: {hide: '%2$s'},
                 values: [{value: 'yes', label: 'Yes'}, {value: 'no', label: 'No'}]}"""
                .formatted(key, hide);
    }

    @Test
    void dropsHiddenAnswersAndNeverRequiresThem() {
        var form = form(yesNo("safe", ""), text("why", "=safe != \\\"no\\\""));

        assertThat(errors(form, "{safe: 'yes'}")).isEmpty();
        assertThat(judge(form, "{safe: 'yes', why: 12}").accepted()).isEqualTo(Map.of("safe", "yes"));
        assertThat(errors(form, "{safe: 'no'}")).containsExactly("why required");
    }

    @Test
    void asksWhatCannotBeDecided() {
        var form = form("{type: 'number', id: 'n', key: 'age', label: 'Age'}", text("why", "=age > 5"));

        assertThat(errors(form, "{}")).containsExactly("why required");
        assertThat(errors(form, "{age: 6}")).isEmpty();
    }

    @Test
    void readsFactsBesideAnswers() {
        var form = form(text("why", "=child.lookedAfter"));

        assertThat(codes(form.judge(Map.of(), Map.of("child", Map.of("lookedAfter", true)), Sample.NOW)))
                .isEmpty();
        assertThat(codes(form.judge(Map.of(), Map.of("child", Map.of("lookedAfter", false)), Sample.NOW)))
                .containsExactly("why required");
    }

    @Test
    void hidesAllThatAHiddenGroupHolds() {
        var group = "{type: 'group', id: 'g', conditional: {hide: '=more = false'}, components: [%s]}";
        var form = form("{type: 'checkbox', id: 'm', key: 'more', label: 'More'}", group.formatted(text("name", "")));

        assertThat(judge(form, "{name: 'x'}").accepted()).isEqualTo(Map.of("more", false));
        assertThat(errors(form, "{more: true}")).containsExactly("name required");
    }

    @Test
    void hidesAListWithItsRowsAndTheirLimits() {
        var list =
                """
                {type: 'dynamiclist', id: 'l', path: 'people', conditional: {hide: '=more = false'},
                 properties: {minRows: '1'}, components: [%s]}"""
                        .formatted(text("name", ""));
        var form = form("{type: 'checkbox', id: 'm', key: 'more', label: 'More'}", list);

        assertThat(judge(form, "{people: [{}]}")).isEqualTo(new Judgement(Map.of("more", false), List.of()));
        assertThat(errors(form, "{more: true}")).containsExactly("people tooFewRows");
    }

    @Test
    void seesTheRowAndWhatIsAroundIt() {
        var list = "{type: 'dynamiclist', id: 'l', path: 'people', components: [%s, %s, %s]}"
                .formatted(
                        yesNo("adult", ""),
                        text("school", "=this.adult = \\\"yes\\\" or parent.mode = \\\"yes\\\""),
                        text("first", "=i[1] > 1"));
        var form = form(yesNo("mode", ""), list);

        assertThat(errors(form, "{people: [{adult: 'yes'}, {adult: 'no'}]}"))
                .containsExactly("people[0].first required", "people[1].school required");
        assertThat(errors(form, "{mode: 'yes', people: [{adult: 'no'}]}")).containsExactly("people[0].first required");
    }

    @Test
    void doesNotLetAHiddenAnswerHideAnother() {
        var form = form(yesNo("a", ""), yesNo("b", "=a = \\\"yes\\\""), text("c", "=b = \\\"yes\\\""));

        assertThat(errors(form, "{b: 'yes'}")).isEmpty();
        assertThat(errors(form, "{a: 'yes', b: 'yes'}")).containsExactly("c required");
    }

    @Test
    void looksTwiceAndNoMoreAsFormJsDoes() {
        var form = form(
                yesNo("a", ""),
                yesNo("b", "=a = \\\"yes\\\""),
                yesNo("c", "=b = \\\"yes\\\""),
                text("d", "=c = \\\"yes\\\""));

        assertThat(errors(form, "{a: 'yes', b: 'yes', c: 'yes'}")).containsExactly("d required");
    }

    @Test
    void computesValuesThatConditionsMayRead() {
        var form = form(
                "{type: 'number', id: 'n', key: 'age', label: 'Age'}",
                "{type: 'expression', id: 'e', key: 'young', expression: '=age < 13'}",
                text("why", "=young != true"));

        assertThat(judge(form, "{age: 12, young: false, why: 'x'}").accepted())
                .isEqualTo(Map.of("age", 12, "young", true, "why", "x"));
        assertThat(errors(form, "{age: 13}")).isEmpty();
    }
}
