package cymru.diogelu.forms;

import static cymru.diogelu.forms.Sample.codes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTests {

    private static Form of(String more) {
        return Sample.form("{type: 'datetime', id: 'f1', key: 'at', dateLabel: 'Day', %s}".formatted(more));
    }

    private static Judgement say(Form form, String text) {
        return form.judge(Map.of("at", text), Map.of(), Sample.NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "2026-13-01", "2026-3-9", "9 March 2026", "2026-03-09T10:00", "+12026-03-09"})
    void readsOnlyRealDates(String text) {
        assertThat(codes(say(of("subtype: 'date'"), text))).containsExactly("at notADate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"24:00", "10:60", "9:30", "ten", "10:00Z"})
    void readsOnlyRealTimes(String text) {
        assertThat(codes(say(of("subtype: 'time'"), text))).containsExactly("at notADate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30T10:00", "2026-03-09", "soon", "2026-03-29T01:30", "2026-03-09T10:00+99:00"})
    void readsOnlyRealDatesWithTimes(String text) {
        assertThat(codes(say(of("subtype: 'datetime'"), text))).containsExactly("at notADate");
    }

    @ParameterizedTest
    @CsvSource({
        "no_timezone, 2026-07-01T10:00Z, 2026-07-01T11:00",
        "utc_offset, 2026-07-01T10:00Z, 2026-07-01T11:00+01:00",
        "utc_offset, 2026-01-01T10:00, 2026-01-01T10:00+00:00",
        "utc_normalized, 2026-07-01T00:30, 2026-06-30T23:30Z",
        "utc_offset, 2026-10-25T01:30, 2026-10-25T01:30+01:00",
        "utc_offset, 2026-10-25T01:30+00:00, 2026-10-25T01:30+00:00",
        "utc_offset, 2026-01-01T10:00:59.5Z, 2026-01-01T10:00+00:00"
    })
    void keepsMomentsInTheFormatOfTheForm(String format, String given, String kept) {
        var form = of("subtype: 'datetime', timeSerializingFormat: '%s'".formatted(format));

        assertThat(say(form, given).accepted()).isEqualTo(Map.of("at", kept));
    }

    @Test
    void judgesTheFutureByTheInstantItIsGiven() {
        var form = of("subtype: 'datetime', timeSerializingFormat: 'utc_offset', properties: {notAfter: 'now'}");

        assertThat(codes(say(form, "2026-03-10T12:00Z"))).isEmpty();
        assertThat(codes(say(form, "2026-03-10T12:01Z"))).containsExactly("at inTheFuture");
    }

    @Test
    void judgesDaysByThoseOfLondon() {
        var form = of("subtype: 'date', properties: {notAfter: 'today', notBefore: 'today'}");
        var justAfterMidnight = Instant.parse("2026-06-30T23:10:00Z");

        assertThat(codes(form.judge(Map.of("at", "2026-07-01"), Map.of(), justAfterMidnight)))
                .isEmpty();
        assertThat(codes(form.judge(Map.of("at", "2026-07-02"), Map.of(), justAfterMidnight)))
                .containsExactly("at inTheFuture");
        assertThat(codes(form.judge(Map.of("at", "2026-06-30"), Map.of(), justAfterMidnight)))
                .containsExactly("at inThePast");
    }

    @Test
    void takesNowForTodayWhereThereIsNoTime() {
        assertThat(codes(say(of("subtype: 'date', properties: {notAfter: 'now'}"), "2026-03-10")))
                .isEmpty();
    }

    @Test
    void refusesPassedDatesWhereTheFormDisallowsThem() {
        var form = of("subtype: 'date', disallowPassedDates: true");

        assertThat(codes(say(form, "2026-03-09"))).containsExactly("at inThePast");
        assertThat(codes(say(form, "2026-03-10"))).isEmpty();
    }
}
