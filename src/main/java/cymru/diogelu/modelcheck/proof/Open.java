package cymru.diogelu.modelcheck.proof;

/**
 * A value that is not known yet because nothing has asked for it. Once something does, it is chosen, everywhere at once.
 *
 * @param name the variable that it was given first; says what it can be
 * @param number tells apart what was answered at different times
 */
public record Open(String name, int number) implements Comparable<Open> {

    @Override
    public int compareTo(Open other) {
        int byName = name.compareTo(other.name);
        return byName == 0 ? Integer.compare(number, other.number) : byName;
    }
}
