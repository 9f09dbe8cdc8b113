package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.statute.RuleMonitor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One walk through one procedure. */
final class Run {

    final Walkable procedure;
    final @Nullable Run caller;
    final @Nullable Token calledFrom;

    /** Tells the runs of a case apart, in the order in which they began. */
    final int number;

    final Map<String, Object> variables = new TreeMap<>();
    final List<Token> tokens = new ArrayList<>();

    /** What the rule knows of this run. */
    int known = RuleMonitor.BEGIN;

    Run(int number, Walkable procedure, @Nullable Run caller, @Nullable Token calledFrom) {
        this.number = number;
        this.procedure = procedure;
        this.caller = caller;
        this.calledFrom = calledFrom;
    }

    Run copy(@Nullable Run newCaller, @Nullable Token newCalledFrom) {
        Run copy = new Run(number, procedure, newCaller, newCalledFrom);
        copy.variables.putAll(variables);
        copy.known = known;
        tokens.forEach(token -> copy.tokens.add(token.copy(copy)));
        return copy;
    }

    /** The token of this run, or of one called from it, whose turn it is; nothing where all are at rest. */
    @Nullable
    Turn turn() {
        Turn next = null;
        for (Token token : tokens) {
            if (token.turn > 0 && (next == null || token.turn > next.token().turn)) {
                next = new Turn(this, token);
            }
            Turn inner = token.inner == null ? null : token.inner.turn();
            if (inner != null && (next == null || inner.token().turn > next.token().turn)) {
                next = inner;
            }
        }
        return next;
    }

    /** The step of the caller whose limit has passed, where this run was called because of it. */
    Optional<String> lateStep() {
        return calledFrom == null || calledFrom.at == null
                ? Optional.empty()
                : calledFrom.at.handed("in").stream()
                        .filter(handed -> handed.target().equals("overdueElement"))
                        .flatMap(handed -> Stream.ofNullable(handed.text()))
                        .findFirst();
    }

    /**
     * Whether the caller still waits at a step after a limit of it has passed; empty where it waits there anew, since then
     * only the dates say whether the limit is behind it already.
     */
    Optional<Boolean> openLate(String step) {
        List<Token> waiting = caller == null
                ? List.of()
                : caller.tokens.stream()
                        .filter(token -> token.turn == 0
                                && token.at != null
                                && token.at.id().equals(step))
                        .toList();
        boolean late = waiting.stream().anyMatch(token -> !token.passed.isEmpty());
        return late || waiting.isEmpty() ? Optional.of(late) : Optional.empty();
    }

    /** What is handed over from this run. */
    @Nullable
    Object value(Step.Handed handed) {
        return handed.variable() == null ? handed.text() : variables.get(handed.variable());
    }

    /** Of several ways that do not matter one stands for all. */
    void takesItsTime() {
        if (tokens.stream().noneMatch(token -> token.at == null)) {
            tokens.add(new Token(null, ""));
        }
    }

    /** The tokens that have come to a join. */
    List<Token> waitingAt(Step join) {
        return tokens.stream().filter(token -> waitsAt(token, join)).toList();
    }

    /**
     * Whether another token can still come to an inclusive join by ways; limits do not count, and what only takes its time
     * leads to no join that matters.
     */
    boolean mayStillComeTo(Step join) {
        return tokens.stream()
                .filter(token -> !waitsAt(token, join))
                .anyMatch(token -> token.at != null && leads(token.at, join, new HashSet<>()));
    }

    private static boolean waitsAt(Token token, Step join) {
        return token.at == join && token.turn == 0;
    }

    private static boolean leads(Step from, Step to, Set<Step> looked) {
        return from == to || looked.add(from) && from.ways().stream().anyMatch(way -> leads(way.target(), to, looked));
    }

    /** A token whose turn it is, with its run. */
    record Turn(Run run, Token token) {}

    String key() {
        String inside = tokens.stream().map(Token::key).sorted().collect(Collectors.joining(","));
        return "{" + procedure.id() + (known == 0 ? "" : "#" + known) + (variables.isEmpty() ? "" : variables) + inside
                + "}";
    }
}
