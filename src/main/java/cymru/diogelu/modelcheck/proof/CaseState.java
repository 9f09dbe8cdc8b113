package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.statute.RuleMonitor;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A case at rest: every run waits for somebody to answer or for time to pass. */
final class CaseState {

    /** Nothing once the case has ended. */
    @Nullable
    Run root;

    /** What the rule knows of the case as a whole. */
    int known = RuleMonitor.BEGIN;

    boolean broken;

    /** What the move that led here did, as far as others can tell. */
    final Touched touched = new Touched();

    /** The step with a limit behind it that has just been done, until whoever waits for it has been told. */
    @Nullable
    String doneLate;

    private int numbers = 1_000;
    private int runs;

    /** Whether a gateway was come to from which no way leads on. */
    @Nullable
    Step stuck;

    final Map<String, Object> facts = new TreeMap<>();

    /** The answers that the case was opened with, as far as the rule asks about them. */
    Map<String, Object> concern = Map.of();

    /** Puts in the place of an open value what it turned out to be. */
    void choose(Open open, Object value) {
        replace(facts, open, value);
        if (root != null) {
            choose(root, open, value);
        }
    }

    private static void choose(Run run, Open open, Object value) {
        replace(run.variables, open, value);
        for (Token token : run.tokens) {
            if (token.inner != null) {
                choose(token.inner, open, value);
            }
        }
    }

    private static void replace(Map<String, Object> variables, Open open, Object value) {
        if (value == Domains.NOTHING) {
            variables.values().removeIf(open::equals);
        } else {
            variables.replaceAll((name, before) -> before.equals(open) ? value : before);
        }
    }

    /** Numbers the open values that are left anew, so that only their order tells them apart. */
    void renumber() {
        Set<Open> left = new TreeSet<>();
        collect(facts, left);
        if (root != null) {
            collect(root, left);
        }
        Map<String, Integer> next = new HashMap<>();
        for (Open open : left) {
            int number = next.merge(open.name(), 1, Integer::sum);
            if (number != open.number()) {
                choose(open, new Open(open.name(), number, open.left()));
            }
        }
    }

    /** Puts in the place of values others that are the same to everybody who may still ask. */
    void liken(Domains domains, BitSet asking) {
        liken(facts, domains, asking);
        if (root != null) {
            liken(root, domains, asking);
        }
    }

    private void liken(Run run, Domains domains, BitSet asking) {
        liken(run.variables, domains, asking);
        for (Token token : run.tokens) {
            if (token.inner != null) {
                liken(token.inner, domains, asking);
            }
        }
    }

    private void liken(Map<String, Object> variables, Domains domains, BitSet asking) {
        for (String name : List.copyOf(variables.keySet())) {
            Object value = variables.get(name);
            Object like = value == null ? null : domains.likened(name, value, asking);
            if (value instanceof Open open && like != null && !like.equals(value)) {
                choose(open, like);
            } else if (like != null) {
                variables.put(name, like);
            }
        }
    }

    private static void collect(Run run, Set<Open> left) {
        collect(run.variables, left);
        for (Token token : run.tokens) {
            if (token.inner != null) {
                collect(token.inner, left);
            }
        }
    }

    private static void collect(Map<String, Object> variables, Set<Open> left) {
        variables.values().forEach(value -> {
            if (value instanceof Open open) {
                left.add(open);
            }
        });
    }

    /** A number that no open value of this name has. */
    int nextNumber() {
        return ++numbers;
    }

    /** A number for the next run. */
    int nextRun() {
        return ++runs;
    }

    CaseState copy() {
        CaseState copy = new CaseState();
        copy.root = root == null ? null : root.copy(null, null);
        copy.known = known;
        copy.runs = runs;
        copy.doneLate = doneLate;
        copy.facts.putAll(facts);
        copy.concern = concern;
        return copy;
    }

    /** Equal for states from which the same can happen. */
    String key() {
        return known
                + (facts.isEmpty() ? "" : facts.toString())
                + (concern.isEmpty() ? "" : concern)
                + (doneLate == null ? "" : doneLate)
                + (root == null ? "" : root.key());
    }
}
