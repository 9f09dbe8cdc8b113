package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.modelcheck.reading.Bpmn;
import cymru.diogelu.modelcheck.reading.Extensions;
import cymru.diogelu.modelcheck.reading.Node;
import cymru.diogelu.modelcheck.reading.NodeKind;
import cymru.diogelu.modelcheck.reading.XmlElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A node of a procedure as the game of tokens needs it. */
final class Step {

    private static final Pattern DUE = Pattern.compile("deadline\\.due\\(\\s*'([^']+)'");
    private static final Pattern NAMED = Pattern.compile("group\\.named\\(\\s*'([^']+)'");
    private static final Pattern FROM = Pattern.compile("group\\.from\\(\\s*'([^']+)'");

    /** A way on. */
    record Way(String id, @Nullable Guard guard, Step target) {}

    /** A value that is handed over: a variable, or a text as it is. */
    record Handed(@Nullable String variable, @Nullable String text, String target) {}

    private final Walkable procedure;
    private final Node node;
    private final List<Way> ways = new ArrayList<>();
    private final List<Step> boundaries = new ArrayList<>();
    private final Map<String, List<Handed>> handed = new HashMap<>();
    private @Nullable Optional<String> escalation;
    private int incoming;

    Step(Walkable procedure, Node node) {
        this.procedure = procedure;
        this.node = node;
    }

    void connect() {
        node.outgoing().forEach(flow -> procedure.step(flow.target()).ifPresent(target -> {
            ways.add(new Way(flow.id(), flow.condition().isEmpty() ? null : Guard.of(flow.condition()), target));
            target.incoming++;
        }));
        node.boundaries().forEach(boundary -> procedure.step(boundary.id()).ifPresent(boundaries::add));
    }

    Walkable procedure() {
        return procedure;
    }

    NodeKind kind() {
        return node.kind();
    }

    String id() {
        return node.id();
    }

    /** As events name it: procedure and element. */
    String place() {
        return procedure.id() + "/" + id();
    }

    List<Way> ways() {
        return ways;
    }

    List<Step> boundaries() {
        return boundaries;
    }

    /** Where the procedure can be right after here. */
    Stream<Step> next() {
        return Stream.concat(ways.stream().map(Way::target), boundaries.stream());
    }

    /** What can go on beside one another from here on; nothing or one where the run does not part. */
    Stream<Set<Step>> branches() {
        Stream<Set<Step>> parted = kind() == NodeKind.EXCLUSIVE_GATEWAY || kind() == NodeKind.EVENT_BASED_GATEWAY
                ? Stream.empty()
                : ways.stream().map(way -> Set.of(way.target()));
        Set<Step> itself = new HashSet<>(List.of(this));
        Stream<Set<Step>> around =
                boundaries.stream().filter(Step::goesOnBeside).map(Set::of);
        return boundaries.isEmpty() ? parted : Stream.concat(Stream.of(itself), around);
    }

    int incoming() {
        return incoming;
    }

    boolean isDefault(Way way) {
        return node.xml().attribute("default").equals(way.id());
    }

    String form() {
        return node.form();
    }

    String called() {
        return node.xml().attribute("calledElement");
    }

    String decision() {
        return node.camunda("decisionRef");
    }

    String result() {
        return node.camunda("resultVariable");
    }

    boolean collects() {
        return node.camunda("mapDecisionResult").equals("collectEntries");
    }

    String delegate() {
        return node.camunda("delegateExpression");
    }

    boolean goesOnBeside() {
        return node.goesOnBeside();
    }

    /** The provisions whose limits are watched while a run waits here. */
    Stream<String> limits() {
        return boundaries.stream()
                .filter(boundary -> boundary.isTimer() && boundary.goesOnBeside())
                .map(Step::provision);
    }

    /** The step on whose border an event is. */
    String attachedTo() {
        return node.xml().attribute("attachedToRef");
    }

    boolean isTimer() {
        return node.defines("timerEventDefinition");
    }

    /** The event of an event-based gateway that waits for a message; empty where none does. */
    Optional<String> message() {
        return kind() == NodeKind.EVENT_BASED_GATEWAY
                ? ways.stream()
                        .map(Way::target)
                        .filter(event -> event.node.defines("messageEventDefinition"))
                        .map(Step::id)
                        .findFirst()
                : Optional.empty();
    }

    /** The provision whose limit a timer waits for; empty where it waits for something else. */
    String provision() {
        Matcher due = DUE.matcher(node.date());
        return due.find() ? due.group(1) : "";
    }

    /** The code of the escalation that is thrown or caught here; empty where none is, or any. */
    Optional<String> escalation() {
        if (escalation == null) {
            escalation = findEscalation();
        }
        return escalation;
    }

    private Optional<String> findEscalation() {
        return node.definition()
                .filter(definition -> definition.type().equals("escalationEventDefinition"))
                .map(definition -> definition.attribute("escalationRef"))
                .map(this::code);
    }

    /** Whether an event on a border is woken by an escalation of this code. */
    boolean catches(String code) {
        return escalation()
                .filter(wanted -> wanted.isEmpty() || wanted.equals(code))
                .isPresent();
    }

    private String code(String reference) {
        return node.procedure()
                .root()
                .children(Bpmn.MODEL, "escalation")
                .filter(escalation -> escalation.id().equals(reference))
                .map(escalation -> escalation.attribute("escalationCode"))
                .findFirst()
                .orElse("");
    }

    /** The variable with the list for whose members a step is repeated; empty for one that is not. */
    Optional<String> repeatedOver() {
        return node.repetition()
                .map(repetition ->
                        repetition.attribute(Bpmn.CAMUNDA, "collection").replaceAll("[$#{}\\s]", ""));
    }

    /** The variable that says for whom of several a repeated step is; empty for one that is not repeated. */
    Optional<String> repeatedAs() {
        return node.repetition()
                .map(repetition -> repetition.attribute(Bpmn.CAMUNDA, "elementVariable"))
                .filter(name -> !name.isEmpty());
    }

    /** What a call hands over, by {@code in} or back by {@code out}. */
    List<Handed> handed(String direction) {
        return handed.computeIfAbsent(direction, this::findHanded);
    }

    private List<Handed> findHanded(String direction) {
        return Extensions.of(node.xml(), direction)
                .filter(handed -> !handed.attribute("target").isEmpty())
                .map(Step::handed)
                .toList();
    }

    private static Handed handed(XmlElement xml) {
        String source = xml.attribute("source");
        return source.isEmpty()
                ? new Handed(null, xml.attribute("sourceExpression"), xml.attribute("target"))
                : new Handed(source, null, xml.attribute("target"));
    }

    /** The role that is asked here, where the model itself says which; else empty. */
    Optional<String> role(Map<String, Object> variables) {
        String groups = node.camunda("candidateGroups");
        Matcher named = NAMED.matcher(groups);
        if (named.find()) {
            return Optional.of(named.group(1));
        }
        Matcher from = FROM.matcher(groups);
        return from.find() ? Optional.ofNullable((String) variables.get(from.group(1))) : Optional.empty();
    }

    /** The variable that says which role is asked here; empty where none does. */
    Optional<String> roleFrom() {
        Matcher from = FROM.matcher(node.camunda("candidateGroups"));
        return from.find() ? Optional.of(from.group(1)) : Optional.empty();
    }

    @Override
    public String toString() {
        return place();
    }
}
