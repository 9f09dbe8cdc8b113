package cymru.diogelu.ledger.merkle;

/** Where the tiles of a tree are kept. */
public interface Tiles {

    /** The hashes of a tile, one behind the other; no bytes when the tile has none yet. */
    byte[] read(Tile tile);

    /** Keeps a tile as it is now: what it held before stays its beginning. */
    void write(Tile tile, byte[] hashes);
}
