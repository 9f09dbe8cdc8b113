package cymru.diogelu.forms;

import static cymru.diogelu.forms.Sample.form;
import static cymru.diogelu.forms.Sample.json;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.language.Language;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RenderTests {

    private static final Form FORM = form(
            """
            {type: 'textfield', id: 'f1', key: 'town', label: 'Town', description: 'Or village', defaultValue: 'Bangor',
             validate: {required: true, maxLength: 9}, properties: {provision: 'INV-37'}}""",
            """
            {type: 'dynamiclist', id: 'l1', path: 'people', label: 'People', defaultRepetitions: 1, components: [
              {type: 'radio', id: 'f2', key: 'role', label: 'Role', values: [{value: 'a', label: 'Ann'}]},
              {type: 'textfield', id: 'f3', key: 'why', label: 'Why', conditional: {hide: '=this.role = null'}}]}""",
            "{type: 'group', id: 'g1', label: 'About', components: [{type: 'text', id: 't1', text: 'Words'}]}");

    @Test
    void showsWordsLimitsAndPropertiesOfAField() {
        var town = FORM.render(Language.CY, Map.of(), Map.of()).fields().get(0);

        assertThat(town.key()).isEqualTo("town");
        assertThat(town.label()).isEqualTo("cy: Town");
        assertThat(town.hint()).isEqualTo("cy: Or village");
        assertThat(town.required()).isTrue();
        assertThat(town.constraints()).isEqualTo(Map.of("maxLength", BigDecimal.valueOf(9)));
        assertThat(town.properties()).isEqualTo(Map.of("provision", "INV-37"));
    }

    @Test
    void showsTheAnswerElseTheFactElseTheDefault() {
        assertThat(town("{}", "{}")).isEqualTo("Bangor");
        assertThat(town("{town: 'Rhyl'}", "{}")).isEqualTo("Rhyl");
        assertThat(town("{town: 'Rhyl'}", "{town: 'Barri'}")).isEqualTo("Barri");
        assertThat(town("{town: 'Rhyl'}", "{town: ''}")).isEqualTo("");
    }

    @Test
    void needsTheFactsOfItsFieldsAndExpressionsOnly() {
        var form = form(
                "{type: 'textfield', id: 'f1', key: 'town', label: 'Town', conditional: {hide: '=risk = \"dob\"'}}",
                "{type: 'select', id: 'f2', key: 'who', label: 'Who', valuesKey: 'agencies'}",
                "{type: 'number', id: 'f3', key: 'age', label: 'Age', validate: {max: '=oldest + 1'}}",
                """
                {type: 'dynamiclist', id: 'l1', path: 'people', label: 'People', components: [
                  {type: 'textfield', id: 'f4', key: 'name', label: 'Name', conditional: {hide: '=this.unborn'}}]}""");
        var names = List.of("town", "risk", "who", "agencies", "age", "oldest", "people", "name", "unborn", "dob");
        var facts = names.stream().collect(toMap(name -> name, name -> (Object) 1));

        assertThat(form.needed(facts)).containsOnlyKeys("town", "risk", "who", "agencies", "age", "oldest", "people");
    }

    @Test
    void showsWrongAnswersAgainAsTheyWereGiven() {
        assertThat(town("{}", "{town: ['x']}")).isEqualTo(List.of("x"));
    }

    @Test
    void showsRowsWithWhatIsVisibleInThem() {
        var fresh = FORM.render(Language.EN, Map.of(), Map.of()).fields().get(1);
        var people = FORM.render(Language.EN, Map.of(), json("{people: [{role: 'a'}, {}]}"))
                .fields()
                .get(1);

        assertThat(fresh.rows()).hasSize(1);
        assertThat(people.rows()).hasSize(2);
        assertThat(people.rows().get(0).get(0).key()).isEqualTo("people[0].role");
        assertThat(people.rows().get(0).get(0).options()).containsExactly(new Option("a", "Ann"));
        assertThat(people.rows().get(0).get(1).visible()).isTrue();
        assertThat(people.rows().get(1).get(1).visible()).isFalse();
    }

    @Test
    void namesWhatTakesNoAnswerOnceInEachRow() {
        var form = form(
                """
                {type: 'dynamiclist', id: 'l1', path: 'people', label: 'People', components: [
                  {type: 'group', id: 'g1', label: 'About', components: [{type: 'text', id: 't1', text: 'Words'}]}]}""");
        var group = form.render(Language.EN, Map.of(), json("{people: [{}, {}]}"))
                .fields()
                .get(0)
                .rows()
                .get(1)
                .get(0);

        assertThat(group.key()).isEqualTo("people[1].g1");
        assertThat(group.children().get(0).key()).isEqualTo("people[1].t1");
    }

    @Test
    void showsWhatAGroupHolds() {
        var group = FORM.render(Language.EN, Map.of(), Map.of()).fields().get(2);

        assertThat(group.label()).isEqualTo("About");
        assertThat(group.children().get(0).texts()).isEqualTo(Map.of("text", "Words"));
    }

    private static Object town(String facts, String answers) {
        var value = FORM.render(Language.EN, json(facts), json(answers))
                .fields()
                .get(0)
                .value();
        return value == null ? "nothing" : value;
    }
}
