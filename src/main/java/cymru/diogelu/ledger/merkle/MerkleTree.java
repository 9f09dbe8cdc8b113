package cymru.diogelu.ledger.merkle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An append-only Merkle tree (RFC 6962, section 2.1): its root stands for all leaves, a proof of inclusion shows that a
 * leaf is under a root, a proof of consistency that a later tree only added leaves to an earlier one.
 */
public final class MerkleTree {

    private final Tiles tiles;

    public MerkleTree(Tiles tiles) {
        this.tiles = tiles;
    }

    /** Adds the hashes of leaves behind the first {@code size}; the size afterwards is theirs more. */
    public void append(long size, List<byte[]> leafHashes) {
        append(0, size, leafHashes);
    }

    private void append(int level, long size, List<byte[]> hashes) {
        List<byte[]> full = new ArrayList<>();
        int taken = 0;
        while (taken < hashes.size()) {
            Tile tile = Tile.of(level, size + taken);
            int place = Tile.place(size + taken);
            int more = Math.min(Tile.WIDTH - place, hashes.size() - taken);
            byte[] grown = joined(tiles.read(tile), place, hashes.subList(taken, taken + more));
            tiles.write(tile, grown);
            if (place + more == Tile.WIDTH) {
                full.add(folded(grown, 0, Tile.WIDTH));
            }
            taken += more;
        }
        if (!full.isEmpty()) {
            append(level + 1, size / Tile.WIDTH, full);
        }
    }

    private static byte[] joined(byte[] hashes, int known, List<byte[]> more) {
        byte[] grown = Arrays.copyOf(hashes, (known + more.size()) * TreeHash.BYTES);
        for (int i = 0; i < more.size(); i++) {
            System.arraycopy(more.get(i), 0, grown, (known + i) * TreeHash.BYTES, TreeHash.BYTES);
        }
        return grown;
    }

    /** The root over the first {@code size} leaves. */
    public byte[] root(long size) {
        return size == 0 ? TreeHash.empty() : range(0, size);
    }

    /** The hash of one leaf. */
    public byte[] leaf(long index) {
        return node(0, index);
    }

    /**
     * The hashes beside the way from a leaf up to the root over the first {@code size} leaves, lowest first.
     *
     * @throws IllegalArgumentException when there is no such leaf
     */
    public List<byte[]> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf %d in a tree of %d".formatted(index, size));
        }
        List<byte[]> proof = new ArrayList<>();
        include(index, 0, size, proof);
        return proof;
    }

    private void include(long index, long from, long to, List<byte[]> proof) {
        if (to - from == 1) {
            return;
        }
        long middle = from + split(to - from);
        if (index < middle) {
            include(index, from, middle, proof);
            proof.add(range(middle, to));
        } else {
            include(index, middle, to, proof);
            proof.add(range(from, middle));
        }
    }

    /**
     * What shows that the tree of {@code size} leaves begins with the tree of {@code earlier} leaves.
     *
     * @throws IllegalArgumentException when the earlier tree is empty or not the smaller one
     */
    public List<byte[]> consistency(long earlier, long size) {
        if (earlier < 1 || earlier > size) {
            throw new IllegalArgumentException("no tree of %d within one of %d".formatted(earlier, size));
        }
        List<byte[]> proof = new ArrayList<>();
        consist(earlier, 0, size, true, proof);
        return proof;
    }

    /** @param known whether the verifier has the hash of this stretch already, as the earlier root */
    private void consist(long earlier, long from, long to, boolean known, List<byte[]> proof) {
        if (earlier == to) {
            if (!known) {
                proof.add(range(from, to));
            }
            return;
        }
        long middle = from + split(to - from);
        if (earlier <= middle) {
            consist(earlier, from, middle, known, proof);
            proof.add(range(middle, to));
        } else {
            consist(earlier, middle, to, false, proof);
            proof.add(range(from, middle));
        }
    }

    /** The hash over leaves {@code from} to {@code to}, the last not included. */
    private byte[] range(long from, long to) {
        long length = to - from;
        if (Long.bitCount(length) == 1 && from % length == 0) {
            int level = Long.numberOfTrailingZeros(length);
            return node(level, from >> level);
        }
        long middle = from + split(length);
        return TreeHash.node(range(from, middle), range(middle, to));
    }

    /** The hash of a whole subtree: stored on every eighth level, computed from there between them. */
    private byte[] node(int level, long index) {
        int stored = level / Tile.HEIGHT;
        int above = level % Tile.HEIGHT;
        long first = index << above;
        return folded(tiles.read(Tile.of(stored, first)), Tile.place(first), 1 << above);
    }

    private static byte[] folded(byte[] hashes, int from, int count) {
        if (count == 1) {
            return Arrays.copyOfRange(hashes, from * TreeHash.BYTES, (from + 1) * TreeHash.BYTES);
        }
        int half = count / 2;
        return TreeHash.node(folded(hashes, from, half), folded(hashes, from + half, half));
    }

    /** The largest power of two that is smaller than the length. */
    private static long split(long length) {
        return Long.highestOneBit(length - 1);
    }
}
