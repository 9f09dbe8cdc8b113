package cymru.diogelu.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.language.Language;
import cymru.diogelu.statute.Limit;
import cymru.diogelu.statute.Limit.Unit;
import cymru.diogelu.statute.Provision;
import cymru.diogelu.statute.Provisions;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTests {

    private static final String CARDIFF = "W06000015";
    private static final String NEWPORT = "W06000022";

    private final Provisions provisions = Provisions.load("classpath:deadlines/overrides");
    private final Deadlines deadlines =
            new Deadlines(provisions, WorkingCalendar.load(), ServiceClock.fixedAt(Instant.EPOCH));

    @Test
    void saysInEnglishWhyTheDateIsWhatItIs() {
        assertThat(explanation("DL-03", "2026-04-02T17:01:00+01:00", CARDIFF).lines(Language.EN))
                .containsExactly(
                        "DL-03: Initial decision recorded (source: WSP c3pt1-p4; read in the source)",
                        "Start: Thursday 2 April 2026 17:01",
                        "The start is out of working hours: it counts as Tuesday 7 April 2026 09:00,"
                                + " and that day is day 0.",
                        "1 working day: the limit ends at 17:00 on working day 1 after day 0.",
                        "Not counted: Friday 3 April 2026 (Good Friday)",
                        "Not counted: Saturday 4 April 2026 (weekend)",
                        "Not counted: Sunday 5 April 2026 (weekend)",
                        "Not counted: Monday 6 April 2026 (Easter Monday)",
                        "Due: Wednesday 8 April 2026 17:00");
    }

    @Test
    void saysTheSameInWelsh() {
        assertThat(explanation("DL-03", "2026-04-02T10:00:00+01:00", CARDIFF).lines(Language.CY))
                .containsExactly(
                        "DL-03: Penderfyniad cychwynnol wedi'i gofnodi (ffynhonnell: WSP c3pt1-p4;"
                                + " wedi'i ddarllen yn y ffynhonnell)",
                        "Dechrau: Dydd Iau 2 Ebrill 2026 10:00",
                        "Mae'r dechrau o fewn oriau gwaith: ei ddiwrnod yw diwrnod 0.",
                        "1 diwrnod gwaith: daw'r terfyn i ben am 17:00 ar ddiwrnod gwaith 1 ar ôl diwrnod 0.",
                        "Heb ei gyfrif: Dydd Gwener 3 Ebrill 2026 (Dydd Gwener y Groglith)",
                        "Heb ei gyfrif: Dydd Sadwrn 4 Ebrill 2026 (penwythnos)",
                        "Heb ei gyfrif: Dydd Sul 5 Ebrill 2026 (penwythnos)",
                        "Heb ei gyfrif: Dydd Llun 6 Ebrill 2026 (Dydd Llun y Pasg)",
                        "Erbyn: Dydd Mawrth 7 Ebrill 2026 17:00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DL-05 | 2026-03-28T12:00:00+00:00 | clocks change in between",
                "DL-21 | 2027-03-20T01:30:00+00:00 | clocks change in between",
                "DL-18 | 2027-11-30T10:00:00+00:00 | has no such day: its last day, Tuesday 29 February 2028",
                "DL-17 | 2026-11-13T14:00:00+00:00 | Friday 25 December 2026 is not a working day (Christmas Day)",
                "DL-03 | 2028-12-29T10:00:00+00:00 | known only from Wednesday 1 January 2025 to Sunday 31 December",
                "DL-24 | 2025-01-02T10:00:00+00:00 | known only from Wednesday 1 January 2025",
                "DL-18 | 2028-11-01T10:00:00+00:00 | known only from",
            })
    void saysWhatElseShapedTheDate(String provision, String start, String sentence) {
        assertThat(explanation(provision, start, CARDIFF).lines(Language.EN))
                .anySatisfy(line -> assertThat(line).contains(sentence));
    }

    @Test
    void needsNoCalendarForHours() {
        assertThat(explanation("DL-20", "2029-06-01T10:00:00+01:00", CARDIFF).warnings())
                .isEmpty();
    }

    @Test
    void namesTheAuthoritysOwnLength() {
        Explanation explanation = explanation("DL-08", "2026-06-01T10:00:00+01:00", NEWPORT);

        assertThat(explanation.lines(Language.EN))
                .contains("The authority W06000022 has set this length itself (source: invented for tests).");
        assertThat(explanation.toMap().get("local"))
                .isEqualTo(Map.of(
                        "authority",
                        NEWPORT,
                        "limit",
                        Map.of("en", "5 working days", "cy", "5 diwrnod gwaith"),
                        "source",
                        "invented for tests",
                        "confidence",
                        "DESIGN"));
    }

    @Test
    void rendersAsMapsListsAndTextsOnly() {
        Map<String, Object> map =
                explanation("DL-28", "2026-04-01T14:00:00+01:00", CARDIFF).toMap();

        assertThat(map)
                .containsEntry("provision", "DL-28")
                .containsEntry("confidence", "DESIGN")
                .containsEntry("start", "2026-04-01T14:00:00+01:00")
                .containsEntry("countsFrom", "2026-04-01T14:00:00+01:00")
                .containsEntry("due", "2026-04-07T17:00:00+01:00")
                .doesNotContainKey("local");
        assertThat((List<?>) map.get("skipped"))
                .first()
                .isEqualTo(Map.of(
                        "date", "2026-04-03", "reason", Map.of("en", "Good Friday", "cy", "Dydd Gwener y Groglith")));
    }

    @Test
    void explainsEveryLimitInBothLanguages() {
        assertThat(provisions.all().stream().filter(provision -> provision.kind() == Provision.Kind.LIMIT))
                .allSatisfy(provision -> {
                    Explanation explanation = explanation(provision.id(), "2026-05-22T18:00:00+01:00", CARDIFF);
                    assertThat(explanation.lines(Language.CY))
                            .hasSameSizeAs(explanation.lines(Language.EN))
                            .doesNotContainAnyElementsOf(explanation.lines(Language.EN));
                });
    }

    @Test
    void saysThatALimitOfMonthsKeepsTheTimeOfDay() {
        DueDate due = new DueDates(WorkingCalendar.load())
                .count(
                        new Limit(1, Unit.MONTHS, Limit.TASK_OFFERED),
                        ZonedDateTime.parse("2026-01-15T10:00:00+00:00[Europe/London]"));

        assertThat(due.notes()).as("15 February 2026 is a Sunday").hasSize(1);
        assertThat(due.beginning().en()).isEqualTo("Counting begins at once.");
    }

    private Explanation explanation(String provision, String start, String gss) {
        Instant instant = ZonedDateTime.parse(start).toInstant();
        return deadlines.calculate(provision, instant, gss).explanation();
    }
}
