package cymru.diogelu.ledger.merkle;

/**
 * A stretch of 256 hashes of one level of the tree, level 8 x {@code level} counted from the leaves; the last tile of a
 * level may still be short. Tiles keep the tree in few rows: inner hashes between two levels are computed.
 */
public record Tile(int level, long number) {

    /** The levels of the tree that a tile spans. */
    static final int HEIGHT = 8;

    /** The hashes of a whole tile. */
    public static final int WIDTH = 1 << HEIGHT;

    /** The tile in which a hash of this level stands. */
    public static Tile of(int level, long index) {
        return new Tile(level, index / WIDTH);
    }

    /** Where in its tile a hash stands. */
    public static int place(long index) {
        return (int) (index % WIDTH);
    }
}
