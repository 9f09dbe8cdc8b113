package cymru.diogelu.deadlines;

import cymru.diogelu.language.Bilingual;
import cymru.diogelu.language.Language;
import cymru.diogelu.statute.Limit;
import cymru.diogelu.statute.LocalLimit;
import cymru.diogelu.statute.Provision;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/** The sentences that explain a date, in both languages. */
final class Wording {

    private Wording() {}

    static Bilingual provision(Provision provision) {
        return new Bilingual(
                "%s: %s (source: %s; %s)"
                        .formatted(
                                provision.id(),
                                provision.title().en(),
                                provision.source(),
                                confidence(provision).en()),
                "%s: %s (ffynhonnell: %s; %s)"
                        .formatted(
                                provision.id(),
                                provision.title().cy(),
                                provision.source(),
                                confidence(provision).cy()));
    }

    private static Bilingual confidence(Provision provision) {
        return switch (provision.confidence()) {
            case SOURCE -> new Bilingual("read in the source", "wedi'i ddarllen yn y ffynhonnell");
            case SOURCE_LOCAL -> new Bilingual("one council's practice", "arfer un cyngor");
            case SOURCE_OLD -> new Bilingual("read in an older edition", "wedi'i ddarllen mewn argraffiad hŷn");
            case RECALLED -> new Bilingual("recalled, not confirmed", "o'r cof, heb ei gadarnhau");
            case DESIGN -> new Bilingual("a choice of this service", "dewis y gwasanaeth hwn");
        };
    }

    static Bilingual start(OffsetDateTime start) {
        return new Bilingual("Start: " + en(start), "Dechrau: " + cy(start));
    }

    static Bilingual due(OffsetDateTime due) {
        return new Bilingual("Due: " + en(due), "Erbyn: " + cy(due));
    }

    static Bilingual skipped(SkippedDay day) {
        return new Bilingual(
                "Not counted: %s (%s)".formatted(en(day.date()), day.reason().en()),
                "Heb ei gyfrif: %s (%s)".formatted(cy(day.date()), day.reason().cy()));
    }

    static Bilingual local(LocalLimit local) {
        return new Bilingual(
                "The authority %s has set this length itself (source: %s)."
                        .formatted(local.authority(), local.source()),
                "Awdurdod %s ei hun a bennodd yr hyd hwn (ffynhonnell: %s)."
                        .formatted(local.authority(), local.source()));
    }

    static Bilingual beginsAtOnce() {
        return new Bilingual("Counting begins at once.", "Mae'r cyfrif yn dechrau ar unwaith.");
    }

    static Bilingual beginsInHours() {
        return new Bilingual(
                "The start is in working hours: its day is day 0.",
                "Mae'r dechrau o fewn oriau gwaith: ei ddiwrnod yw diwrnod 0.");
    }

    static Bilingual beginsAtOpening(ZonedDateTime opening) {
        return new Bilingual(
                "The start is out of working hours: it counts as %s, and that day is day 0.".formatted(en(opening)),
                "Mae'r dechrau y tu allan i oriau gwaith: mae'n cyfrif fel %s, a'r diwrnod hwnnw yw diwrnod 0."
                        .formatted(cy(opening)));
    }

    static Bilingual beginsAtEvent() {
        return new Bilingual(
                "Counting goes back from the day of the event, which is day 0.",
                "Mae'r cyfrif yn mynd yn ôl o ddiwrnod y digwyddiad, sef diwrnod 0.");
    }

    static Bilingual rule(Limit limit) {
        Bilingual how = how(limit);
        return new Bilingual(limit.text().en() + ": " + how.en(), limit.text().cy() + ": " + how.cy());
    }

    private static Bilingual how(Limit limit) {
        return switch (limit.unit()) {
            case CLOCK_HOURS ->
                new Bilingual(
                        "hours that really pass, nights, weekends and holidays included.",
                        "oriau sy'n mynd heibio mewn gwirionedd, gan gynnwys nosweithiau, penwythnosau a gwyliau.");
            case WORKING_DAYS ->
                new Bilingual(
                        "the limit ends at 17:00 on working day %d after day 0.".formatted(limit.length()),
                        "daw'r terfyn i ben am 17:00 ar ddiwrnod gwaith %d ar ôl diwrnod 0.".formatted(limit.length()));
            case WORKING_DAYS_BEFORE ->
                new Bilingual(
                        "the limit ends at 17:00 on working day %d before day 0.".formatted(limit.length()),
                        "daw'r terfyn i ben am 17:00 ar ddiwrnod gwaith %d cyn diwrnod 0.".formatted(limit.length()));
            case DAYS, WEEKS, MONTHS ->
                new Bilingual(
                        "every day counts, and the limit ends at the same time of day as it started.",
                        "mae pob diwrnod yn cyfrif, a daw'r terfyn i ben yr un amser o'r dydd ag y dechreuodd.");
            case IMMEDIATELY ->
                new Bilingual("due from the start, without any delay.", "i'w wneud o'r dechrau, heb unrhyw oedi.");
        };
    }

    static Bilingual shortMonth(LocalDate due) {
        return new Bilingual(
                "The month has no such day: its last day, %s, counts.".formatted(en(due)),
                "Nid oes diwrnod o'r fath yn y mis: ei ddiwrnod olaf, %s, sy'n cyfrif.".formatted(cy(due)));
    }

    static Bilingual notMoved(SkippedDay day) {
        return new Bilingual(
                "%s is not a working day (%s). The limit is a maximum and does not move later: act before it."
                        .formatted(en(day.date()), day.reason().en()),
                "Nid yw %s yn ddiwrnod gwaith (%s). Uchafswm yw'r terfyn ac nid yw'n symud yn hwyrach: gweithredwch cyn hynny."
                        .formatted(cy(day.date()), day.reason().cy()));
    }

    static Bilingual clockChange() {
        return new Bilingual(
                "The clocks change in between: the time of day on the clock is not that of the start.",
                "Mae'r clociau'n newid yn y cyfamser: nid yr un amser o'r dydd sydd ar y cloc ag ar y dechrau.");
    }

    static Bilingual extended(OffsetDateTime due, OffsetDateTime newDue) {
        return new Bilingual(
                "More time was granted: from %s to %s.".formatted(en(due), en(newDue)),
                "Rhoddwyd mwy o amser: o %s i %s.".formatted(cy(due), cy(newDue)));
    }

    static Bilingual unknownHolidays(WorkingCalendar calendar) {
        return new Bilingual(
                "Bank holidays are known only from %s to %s. Days outside are counted as if there were none: check this date."
                        .formatted(en(calendar.first()), en(calendar.horizon())),
                "Dim ond o %s hyd %s y mae'r gwyliau banc yn hysbys. Cyfrifir dyddiau y tu allan fel pe na bai rhai: gwiriwch y dyddiad hwn."
                        .formatted(cy(calendar.first()), cy(calendar.horizon())));
    }

    static Bilingual horizonNear(LocalDate horizon) {
        return new Bilingual(
                "Bank holidays are known only up to %s. Bring the calendar up to date.".formatted(en(horizon)),
                "Dim ond hyd %s y mae'r gwyliau banc yn hysbys. Diweddarwch y calendr.".formatted(cy(horizon)));
    }

    private static String en(TemporalAccessor time) {
        return words(time, Language.EN);
    }

    private static String cy(TemporalAccessor time) {
        return words(time, Language.CY);
    }

    private static String words(TemporalAccessor time, Language language) {
        String pattern = time instanceof LocalDate ? "EEEE d MMMM uuuu" : "EEEE d MMMM uuuu HH:mm";
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(time);
    }
}
