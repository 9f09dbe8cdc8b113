package cymru.diogelu.trace.mining;

import cymru.diogelu.trace.mining.OcelDocument.Attribute;
import cymru.diogelu.trace.mining.OcelDocument.Type;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a case is made of in the eyes of an analyst, and what each such thing tells of itself. */
enum ObjectType {
    CASE("authority", "status", "outcome", "linkedCases"),
    CHILD("name"),
    REPORT("procedure", "modelVersion", "status"),
    DISCUSSION("procedure", "modelVersion", "status"),
    ENQUIRY("procedure", "modelVersion", "status"),
    AGENCY("kind", "code"),
    TASK("name", "element", "procedure", "modelVersion", "role", "status", "due");

    private static final Map<String, String> NO_TEXT =
            Map.of("modelVersion", "integer", "entry", "integer", "due", "time", "newDue", "time", "start", "time");

    /** The procedures whose runs are things of their own. */
    private static final Map<String, ObjectType> RUNS = Map.of(
            "section-130-report", REPORT,
            "strategy-discussion", DISCUSSION,
            "strategy-meeting", DISCUSSION,
            "section-47-enquiry", ENQUIRY);

    private final List<String> attributes;

    ObjectType(String... attributes) {
        this.attributes = List.of(attributes);
    }

    static Optional<ObjectType> ofRun(String process) {
        return Optional.ofNullable(RUNS.get(process));
    }

    /** Declared whether or not a case has such things, so that logs of several cases agree. */
    static List<Type> declared() {
        return Stream.of(values())
                .map(type -> new Type(
                        type.word(),
                        type.attributes.stream().map(ObjectType::attribute).toList()))
                .toList();
    }

    static Attribute attribute(String name) {
        return new Attribute(name, NO_TEXT.getOrDefault(name, "string"));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
