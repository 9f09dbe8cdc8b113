package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.statute.Activity;
import cymru.diogelu.statute.CaseEvent;
import cymru.diogelu.statute.CaseEvent.Kind;
import cymru.diogelu.statute.Condition;
import cymru.diogelu.statute.Correlation;
import cymru.diogelu.statute.StatutoryRule;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a rule sees of what happens: which events it speaks of, and which answers it asks about. */
final class Sight {

    private static final String CONCERN = "concern";
    private static final String OF_THE_CONCERN = CONCERN + ".";

    private final List<Activity.Pattern> patterns;
    private final Set<String> only;

    /** Sees everything that a rule speaks of. */
    Sight(StatutoryRule rule, Collection<Walkable> procedures) {
        this.patterns = rule.activities()
                .flatMap(activity -> activity.patterns().stream())
                .toList();
        this.only = rule.correlation() == Correlation.SAME_RUN
                ? happensIn(rule.activation(), procedures)
                : procedures.stream().map(Walkable::id).collect(Collectors.toSet());
    }

    /** Of a rule about one run at a time, only the procedures count in which something sets it off. */
    static Set<String> happensIn(Activity activation, Collection<Walkable> procedures) {
        Set<String> found = new HashSet<>();
        for (Walkable procedure : procedures) {
            boolean happens = procedure.steps().stream()
                    .flatMap(Sight::events)
                    .anyMatch(event -> activation.patterns().stream().anyMatch(pattern -> names(pattern, event)));
            if (happens) {
                found.add(procedure.id());
            }
        }
        return found;
    }

    private Sight(List<Activity.Pattern> patterns, Set<String> only) {
        this.patterns = patterns;
        this.only = only;
    }

    /** Sees nothing. */
    static Sight ofNothing() {
        return new Sight(List.of(), Set.of());
    }

    /** Sees that a step is come to. */
    static Sight ofArrival(Step step, Collection<Walkable> procedures) {
        var arrival = new Activity.Pattern(Kind.ENTERED, Set.of(step.place()), Condition.ALWAYS, Condition.NEVER);
        return new Sight(List.of(arrival), procedures.stream().map(Walkable::id).collect(Collectors.toSet()));
    }

    /** Sees whatever happens, and asks nothing about it. */
    static Sight ofEverything(Collection<Walkable> procedures) {
        List<Activity.Pattern> all = Stream.of(Kind.values())
                .map(kind -> new Activity.Pattern(kind, Set.of(), Condition.ALWAYS, Condition.NEVER))
                .toList();
        return new Sight(all, procedures.stream().map(Walkable::id).collect(Collectors.toSet()));
    }

    /** Sees whatever happens, and asks about it what a rule asks. */
    static Sight ofEverything(Collection<Walkable> procedures, StatutoryRule rule) {
        Sight everything = ofEverything(procedures);
        Stream<Activity.Pattern> asked = rule.activities().flatMap(activity -> activity.patterns().stream());
        return new Sight(Stream.concat(everything.patterns.stream(), asked).toList(), everything.only);
    }

    /** The steps of a procedure at which something sets a rule off. */
    static List<Step> activating(StatutoryRule rule, Walkable procedure) {
        return procedure.steps().stream()
                .filter(step -> events(step).anyMatch(event -> rule.activation().patterns().stream()
                        .anyMatch(pattern -> names(pattern, event))))
                .toList();
    }

    /**
     * Something that can happen at a step.
     *
     * @param data as far as the model says them
     */
    record Happens(Kind kind, String id, Map<String, Object> data) {

        Happens(Kind kind, String id) {
            this(kind, id, Map.of());
        }
    }

    /** Everything that can happen at a step and on the ways from it. */
    static Stream<Happens> events(Step step) {
        Stream<Happens> ways = step.ways().stream()
                .map(way -> new Happens(Kind.TAKEN, step.procedure().id() + "/" + way.id()));
        Stream<Happens> here =
                switch (step.kind()) {
                    case START_EVENT ->
                        step.form().isEmpty()
                                ? Stream.of(new Happens(
                                        Kind.STARTED, step.procedure().id()))
                                : Stream.of(
                                        new Happens(
                                                Kind.STARTED, step.procedure().id()),
                                        new Happens(Kind.ANSWERED, step.form()));
                    case END_EVENT ->
                        Stream.of(new Happens(Kind.ENDED, step.procedure().id()));
                    case USER_TASK ->
                        Stream.of(new Happens(Kind.ENTERED, step.place()), new Happens(Kind.ANSWERED, step.form()));
                    case CALL_ACTIVITY, CATCH_EVENT, EVENT_BASED_GATEWAY ->
                        Stream.of(new Happens(Kind.ENTERED, step.place()));
                    case BUSINESS_RULE_TASK -> Stream.of(new Happens(Kind.EVALUATED, step.decision()));
                    case SERVICE_TASK -> Stream.of(new Happens(Kind.MORE_TIME, ""));
                    case BOUNDARY_EVENT ->
                        step.provision().isEmpty()
                                ? Stream.empty()
                                : Stream.of(new Happens(
                                        Kind.LIMIT_PASSED, step.provision(), Map.of("step", step.attachedTo())));
                    default -> Stream.empty();
                };
        return Stream.concat(here, ways);
    }

    /** Whether anything at a step is seen; of the concern also what the rule asks when something else happens. */
    boolean sees(Step step) {
        return step.form().equals(CONCERN) && !keysOfTheConcern().isEmpty() || seesWhatHappens(step);
    }

    private boolean seesWhatHappens(Step step) {
        return only.contains(step.procedure().id())
                && events(step).anyMatch(event -> patterns.stream().anyMatch(pattern -> names(pattern, event)));
    }

    boolean sees(Walkable procedure) {
        return procedure.steps().stream().anyMatch(this::sees);
    }

    boolean sees(Kind kind, String id) {
        return patterns.stream().anyMatch(pattern -> names(pattern, new Happens(kind, id)));
    }

    /** Whether the rule asks what a table gave out. */
    boolean asksOf(String decision) {
        return keys(Kind.EVALUATED, decision).findAny().isPresent();
    }

    /** The answers to a form that the rule asks about, by their paths. */
    Set<String> keys(String form) {
        Stream<String> own = keys(Kind.ANSWERED, form);
        Stream<String> ofTheConcern = form.equals(CONCERN) ? keysOfTheConcern().stream() : Stream.empty();
        return Stream.concat(own, ofTheConcern).collect(Collectors.toSet());
    }

    /** The answers to the concern that the rule asks about when something else happens. */
    Set<String> keysOfTheConcern() {
        return patterns.stream()
                .flatMap(Sight::keyed)
                .filter(key -> key.startsWith(OF_THE_CONCERN))
                .map(key -> key.substring(OF_THE_CONCERN.length()))
                .collect(Collectors.toSet());
    }

    private Stream<String> keys(Kind kind, String id) {
        return patterns.stream()
                .filter(pattern -> names(pattern, new Happens(kind, id)))
                .flatMap(Sight::keyed)
                .filter(key -> !key.startsWith(OF_THE_CONCERN));
    }

    private static Stream<String> keyed(Activity.Pattern pattern) {
        return Stream.of(pattern.where(), pattern.unless())
                .flatMap(Condition::parts)
                .filter(Condition.Keyed.class::isInstance)
                .map(condition -> ((Condition.Keyed) condition).key());
    }

    /** The texts that the rule compares answers of this name with. */
    List<Set<String>> mentions(String name) {
        return keyed().filter(keyed -> name(keyed).equals(name))
                .map(Sight::texts)
                .toList();
    }

    /** The last steps of the keys that the rule asks about. */
    Set<String> askedNames() {
        return keyed().map(Sight::name).collect(Collectors.toSet());
    }

    /** What the rule asks of answers of this name, each of one answer by itself. */
    List<Predicate<Object>> conditions(String name) {
        return keyed().filter(keyed -> name(keyed).equals(name))
                .<Predicate<Object>>map(keyed -> value -> holds(keyed, value))
                .toList();
    }

    private static boolean holds(Condition.Keyed keyed, Object value) {
        Condition alone = keyed instanceof Condition.In in
                ? new Condition.In("it", in.values())
                : keyed instanceof Condition.Contains contains
                        ? new Condition.Contains("it", contains.values())
                        : keyed instanceof Condition.Written ? new Condition.Written("it") : new Condition.Ticked("it");
        return alone.holds(event(new Happens(Kind.ANSWERED, ""), Map.of("it", value), "", ""), Map.of());
    }

    private Stream<Condition.Keyed> keyed() {
        return patterns.stream()
                .flatMap(pattern -> Stream.of(pattern.where(), pattern.unless()))
                .flatMap(Condition::parts)
                .filter(Condition.Keyed.class::isInstance)
                .map(Condition.Keyed.class::cast);
    }

    private static String name(Condition.Keyed keyed) {
        return keyed.key().substring(keyed.key().lastIndexOf('.') + 1);
    }

    private static Set<String> texts(Condition.Keyed keyed) {
        if (keyed instanceof Condition.In in) {
            return in.values();
        }
        return keyed instanceof Condition.Contains contains ? contains.values() : Set.of();
    }

    /** Whether a rule asks who of several a step is about. */
    boolean asksAbout(String form) {
        return patterns.stream()
                .filter(pattern -> names(pattern, new Happens(Kind.ANSWERED, form)))
                .flatMap(pattern -> Stream.of(pattern.where(), pattern.unless()))
                .flatMap(Condition::parts)
                .anyMatch(Condition.About.class::isInstance);
    }

    /** More time is granted for a provision that only the case knows. */
    private static boolean names(Activity.Pattern pattern, Happens event) {
        return pattern.kind() == event.kind()
                && (pattern.ids().isEmpty() || pattern.ids().contains(event.id()) || event.kind() == Kind.MORE_TIME)
                && (event.data().isEmpty() || meets(pattern, event));
    }

    /** Whether what the model says of an event is what a pattern asks, as far as it does not ask the concern. */
    private static boolean meets(Activity.Pattern pattern, Happens event) {
        return keyed(pattern).anyMatch(key -> key.startsWith(OF_THE_CONCERN))
                || pattern.where().holds(event(event, event.data(), "", ""), Map.of());
    }

    /** An event of a case, as the rule's own judge takes it. */
    static CaseEvent event(Happens event, Map<String, Object> data, String role, String about) {
        return new CaseEvent(
                0,
                java.time.Instant.EPOCH,
                event.kind(),
                event.id(),
                List.of(),
                role.isEmpty() ? null : role,
                about.isEmpty() ? null : about,
                data,
                true);
    }
}
