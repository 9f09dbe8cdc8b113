package cymru.diogelu.forms;

import static cymru.diogelu.forms.Sample.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cymru.diogelu.language.Bilingual;
import java.io.ByteArrayInputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormReaderTests {

    private static final String NAME = "{type: 'textfield', id: 'f1', key: 'name', label: 'Name'%s}";

    @Test
    void namesFileElementAndReason() {
        assertThatExceptionOfType(BrokenForm.class)
                .isThrownBy(() -> form("{type: 'filepicker', id: 'f1', key: 'photo', label: 'Photo'}"))
                .satisfies(broken -> {
                    assertThat(broken.file()).isEqualTo("sample.form");
                    assertThat(broken.element()).isEqualTo("photo");
                    assertThat(broken.reason()).contains("INV-03");
                    assertThat(broken).hasMessageContainingAll("sample.form", "photo", "INV-03");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"image", "filepicker", "documentPreview", "iframe"})
    void refusesWhateverCouldHoldAnImage(String type) {
        refuses("{type: '%s', id: 'f1', key: 'photo'}".formatted(type), "INV-03");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: 'text', id: 't', text: 'see ![it](x.png)'}|pictures",
                "{type: 'text', id: 't', text: 'see <img src=x>'}|<img src=x>",
                "{type: 'html', id: 't', content: '<p><IMG src=x></p>'}|<IMG src=x>",
                "{type: 'html', id: 't', content: '<p onclick=\\\"x()\\\">a</p>'}|onclick",
                "{type: 'html', id: 't', content: '<a href=\\\"javascript:x()\\\">a</a>'}|javascript",
                "{type: 'html', id: 't', content: '<script>x()</script>'}|<script>"
            })
    void refusesMarkupThatFetchesOrRuns(String component, String reason) {
        refuses(component, reason);
    }

    @Test
    void takesPlainMarkup() {
        var html =
                "{type: 'html', id: 't', content: '<p class=\\\"x\\\">Ring <a href=\\\"tel:999\\\">999</a><br/></p>'}";

        assertThat(form(html).fields()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: 'textfield', id: 'f1', label: 'Name'}|key' is missing",
                "{type: 'textfield', key: 'name', label: 'Name'}|id' is missing",
                "{id: 'f1', key: 'name'}|type' is missing",
                "{type: 'table', id: 'f1', key: 'name', label: 'Name'}|not supported",
                "{type: 'textfield', id: 'f1', key: 'the name', label: 'Name'}|names joined by dots",
                "{type: 'textfield', id: 'f1', key: 'some', label: 'Name'}|FEEL needs",
                "{type: 'textfield', id: 'f1', key: 'n', label: 7}|not a text",
                "{type: 'spacer', id: 'f1', label: 'N'}|does not belong",
                "{type: 'textarea', id: 'f1', key: 'n', label: 'N', decimalDigits: 1}|does not belong",
                "{type: 'radio', id: 'f1', key: 'n', label: 'N'}|options come from",
                "{type: 'radio', id: 'f1', key: 'n', label: 'N', values: []}|no options",
                "{type: 'radio', id: 'f1', key: 'n', label: 'N', values: [{value: 'a', label: 'A'}, {value: 'a', label: 'B'}]}|two options",
                "{type: 'dynamiclist', id: 'f1', label: 'N', components: []}|path' is missing",
                "{type: 'dynamiclist', id: 'f1', path: 'n', isRepeating: false, components: []}|is a group",
                "{type: 'dynamiclist', id: 'f1', path: 'n', properties: {minRows: '3', maxRows: '2'}, components: []}|more than maxRows",
                "{type: 'dynamiclist', id: 'f1', path: 'n', properties: {minRows: 'few'}, components: []}|not a number of rows",
                "{type: 'datetime', id: 'f1', key: 'n', subtype: 'week', dateLabel: 'N'}|none of",
                "{type: 'datetime', id: 'f1', key: 'n', subtype: 'time', timeLabel: 'N', timeSerializingFormat: 'utc_offset'}|no offset"
            })
    void refusesUnsoundComponents(String component, String reason) {
        refuses(component, reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ", conditional: {hide: 'a = b'}|begins with '='",
                ", conditional: {hide: '=a ='}|not a FEEL expression",
                ", conditional: {hide: '=today() > date(a)'}|calls 'today'",
                ", conditional: {hide: '=lst contains(a, 1)'}|calls 'lst contains'",
                ", conditional: {hide: '=2 ** 999999999 > 1'}|too long",
                ", conditional: {hide: '=some x in 1..99999, y in 1..99999 satisfies x = y'}|too long",
                ", conditional: {hide: '=(for i in 1..99999 return i) = []'}|too long",
                ", validate: {min: 3}|means nothing",
                ", validate: {maxLength: 'long'}|not a number",
                ", validate: {pattern: '['}|not a regular expression",
                ", validate: {pattern: '[a-z&&[b]]'}|in a browser",
                ", validate: {pattern: 'a++'}|in a browser",
                ", validate: {pattern: 'a', maxLength: 5000}|no more than 1000",
                ", validate: {validationType: 'postcode'}|not supported",
                ", defaultValue: 7|defaultValue",
                ", label: '=name'|not an expression",
                ", description: 'about {{name}}'|not an expression",
                ", properties: {routes: 'true'}|free text",
                ", properties: {routes: 'yes'}|neither true nor false",
                ", properties: {clock: 'report'}|a clock starts",
                ", properties: {notAfter: 'now'}|for dates",
                ", properties: {mustInclude: 'a'}|for checklists",
                ", properties: {tells: 'gossip'}|neither consultation nor dissent"
            })
    void refusesUnsoundAttributes(String attributes, String reason) {
        refuses(
                NAME.replace(", label: 'Name'", attributes.contains("label:") ? "" : ", label: 'Name'")
                        .formatted(attributes),
                reason);
    }

    @ParameterizedTest
    @CsvSource({"(, )", "[, ]", "not(, )"})
    void refusesExpressionsTooDeepToBeRead(String open, String close) {
        refuses(
                NAME.formatted(", conditional: {hide: '=%s1%s'}".formatted(open.repeat(300), close.repeat(300))),
                "nested too deeply");
    }

    @Test
    void refusesPlacesThatAreTaken() {
        refuses(NAME.formatted("") + ",{type: 'textfield', id: 'f2', key: 'name', label: 'N'}", "taken by 'name'");
        refuses(
                NAME.formatted("") + ",{type: 'textfield', id: 'f2', key: 'name.first', label: 'N'}",
                "taken by 'name'");
        refuses(NAME.formatted("") + ",{type: 'textfield', id: 'f1', key: 'b', label: 'N'}", "stands twice");
    }

    @ParameterizedTest
    @CsvSource({
        "date, no_timezone, false",
        "datetime, utc_offset, true",
        "datetime, utc_normalized, true",
        "datetime, no_timezone, false",
        "time, no_timezone, false"
    })
    void startsClocksAtInstants(String subtype, String format, boolean sound) {
        var component =
                """
                {type: 'datetime', id: 'f1', key: 'at', dateLabel: 'A', subtype: '%s', timeSerializingFormat: '%s',
                 properties: {clock: 'report', routes: 'true'}}"""
                        .formatted(subtype, format);
        if (sound) {
            assertThat(form(component).fields().get(0).clock()).contains("report");
        } else {
            refuses(component, "a clock starts");
        }
    }

    @Test
    void routesFromTheTopAndFromTheRowsOfOneList() {
        var tick = "{type: 'checkbox', id: 'f1', key: 'a', label: 'A', properties: {routes: 'true'}}";
        var list = "{type: 'dynamiclist', id: 'l%1$s', path: 'l%1$s', components: [%2$s]}";

        assertThat(form(tick).fields().get(0).routes()).isTrue();
        assertThat(form(list.formatted(1, tick)).fields().get(1).routes()).isTrue();
        refuses(list.formatted(1, list.formatted(2, tick)), "rows of one list");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "textarea | validate: {required: true}, conditional: {hide: '=a = 1'} | true",
                "textarea | conditional: {hide: '=a = 1'}                             | false",
                "textarea | validate: {required: true}                                | false",
                "checkbox | validate: {required: true}, conditional: {hide: '=a = 1'} | false"
            })
    void aDepartureSaysWhyAndOnlyThen(String type, String rest, boolean sound) {
        String reason = "{type: '%s', id: 'f1', key: 'why', label: 'Why', properties: {departsFrom: 'level'}, %s}"
                .formatted(type, rest);

        if (sound) {
            assertThat(form(reason).fields().get(0).departsFrom()).contains("level");
        } else {
            refuses(reason, "departsFrom is for");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"routes: 'true'", "fact: 'true'", "clock: 'report'"})
    void promisesNothingOfWhatStandsInAGroupWithAPath(String property) {
        var date =
                """
                {type: 'datetime', id: 'f1', key: '%s', dateLabel: 'A', subtype: 'datetime',
                 timeSerializingFormat: 'utc_offset', properties: {%s}}""";

        refuses(
                "{type: 'group', id: 'g', path: 'home', components: [%s]}".formatted(date.formatted("at", property)),
                "rows of one list");
        refuses(date.formatted("home.at", property), "rows of one list");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "notBefore: 'reportReadAtt'|'reportReadAtt'",
                "notBefore: 'clock:noSuchClock'|'clock:noSuchClock'",
                "notBefore: 'clock:'|clock:",
                "notAfter: 'tomorrow!'|tomorrow!",
                "notAfter: 'P1X'|P1X",
                "notBefore: 'name'|'name'",
                "notBefore: 'hour'|'hour'",
                "notBefore: 'people.born'|'people.born'",
                "notBefore: '-P18Y', says: 'nothing'|no sentence 'nothing'"
            })
    void refusesABoundThatWouldBoundNothing(String properties, String reason) {
        refuses(
                """
                {type: 'textfield', id: 'f0', key: 'name', label: 'N'},
                {type: 'datetime', id: 'f3', key: 'hour', timeLabel: 'H', subtype: 'time'},
                {type: 'dynamiclist', id: 'l', path: 'people', components: [
                  {type: 'datetime', id: 'f2', key: 'born', dateLabel: 'B', subtype: 'date'}]},
                {type: 'datetime', id: 'f1', key: 'at', dateLabel: 'A', subtype: 'date', properties: {%s}}"""
                        .formatted(properties),
                reason);
    }

    @Test
    void refusesDistinctnessInWhatTheRowsDoNotAsk() {
        refuses(
                "{type: 'dynamiclist', id: 'l', path: 'people', properties: {distinct: 'name'}, components: []}",
                "do not ask: name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{", "{\"a\": 1, \"a\": 2}", "{} {}", "\u0000"})
    void refusesFilesThatAreNoJsonObject(String text) {
        assertThatExceptionOfType(BrokenForm.class)
                .isThrownBy(() -> new Forms().read("x.form", new ByteArrayInputStream(text.getBytes()), null))
                .satisfies(broken -> assertThat(broken.file()).isEqualTo("x.form"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: 'default', components: []}|id' is missing",
                "{id: 'a', type: 'x'}|not a Camunda Form",
                "{id: 'a', type: 'default', schemaVersion: 99}|schemaVersion"
            })
    void refusesOtherFiles(String form, String reason) {
        assertThatExceptionOfType(BrokenForm.class)
                .isThrownBy(() -> Sample.read(form))
                .withMessageContaining(reason);
    }

    @Test
    void listsFieldsWithTheirPropertiesAndPaths() {
        var form = form(
                """
                {type: 'group', id: 'g', path: 'home', components: [
                  {type: 'dynamiclist', id: 'l', path: 'people', label: 'People', components: [
                    {type: 'radio', id: 'r', key: 'role', label: 'Role', values: [{value: 'a', label: 'A'}],
                     validate: {required: true}, properties: {provision: 'INV-03', colour: 'blue'}}]}]}""");

        assertThat(form.fields()).extracting(Field::path).containsExactly("home.people", "home.people[].role");
        var role = form.fields().get(1);
        assertThat(role)
                .isEqualTo(new Field(
                        "home.people[].role",
                        "r",
                        "radio",
                        new Bilingual("Role", "cy: Role"),
                        true,
                        Map.of("a", new Bilingual("A", "cy: A")),
                        Map.of("provision", "INV-03", "colour", "blue")));
        assertThat(role.fact()).isFalse();
        assertThat(role.routes()).isFalse();
        assertThat(role.provision()).contains("INV-03");
    }

    private static void refuses(String component, String reason) {
        assertThatExceptionOfType(BrokenForm.class)
                .isThrownBy(() -> form(component))
                .withMessageContaining(reason);
    }
}
