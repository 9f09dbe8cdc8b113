package cymru.diogelu.ledger;

import cymru.diogelu.ledger.SealTable.Stretch;
import cymru.diogelu.ledger.merkle.Tile;
import cymru.diogelu.ledger.merkle.TreeHash;
import java.util.Arrays;
import java.util.List;

/** The leaves that were sealed for one chain, read in the order of the chain, a tile at a time. */
final class SealedHashes {

    private final SealTable seals;
    private final List<Stretch> stretches;
    private int current;
    private Tile tile = new Tile(0, -1);
    private byte[] hashes = new byte[0];

    SealedHashes(SealTable seals, int chain) {
        this.seals = seals;
        this.stretches = seals.stretches(chain);
    }

    /** The number of the last entry that was sealed; 0 when none was. */
    long lastSeq() {
        return stretches.isEmpty() ? 0 : stretches.get(stretches.size() - 1).lastSeq();
    }

    /** Whether the entry is the one that was sealed in its place, or waits for its seal. To be asked in order. */
    boolean agrees(StoredEntry entry) {
        while (current < stretches.size() && stretches.get(current).lastSeq() < entry.seq()) {
            current++;
        }
        if (current == stretches.size()) {
            return true;
        }
        Stretch stretch = stretches.get(current);
        return stretch.firstSeq() <= entry.seq()
                && Arrays.equals(TreeHash.leaf(entry.hash()), leaf(stretch.leafOf(entry.seq())));
    }

    private byte[] leaf(long index) {
        Tile wanted = Tile.of(0, index);
        if (!wanted.equals(tile)) {
            tile = wanted;
            hashes = seals.read(wanted);
        }
        int from = Tile.place(index) * TreeHash.BYTES;
        return from + TreeHash.BYTES <= hashes.length
                ? Arrays.copyOfRange(hashes, from, from + TreeHash.BYTES)
                : new byte[0];
    }
}
