package cymru.diogelu.diagrams;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The signs of BPMN 2.0 as paths within -10 to 10 about their middle. */
enum Sign {
    TIMER("M-9 0A9 9 0 1 0 9 0A9 9 0 1 0 -9 0ZM0 -9V-6.5M0 9V6.5M-9 0H-6.5M9 0H6.5M1.5 -6L0 0L4.5 1.5"),
    MESSAGE("M-8.5 -6H8.5V6H-8.5ZM-8.5 -6L0 1L8.5 -6"),
    ESCALATION("M0 -9L6.5 8L0 1L-6.5 8Z"),
    ERROR("M-8 8L-3.5 -7L2 1L7 -8L3 8L-2 0Z"),
    TERMINATE("M-9 0A9 9 0 1 0 9 0A9 9 0 1 0 -9 0Z"),
    SIGNAL("M0 -8.5L8.5 6H-8.5Z"),
    CONDITION("M-6.5 -8.5H6.5V8.5H-6.5ZM-4 -5H4M-4 -1.7H4M-4 1.7H4M-4 5H4"),
    LINK("M-8.5 -3H1V-7L9 0L1 7V3H-8.5Z"),
    COMPENSATION("M0 -7V7L-8.5 0ZM8.5 -7V7L0 0Z"),
    CANCEL("M-7 -4L-4 -7L0 -3L4 -7L7 -4L3 0L7 4L4 7L0 3L-4 7L-7 4L-3 0Z"),
    MULTIPLE("M0 -9L9 -2.2L5.6 8H-5.6L-9 -2.2Z"),
    USER(
            "M-3.4 -5.2A3.4 3.4 0 1 0 3.4 -5.2A3.4 3.4 0 1 0 -3.4 -5.2ZM-7.5 8V5.5C-7.5 1.5 -4 -1 0 -1C4 -1 7.5 1.5 7.5 5.5V8Z"),
    SERVICE(
            "M-5.5 0A5.5 5.5 0 1 0 5.5 0A5.5 5.5 0 1 0 -5.5 0ZM-2 0A2 2 0 1 0 2 0A2 2 0 1 0 -2 0Z"
                    + "M0 -5.5V-9M0 5.5V9M-5.5 0H-9M5.5 0H9M-3.9 -3.9L-6.3 -6.3M3.9 3.9L6.3 6.3M-3.9 3.9L-6.3 6.3M3.9 -3.9L6.3 -6.3"),
    RULE("M-8.5 -7H8.5V7H-8.5ZM-8.5 -4.8H8.5M-8.5 -2.6H8.5M-3 -2.6V7M-8.5 2.2H8.5"),
    MANUAL("M-9 0L-4 -6H-1L-3 -2.5H8V-0.3H2M8 -0.3V2H2M7 2V4.2H2M6 4.2V6.5H-5L-9 3Z"),
    SCRIPT("M-4 -8H7C2.5 -3.5 8 3.5 4 8H-7C-3 3.5 -8.5 -3.5 -4 -8ZM-3.5 -4H3.2M-3 0H4M-2 4H4.5"),
    PARALLEL("M-5 -7V7M0 -7V7M5 -7V7"),
    SEQUENTIAL("M-7 -5H7M-7 0H7M-7 5H7"),
    LOOP("M-3 6.5A7 7 0 1 1 3 6.5M-3 6.5L-7.5 6.5M-3 6.5L-3 2"),
    COLLAPSED("M-7 -7H7V7H-7ZM0 -4.5V4.5M-4.5 0H4.5"),
    CROSS("M-7 -7L7 7M-7 7L7 -7"),
    PLUS("M0 -9V9M-9 0H9"),
    STAR("M0 -9V9M-9 0H9M-6.4 -6.4L6.4 6.4M-6.4 6.4L6.4 -6.4"),
    TICK("M-6 0L-2 4.5L6 -5");

    private static final Map<String, Sign> EVENTS = Map.ofEntries(
            Map.entry("timer", TIMER),
            Map.entry("message", MESSAGE),
            Map.entry("escalation", ESCALATION),
            Map.entry("error", ERROR),
            Map.entry("terminate", TERMINATE),
            Map.entry("signal", SIGNAL),
            Map.entry("conditional", CONDITION),
            Map.entry("link", LINK),
            Map.entry("compensate", COMPENSATION),
            Map.entry("cancel", CANCEL),
            Map.entry("multiple", MULTIPLE));
    private static final Map<String, Sign> TASKS = Map.of(
            "userTask", USER,
            "serviceTask", SERVICE,
            "businessRuleTask", RULE,
            "sendTask", MESSAGE,
            "receiveTask", MESSAGE,
            "manualTask", MANUAL,
            "scriptTask", SCRIPT);
    private static final Map<String, Sign> REPETITIONS =
            Map.of("parallel", PARALLEL, "sequential", SEQUENTIAL, "loop", LOOP);

    private final String path;

    Sign(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    static @Nullable Sign ofEvent(String definition) {
        return EVENTS.get(definition);
    }

    static @Nullable Sign ofTask(String type) {
        return TASKS.get(type);
    }

    static @Nullable Sign ofRepetition(String repetition) {
        return REPETITIONS.get(repetition);
    }
}
