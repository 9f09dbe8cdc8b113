package cymru.diogelu.forms;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What answers are drawn from: tame ones that a person could give, and wild ones besides. */
final class Pools {

    static final List<Object> CODES =
            List.of("W06000015", "W0600000x", "W06000001", "AB-12", "ab-12", "see AB-1 there");

    static final List<Object> ADDRESSES = List.of(
            "nia@example.cymru",
            "nia@example",
            "nia@",
            "nia@-example.cymru",
            "o'nia+x@mail.example.org",
            "a b@example.org");

    static final List<Object> PHONES = List.of(
            "029 2018 0180",
            "+442920180180",
            "+44 29 2018 0180",
            "00442920180180",
            "07700 900123",
            "12345",
            "+999123456789",
            "ring the school");

    private static final List<Object> TAME_TEXTS =
            List.of("Nia", "x", "q", "Bangor", "ŵyŷd", "😀😀😀", "Nain", "Tim a Tina", "029", "ni", "");

    private static final List<Object> WILD_TEXTS = List.of(
            " ",
            "\u00a0",
            "  Tim  ",
            "w\u0302y",
            "one\ntwo",
            "one\r\ntwo",
            "a\tb",
            "nul\u0000l",
            "bell\u0007",
            "data:image/png;base64,AAAA",
            12,
            true,
            List.of("x"),
            Map.of("a", 1));

    private static final List<Object> TAME_NUMBERS =
            List.of(0, 1, 5, 7, 15, 17, 18, 30, -1, -15, 1000, 1000.5, 1000.51, 0.5, 0.123, 12.30, "12", "12.5", "-3");

    /** 1E+21 is not among them: form-js itself falls over it where the form limits decimal digits. */
    private static final List<Object> WILD_NUMBERS =
            List.of(" 7 ", "1e3", "0x10", "abc", 1234567890123456L, 9007199254740993L, true, List.of(1));

    private static final List<Object> TAME_DATES = List.of("2026-03-09", "2026-03-10", "2026-03-11", "1999-12-31", "");

    private static final List<Object> WILD_DATES =
            List.of("2026-02-30", "2026-13-01", "2026-3-9", "9 March 2026", "2026-03-09T10:00", 20260309, true);

    private static final List<Object> TAME_TIMES = List.of("10:00", "00:00", "23:45", "10:15", "");

    private static final List<Object> WILD_TIMES =
            List.of("23:59", "9:30", "24:00", "10:60", "10:00:30", "10:00Z", "10:00+01:00", "ten", 10);

    private static final List<Object> TAME_MOMENTS = List.of(
            "2026-03-09T10:00",
            "2026-03-10T12:00Z",
            "2026-03-10T12:15+00:00",
            "2026-03-10T10:00:00+00:00",
            "2026-07-01T10:00Z",
            "2026-07-01T10:00+01:00",
            "2026-07-01T00:30+01:00",
            "2026-07-01T23:30Z",
            "2026-01-01T10:00+05:30",
            "2026-10-25T01:30+01:00",
            "2026-12-31T23:45Z",
            "");

    private static final List<Object> WILD_MOMENTS = List.of(
            "2026-03-10T12:01+00:00",
            "2026-03-29T01:30",
            "2026-10-25T01:30",
            "2026-10-25T01:30+00:00",
            "2026-03-10T10:00:30+00:00",
            "2026-02-30T10:00",
            "2026-03-09",
            "2026-03-09 10:00",
            "soon",
            1);

    private Pools() {}

    static List<Object> texts(boolean wild) {
        return pool(TAME_TEXTS, WILD_TEXTS, wild);
    }

    static List<Object> numbers(boolean wild) {
        return pool(TAME_NUMBERS, WILD_NUMBERS, wild);
    }

    static List<Object> moments(MomentKind.Subtype subtype, boolean wild) {
        return switch (subtype) {
            case DATE -> pool(TAME_DATES, WILD_DATES, wild);
            case TIME -> pool(TAME_TIMES, WILD_TIMES, wild);
            case DATETIME -> pool(TAME_MOMENTS, WILD_MOMENTS, wild);
        };
    }

    private static List<Object> pool(List<Object> tame, List<Object> others, boolean wild) {
        return wild ? Stream.concat(tame.stream(), others.stream()).toList() : tame;
    }
}
