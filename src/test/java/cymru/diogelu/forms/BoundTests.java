package cymru.diogelu.forms;

import static cymru.diogelu.forms.Sample.codes;
import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.language.Language;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundTests {

    private static final String DATE =
            "{type: 'datetime', id: 'f_%1$s', key: '%1$s', dateLabel: '%2$s', subtype: 'date', properties: {%3$s}}";
    private static final String MOMENT =
            DATE.replace("subtype: 'date'", "subtype: 'datetime', timeSerializingFormat: 'utc_offset'");

    private static Form reading(String bound) {
        return Sample.form(MOMENT.formatted("readAt", "When was it read?", bound));
    }

    private static FieldError only(Judgement judgement) {
        assertThat(judgement.errors()).hasSize(1);
        return judgement.errors().get(0);
    }

    @Test
    void comparesWithAClockOfTheCase() {
        var form = reading("notBefore: 'clock:reportReceivedAt'");
        Map<String, Object> facts = Map.of("clock:reportReceivedAt", "2026-03-09T09:40:00Z");

        assertThat(codes(form.judge(Map.of("readAt", "2026-03-09T09:40Z"), facts, Sample.NOW)))
                .isEmpty();
        var early = only(form.judge(Map.of("readAt", "2026-03-09T09:39Z"), facts, Sample.NOW));
        assertThat(early.code()).isEqualTo("tooEarly");
        assertThat(early.message().in(Language.EN)).isEqualTo("When was it read? This cannot be before the report");
        assertThat(early.message().in(Language.CY)).endsWith("Ni all hyn fod cyn yr adroddiad");
    }

    @Test
    void whatIsNotKnownBoundsNothing() {
        var form = reading("notBefore: 'clock:reportReceivedAt dob'");

        assertThat(codes(form.judge(Map.of("readAt", "1901-01-01T00:00Z"), Map.of("dob", ""), Sample.NOW)))
                .isEmpty();
    }

    @Test
    void comparesDaysWhereOneOfTheTwoIsADay() {
        var form = reading("notBefore: 'dob'");
        Map<String, Object> facts = Map.of("dob", "2026-06-30");
        var later = Instant.parse("2026-07-10T12:00:00Z");

        // Half past midnight in Cardiff is still the day before in Greenwich time.
        assertThat(codes(form.judge(Map.of("readAt", "2026-06-29T23:30Z"), facts, later)))
                .isEmpty();
        assertThat(codes(form.judge(Map.of("readAt", "2026-06-29T22:59Z"), facts, later)))
                .containsExactly("readAt tooEarly");
    }

    @Test
    void comparesWithAnotherAnswerWhicheverComesFirst() {
        var form = Sample.form(
                DATE.formatted("due", "By when", "notBefore: 'held.on'"),
                DATE.formatted("held.on", "Held on", "notAfter: 'due'"));

        assertThat(Sample.errors(form, "{due: '2026-03-01', held: {on: '2026-03-01'}}"))
                .isEmpty();
        var judgement = Sample.judge(form, "{due: '2026-03-01', held: {on: '2026-03-02'}}");
        assertThat(codes(judgement)).containsExactly("due tooEarly", "held.on tooLate");
        assertThat(judgement.errors().get(0).message().in(Language.EN))
                .isEqualTo("By when: this cannot be before the answer to “Held on”");
        assertThat(judgement.errors().get(1).message().in(Language.CY))
                .isEqualTo("cy: Held on: ni all hyn fod ar ôl yr ateb i “cy: By when”");
        assertThat(Sample.errors(form, "{due: '2026-03-01'}")).isEmpty();
    }

    @Test
    void rowsCompareWithTheFormAroundThem() {
        var form = Sample.form(
                DATE.formatted("held", "Held on", ""),
                "{type: 'dynamiclist', id: 'l', path: 'actions', components: [%s]}"
                        .formatted(DATE.formatted("due", "By when", "notBefore: 'held'")));

        assertThat(Sample.errors(form, "{held: '2026-03-02', actions: [{due: '2026-03-02'}, {due: '2026-03-01'}]}"))
                .containsExactly("actions[1].due tooEarly");
    }

    @ParameterizedTest
    @CsvSource({
        "2008-03-11, 2026-03-10T12:00:00Z, true",
        "2008-03-10, 2026-03-10T12:00:00Z, false",
        "2008-03-10, 2026-03-09T23:59:00Z, true",
        // Born on a leap day: still a child on 28 February, of age on 1 March.
        "2008-02-29, 2026-02-28T12:00:00Z, true",
        "2008-02-29, 2026-03-01T12:00:00Z, false"
    })
    void tellsAChildFromAnAdult(String born, Instant now, boolean child) {
        var form = Sample.form(DATE.formatted("dob", "Date of birth", "notBefore: 'P-18Y1D', says: 'tooEarly.adult'"));

        var judgement = form.judge(Map.of("dob", born), Map.of(), now);

        assertThat(judgement.ok()).isEqualTo(child);
        if (!child) {
            assertThat(only(judgement).message().in(Language.EN)).contains("children under 18", "adult safeguarding");
        }
    }

    @Test
    void keepsTheUsualSentenceOnTheOtherSide() {
        var form = Sample.form(
                DATE.formatted("dob", "Born", "notBefore: 'P-18Y1D', notAfter: 'today', says: 'tooEarly.adult'"));

        assertThat(Sample.errors(form, "{dob: '2026-03-11'}")).containsExactly("dob inTheFuture");
    }

    @Test
    void namesTheDayThatALengthLeadsTo() {
        var form = Sample.form(DATE.formatted("next", "Next", "notAfter: 'P1Y'"));

        assertThat(Sample.errors(form, "{next: '2027-03-10'}")).isEmpty();
        var late = only(Sample.judge(form, "{next: '2027-03-11'}")).message();
        assertThat(late.in(Language.EN)).isEqualTo("Next: this cannot be after 10 March 2027");
        assertThat(late.in(Language.CY)).isEqualTo("cy: Next: ni all hyn fod ar ôl 10 Mawrth 2027");
    }

    @Test
    void sendsOnlyTheClocksThatTheFormComparesWith() {
        var form = reading("notBefore: 'clock:reportReceivedAt dob'");

        assertThat(form.needed(Map.of("clock:reportReceivedAt", "x", "clock:epoAt", "x", "dob", "x", "town", "x")))
                .containsOnlyKeys("clock:reportReceivedAt", "dob");
    }
}
