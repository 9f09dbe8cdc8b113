package cymru.diogelu.invariants;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The ways a case can go through all procedures, with called procedures laid into their callers, under an assumption about
 * the facts. Two questions are answered without playing tokens: whether a case can come to its end without passing a
 * step, and what can begin before a step. A limit that passes interrupts nothing, so what follows it is no way round
 * anything and is left out here; {@link Asks#watched} looks at limits.
 */
final class Paths {

    private final Pathway pathway;
    private final Facts facts;
    private final Map<Place, Ways> ways = new HashMap<>();

    /** What follows a place: all of these at once, or one of them. */
    private record Ways(boolean all, List<Place> next) {

        static Ways one(List<Place> next) {
            return new Ways(false, next);
        }

        static Ways all(List<Place> next) {
            return new Ways(true, next);
        }
    }

    Paths(Pathway pathway, Facts facts) {
        this.pathway = pathway;
        this.facts = facts;
    }

    static Paths of(Pathway pathway) {
        return new Paths(pathway, Facts.none(pathway));
    }

    Paths assuming(String variable, Object... values) {
        return new Paths(pathway, facts.assuming(variable, values));
    }

    Facts facts() {
        return facts;
    }

    Place start() {
        Procedure root = pathway.root();
        return new Place(null, root, root.start());
    }

    /** Every place on the way of a child that is of this kind. */
    List<Place> places(Predicate<Place> wanted) {
        return reached(start(), place -> false).stream().filter(wanted).toList();
    }

    /** Every task on the way of a child whose form asks all of these. */
    List<Place> asking(String... keys) {
        return places(place -> pathway.asks(place.step(), keys));
    }

    Predicate<Place> asks(String... keys) {
        return place -> pathway.asks(place.step(), keys);
    }

    static Predicate<Place> calls(String procedure) {
        return place -> procedure.equals(place.step().called());
    }

    /** Where a case can leave the way through a step and still come to its end; empty when every case passes it. */
    Optional<Place> wayRound(Place from, Predicate<Place> step) {
        Set<Place> finishing = finishing(from, step);
        for (Place here = from;
                here != null;
                here = here.caller() == null ? null : here.caller().after()) {
            if (!finishing.contains(here)) {
                return Optional.empty();
            }
        }
        return Optional.of(departure(from, step, finishing));
    }

    /** The places from which a case can come to the end of its procedure without passing a step. */
    private Set<Place> finishing(Place from, Predicate<Place> step) {
        Set<Place> around = new LinkedHashSet<>();
        for (Place here = from;
                here != null;
                here = here.caller() == null ? null : here.caller().after()) {
            around.addAll(ahead(here));
        }
        return finishing(around, step);
    }

    private Set<Place> finishing(Set<Place> around, Predicate<Place> step) {
        List<Place> latestFirst = new ArrayList<>(around);
        Collections.reverse(latestFirst);
        latestFirst.removeIf(step);
        Set<Place> finishing = new LinkedHashSet<>();
        boolean grown = true;
        while (grown) {
            grown = latestFirst.removeIf(place -> finishes(ways(place), finishing) && finishing.add(place));
        }
        return finishing;
    }

    private static boolean finishes(Ways ways, Set<Place> finishing) {
        return ways.next().isEmpty()
                || (ways.all()
                        ? finishing.containsAll(ways.next())
                        : ways.next().stream().anyMatch(finishing::contains));
    }

    private Set<Place> ahead(Place from) {
        Set<Place> ahead = new LinkedHashSet<>(List.of(from));
        Deque<Place> open = new ArrayDeque<>(ahead);
        while (!open.isEmpty()) {
            for (Place next : ways(open.remove()).next()) {
                if (ahead.add(next)) {
                    open.add(next);
                }
            }
        }
        return ahead;
    }

    /** The last place on the way round from which the step could still have been reached. */
    private Place departure(Place from, Predicate<Place> step, Set<Place> finishing) {
        Place here = from;
        Set<Place> been = new LinkedHashSet<>();
        while (been.add(here)) {
            Place next = null;
            for (Place candidate : ways(here).next()) {
                if (finishing.contains(candidate) && leadsTo(candidate, step)) {
                    next = candidate;
                    break;
                }
            }
            boolean missed = ways(here).next().stream().anyMatch(way -> step.test(way) || !finishing.contains(way));
            if (next == null || missed) {
                return here;
            }
            here = next;
        }
        return here;
    }

    private boolean leadsTo(Place from, Predicate<Place> step) {
        return ahead(from).stream().anyMatch(step);
    }

    /** Everything that a case can enter from a place before it enters what is blocked, the blocked places included. */
    Set<Place> reached(Place from, Predicate<Place> blocked) {
        Set<Place> reached = new LinkedHashSet<>();
        Deque<Place> open = new ArrayDeque<>(List.of(from));
        Set<Place> joins = new LinkedHashSet<>();
        Set<Place> ahead = ahead(from);
        while (!open.isEmpty()) {
            Place place = open.remove();
            if (reached.add(place) && !blocked.test(place)) {
                entered(place, blocked).forEach(next -> (join(next) ? joins : open).add(next));
            }
            if (open.isEmpty()) {
                joins.removeIf(join -> complete(join, reached, blocked, ahead) && open.add(join));
            }
        }
        return reached;
    }

    private static boolean join(Place place) {
        return place.step().is("parallelGateway")
                && place.procedure().to(place.step()).size() > 1;
    }

    /** A join waits for all its flows, but not for such as cannot begin behind this start. */
    private boolean complete(Place join, Set<Place> reached, Predicate<Place> blocked, Set<Place> ahead) {
        return join.procedure().to(join.step()).stream()
                .map(flow -> join.sibling(flow.source()))
                .map(source -> source.step().is("callActivity") ? source.after() : source)
                .filter(ahead::contains)
                .allMatch(source -> reached.contains(source) && !blocked.test(source));
    }

    /** Everything that has to be over before a place can be entered, as far as a case can come there from its start. */
    Set<Place> leadingTo(Place target) {
        Map<Place, List<Place>> before = new HashMap<>();
        for (Place place : reached(start(), target::equals)) {
            List<Place> next = new ArrayList<>(place.equals(target) ? List.of() : entered(place, target::equals));
            if (place.step().is("endEvent") && place.caller() != null) {
                next.add(place.caller().after());
            }
            next.forEach(after ->
                    before.computeIfAbsent(after, first -> new ArrayList<>()).add(place));
        }
        Set<Place> leading = new LinkedHashSet<>();
        Deque<Place> open = new ArrayDeque<>(List.of(target));
        while (!open.isEmpty()) {
            before.getOrDefault(open.remove(), List.of()).stream()
                    .filter(leading::add)
                    .forEach(open::add);
        }
        return leading;
    }

    private List<Place> entered(Place place, Predicate<Place> blocked) {
        List<Place> entered = new ArrayList<>(ways(place).next());
        if (place.step().is("callActivity")
                && !place.left()
                && !finishing(ahead(startOf(place)), blocked).contains(startOf(place))) {
            entered.remove(place.after());
        }
        return entered;
    }

    private Place startOf(Place call) {
        Procedure called = pathway.procedure(String.valueOf(call.step().called()));
        return new Place(call, called, called.start());
    }

    private Ways ways(Place place) {
        Ways known = ways.get(place);
        if (known == null) {
            known = follow(place);
            ways.put(place, known);
        }
        return known;
    }

    private Ways follow(Place place) {
        Step step = place.step();
        if (step.is("callActivity") && !place.left()) {
            return interrupted(place, Ways.all(List.of(startOf(place), place.after())));
        }
        if (step.throwsEscalation()) {
            return escalated(place);
        }
        return place.left() ? flows(place) : interrupted(place, flows(place));
    }

    /** An interrupting event is another way on. */
    private Ways interrupted(Place place, Ways usual) {
        List<Place> instead = place.procedure().boundary(place.step()).stream()
                .filter(event -> event.interrupting() && event.escalation() == null)
                .map(event -> place.sibling(event.id()))
                .toList();
        if (instead.isEmpty()) {
            return usual;
        }
        List<Place> ways = new ArrayList<>(
                usual.all() && usual.next().size() == 2 ? usual.next().subList(0, 1) : usual.next());
        ways.addAll(instead);
        return Ways.one(ways);
    }

    /** An escalation starts what catches it beside whatever follows here, or instead of it. */
    private Ways escalated(Place place) {
        Optional<Place> caught = place.caught();
        List<Place> next = new ArrayList<>();
        if (caught.isEmpty() || !caught.get().step().interrupting()) {
            next.addAll(flows(place).next());
        }
        caught.ifPresent(next::add);
        return Ways.all(next);
    }

    private Ways flows(Place place) {
        return switch (place.step().type()) {
            case "exclusiveGateway" -> Ways.one(targets(place, facts.chosen(place)));
            case "inclusiveGateway" -> inclusive(place);
            case "eventBasedGateway" ->
                Ways.one(targets(place, place.procedure().from(place.step())));
            default -> Ways.all(targets(place, place.procedure().from(place.step())));
        };
    }

    private Ways inclusive(Place place) {
        List<Flow> certain = facts.certain(place);
        return certain.isEmpty() ? Ways.one(targets(place, facts.chosen(place))) : Ways.all(targets(place, certain));
    }

    private static List<Place> targets(Place place, List<Flow> flows) {
        return flows.stream()
                .map(flow -> place.sibling(flow.target()))
                .distinct()
                .toList();
    }
}
