package cymru.diogelu.modelcheck.proof;

import java.util.BitSet;

/**
 * A value of which is known only as much as has been asked. Once something asks about it, what it thinks of it is chosen,
 * everywhere at once.
 *
 * @param name the variable that it was given first; says what it can be
 * @param number tells apart what was answered at different times
 * @param left the places, among what it can be, of what it can still be; never changed
 */
public record Open(String name, int number, BitSet left) implements Comparable<Open> {

    @Override
    public int compareTo(Open other) {
        int byName = name.compareTo(other.name);
        return byName == 0 ? Integer.compare(number, other.number) : byName;
    }
}
