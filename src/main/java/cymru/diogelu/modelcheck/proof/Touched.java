package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.statute.RuleMonitor.Part;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/** What a move does, or what may still come, as far as others can tell: what is read and written, and what the rule sees. */
final class Touched {

    /** Variables, by procedure and name. */
    final Set<String> reads = new HashSet<>();

    final Set<String> writes = new HashSet<>();

    /** Facts of the case, by name. */
    final Set<String> factsRead = new HashSet<>();

    final Set<String> factsWritten = new HashSet<>();

    /** The numbers of those who ask about values. */
    final BitSet asks = new BitSet();

    final Set<Part> parts = EnumSet.noneOf(Part.class);

    /** Whether a call was left before what it had called was done. */
    boolean breaksOff;

    /** Whether anything was added by it. */
    boolean add(Touched other) {
        return reads.addAll(other.reads) | writes.addAll(other.writes) | addFromElsewhere(other);
    }

    /** Adds what is done in another run, whose variables are its own. Whether anything was added by it. */
    boolean addFromElsewhere(Touched other) {
        int before = asks.cardinality();
        asks.or(other.asks);
        boolean first = other.breaksOff && !breaksOff;
        breaksOff |= other.breaksOff;
        return factsRead.addAll(other.factsRead)
                | factsWritten.addAll(other.factsWritten)
                | parts.addAll(other.parts)
                | (asks.cardinality() > before)
                | first;
    }

    /** Whether it makes no difference to variables and facts which of two comes first. */
    boolean leavesAlone(Touched other) {
        return Collections.disjoint(reads, other.writes)
                && Collections.disjoint(writes, other.reads)
                && Collections.disjoint(writes, other.writes)
                && Collections.disjoint(factsRead, other.factsWritten)
                && Collections.disjoint(factsWritten, other.factsRead)
                && Collections.disjoint(factsWritten, other.factsWritten);
    }
}
