package cymru.diogelu.worklist.pages;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The boxes that a page shows for a date: the day in London, or what somebody typed that is no date. */
record TypedMoment(Map<String, String> boxes) {

    private static final List<String> BOXES = List.of("day", "month", "year", "time");

    static TypedMoment of(String value, String subtype) {
        String[] typed = value.split("\n", -1);
        return typed.length == BOXES.size() ? asTyped(List.of(typed), subtype) : asIso(local(value), subtype);
    }

    /** What is no date is kept a line for each box. */
    private static TypedMoment asTyped(List<String> typed, String subtype) {
        Map<String, String> boxes = new LinkedHashMap<>();
        BOXES.stream()
                .filter(box -> !subtype.equals(box.equals("time") ? "date" : "time"))
                .forEach(box -> boxes.put(box, typed.get(BOXES.indexOf(box))));
        return new TypedMoment(boxes);
    }

    private static TypedMoment asIso(String local, String subtype) {
        int cut = local.contains("T") ? local.indexOf('T') : subtype.equals("time") ? 0 : local.length();
        String[] day = (local.substring(0, cut) + "-").split("-", -1);
        Map<String, String> boxes = new LinkedHashMap<>();
        if (!subtype.equals("time")) {
            boxes.put("day", day.length > 2 ? day[2] : "");
            boxes.put("month", day.length > 2 ? day[1] : "");
            boxes.put("year", day.length > 2 ? day[0] : "");
        }
        if (!subtype.equals("date")) {
            boxes.put("time", local.substring(cut).replaceFirst("^T", ""));
        }
        return new TypedMoment(boxes);
    }

    private static String local(String value) {
        try {
            return OffsetDateTime.parse(value)
                    .atZoneSameInstant(ZoneId.of("Europe/London"))
                    .toLocalDateTime()
                    .toString();
        } catch (DateTimeException notAnInstant) {
            return value;
        }
    }
}
