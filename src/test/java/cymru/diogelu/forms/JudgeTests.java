package cymru.diogelu.forms;

import static cymru.diogelu.forms.Sample.codes;
import static cymru.diogelu.forms.Sample.errors;
import static cymru.diogelu.forms.Sample.form;
import static cymru.diogelu.forms.Sample.json;
import static cymru.diogelu.forms.Sample.judge;
import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.language.Language;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JudgeTests {

    private static final String NAME =
            "{type: 'textfield', id: 'f1', key: 'name', label: 'Name', validate: {required: true}}";
    private static final String AGE = "{type: 'number', id: 'f2', key: 'age', label: 'Age', validate: {max: 17}}";
    private static final String CHILDREN =
            """
            {type: 'dynamiclist', id: 'l1', path: 'children', label: 'Children', properties: {minRows: '1', maxRows: '2'},
             components: [%s]}"""
                    .formatted(NAME);

    @Test
    void acceptsAnswersInCanonicalForm() {
        var judgement = judge(form(NAME, AGE), "{name: '  Nia  ', age: '15'}");

        assertThat(judgement.ok()).isTrue();
        assertThat(judgement.accepted()).isEqualTo(Map.of("name", "Nia", "age", 15));
    }

    @Test
    void reportsEveryMistakeAtOnceInTheOrderOfTheForm() {
        assertThat(errors(form(NAME, AGE), "{age: 18, shoe: 3}"))
                .containsExactly("name required", "age tooLarge", "shoe unknownKey");
    }

    @Test
    void saysWhatIsWrongInBothLanguages() {
        var message = judge(form(AGE), "{age: 18}").errors().get(0).message();

        assertThat(message.in(Language.EN)).isEqualTo("Age: enter 17 or less");
        assertThat(message.in(Language.CY)).isEqualTo("cy: Age: rhowch 17 neu lai");
    }

    @Test
    void namesAnswersInRowsByTheirPosition() {
        assertThat(errors(form(CHILDREN), "{children: [{name: 'Tim'}, {}]}"))
                .containsExactly("children[1].name required");
    }

    @Test
    void countsRows() {
        assertThat(errors(form(CHILDREN), "{}")).containsExactly("children tooFewRows");
        assertThat(errors(form(CHILDREN), "{children: [{name: 'a'}, {name: 'b'}, {name: 'c'}]}"))
                .containsExactly("children tooManyRows");
    }

    @Test
    void refusesUnknownKeysAtEveryLevel() {
        var group = "{type: 'group', id: 'g1', path: 'child', components: [%s]}".formatted(NAME);

        assertThat(errors(form(group), "{child: {name: 'a', shoe: 1}}")).containsExactly("child.shoe unknownKey");
        assertThat(errors(form(CHILDREN), "{children: [{name: 'a', shoe: 1}]}"))
                .containsExactly("children[0].shoe unknownKey");
    }

    @Test
    void refusesOtherThingsWhereObjectsAndListsBelong() {
        assertThat(errors(form(CHILDREN), "{children: 'Tim'}")).contains("children wrongType");
        assertThat(errors(form(CHILDREN), "{children: ['Tim']}")).contains("children[0] wrongType");
    }

    @Test
    void neverTakesFactsForAnswers() {
        var judgement = form(NAME).judge(Map.of(), Map.of("name", "Tim", "authority", "W06000015"), Sample.NOW);

        assertThat(codes(judgement)).containsExactly("name required");
        assertThat(judgement.accepted()).isEmpty();
    }

    @Test
    void dropsAnswersToFieldsThatTakeNone() {
        var fixed =
                "{type: 'textfield', id: 'f1', key: 'name', label: 'Name', readonly: true, validate: {required: true}}";

        assertThat(judge(form(fixed), "{name: 'Tim'}")).isEqualTo(new Judgement(Map.of(), List.of()));
    }

    @Test
    void takesAnUntickedBoxForNo() {
        var tick = "{type: 'checkbox', id: 'f1', key: 'seen', label: 'Seen'}";

        assertThat(judge(form(tick), "{}").accepted()).isEqualTo(Map.of("seen", false));
    }

    @Test
    void namesHostileKeysHarmlessly() {
        var answers = json("{}");
        answers.put("\u0000" + "x".repeat(500), 1);

        var key =
                form(NAME).judge(answers, Map.of(), Sample.NOW).errors().get(1).key();

        assertThat(key).startsWith("\uFFFDxxx").hasSizeLessThan(110);
    }

    @Test
    void tellsOfTwentyUnknownKeysAndCountsTheRest() {
        var many = new TreeMap<String, Object>(Map.of("name", "Nia"));
        IntStream.range(0, 1000).forEach(number -> many.put("x%04d".formatted(number), number));

        var errors = form(NAME).judge(many, Map.of(), Sample.NOW).errors();

        assertThat(errors).hasSize(21);
        assertThat(errors.get(20).code()).isEqualTo("unknownKey");
        assertThat(errors.get(20).message().in(Language.EN))
                .isEqualTo("x0020: this form asks for neither it nor 979 others");
    }

    @Test
    void takesNoTwoRowsThatAgreeWhereTheFormSaysSo() {
        var twins = form(
                """
                {type: 'dynamiclist', id: 'l1', path: 'children', label: 'Child', properties: {distinct: 'name born'},
                 components: [%s, {type: 'datetime', id: 'f3', key: 'born', dateLabel: 'Born', subtype: 'date'}]}"""
                        .formatted(NAME));
        var row = "{children: [{name: 'Nia Rees', born: '2015-01-01'}, {name: '%s', born: '%s'}]}";

        assertThat(errors(twins, row.formatted(" NIA  rees", "2015-01-01"))).containsExactly("children[1] twice");
        assertThat(errors(twins, row.formatted("Nia Rees", "2015-01-02"))).isEmpty();
        assertThat(errors(twins, "{children: [{name: 'Unborn'}, {name: 'Unborn'}]}"))
                .isEmpty();
    }
}
