package cymru.diogelu.statute;

import cymru.diogelu.statute.Limit.Unit;
import java.util.List;
import java.util.Set;

/** The reminders of provisions that name none of their own: the first row that takes the limit's unit and length. */
record ReminderRules(List<Row> rows) {

    private static final Set<String> KEYS = Set.of("unit", "upTo", "reminders");

    record Row(Unit unit, int upTo, List<Reminder> reminders) {

        boolean takes(Limit limit) {
            return unit == limit.unit() && limit.length() <= upTo;
        }
    }

    static ReminderRules read(RegisterFile file) {
        return new ReminderRules(
                file.entries("rules", "unit").stream().map(ReminderRules::row).toList());
    }

    private static Row row(RegisterEntry entry) {
        entry.knowsOnly(KEYS);
        return entry.checked(() -> new Row(
                RegisterEntry.constant(Unit.class, entry.text("unit")),
                entry.content().containsKey("upTo") ? entry.number("upTo") : Integer.MAX_VALUE,
                entry.texts("reminders").stream().map(Reminder::parse).toList()));
    }

    List<Reminder> forLimit(Limit limit) {
        return rows.stream()
                .filter(row -> row.takes(limit))
                .findFirst()
                .map(Row::reminders)
                .orElseThrow(() -> new IllegalArgumentException("no rule gives the reminders of " + limit));
    }
}
