package cymru.diogelu.statute;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The events of a case by kind and id, so that a rule looks only at those it may speak of. */
final class EventIndex {

    private static final Comparator<CaseEvent> ORDER = Comparator.comparingLong(CaseEvent::seq);

    private final Map<CaseEvent.Kind, Map<String, List<CaseEvent>>> byId = new EnumMap<>(CaseEvent.Kind.class);
    private final List<CaseEvent> unread = new ArrayList<>();
    private final List<CaseEvent> readable = new ArrayList<>();

    EventIndex(List<CaseEvent> events) {
        for (CaseEvent event : events) {
            String id = event.id();
            if (!event.readable()) {
                unread.add(event);
            }
            if (id != null) {
                readable.add(event);
                byId.computeIfAbsent(event.kind(), kind -> new HashMap<>())
                        .computeIfAbsent(id, none -> new ArrayList<>())
                        .add(event);
            }
        }
    }

    /** All events of which it is known what happened, in order. */
    List<CaseEvent> all() {
        return readable;
    }

    /** Events of which not everything can be read. */
    List<CaseEvent> unread() {
        return unread;
    }

    /** In order, the events that one of the activity's patterns names and that are as asked. */
    List<CaseEvent> select(Activity activity, Predicate<CaseEvent> asked) {
        return activity.patterns().stream()
                .flatMap(this::named)
                .distinct()
                .filter(asked)
                .sorted(ORDER)
                .toList();
    }

    private Stream<CaseEvent> named(Activity.Pattern pattern) {
        Map<String, List<CaseEvent>> ofKind = byId.getOrDefault(pattern.kind(), Map.of());
        Stream<List<CaseEvent>> lists = pattern.ids().isEmpty()
                ? ofKind.values().stream()
                : pattern.ids().stream().map(id -> ofKind.getOrDefault(id, List.of()));
        return lists.flatMap(List::stream);
    }
}
