package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.modelcheck.Deed;
import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.modelcheck.reading.NodeKind;
import cymru.diogelu.statute.StatutoryRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Finds for a broken rule what people would have to do in a real case. A proof leaves out whatever makes no difference to
 * its rule, and where it can it looks at one procedure by itself; here nothing may be left out.
 */
public final class Counterexamples {

    private final Net net;
    private final int mostStates;

    /** @param mostStates after how many states of one exploration to give up */
    public Counterexamples(Models models, int mostStates) {
        this.net = new Net(models);
        this.mostStates = mostStates;
    }

    /** What leads to the end of a way on which a rule is broken; nothing where none was found in which all can be done. */
    public Optional<List<Deed>> of(Proof broken) {
        StatutoryRule rule = broken.rule();
        Walkable procedure = procedure(broken.way().get(0));
        Stream<Supplier<Optional<List<Move>>>> guides = broken.way().get(0).what() == Move.Kind.RAISED
                ? Stream.of(() -> Optional.of(broken.way()))
                : Stream.concat(
                        Stream.of(() -> explored(new Exploration(net, rule, mostStates))),
                        calls(procedure, new Slice(net, rule).needs(procedure))
                                .map(call -> () -> through(call, broken.way())));
        return guides.map(Supplier::get)
                .flatMap(Optional::stream)
                .map(guide -> new WholeWay(net, rule, guide).find())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Walkable procedure(Move move) {
        return net.procedure(move.step().substring(0, move.step().indexOf('/'))).orElseThrow();
    }

    private static Optional<List<Move>> explored(Exploration exploration) {
        exploration.run();
        return exploration.way();
    }

    /** Where a procedure is called; of the calls that hand over the same of what matters, one. */
    private Stream<Step> calls(Walkable procedure, Set<String> matters) {
        Map<List<Step.Handed>, Step> calls = new LinkedHashMap<>();
        net.procedures().stream()
                .flatMap(caller -> caller.steps().stream())
                .filter(step ->
                        step.kind() == NodeKind.CALL_ACTIVITY && step.called().equals(procedure.id()))
                .forEach(call -> calls.putIfAbsent(
                        call.handed("in").stream()
                                .filter(handed -> matters.contains(handed.target()))
                                .toList(),
                        call));
        return calls.values().stream();
    }

    /** A way to a call of a procedure, and then a way through that. */
    private Optional<List<Move>> through(Step call, List<Move> way) {
        return explored(new Exploration(net, Slice.to(net, call), new Arrival(call.place()), mostStates))
                .map(arrival -> Stream.concat(arrival.stream(), way.stream()).toList());
    }
}
