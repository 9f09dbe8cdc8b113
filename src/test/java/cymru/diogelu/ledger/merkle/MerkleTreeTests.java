package cymru.diogelu.ledger.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The tree over tiles against the definitions of RFC 6962, written down once more without tiles. */
class MerkleTreeTests {

    private static final int LARGEST = 3 * Tile.WIDTH;
    private static final List<byte[]> LEAVES = leaves(LARGEST);
    private static final MerkleTree WHOLE = grown(List.of(LARGEST));

    @Test
    void theEmptyTreeHasTheHashOfNothing() {
        assertThat(HexFormat.of().formatHex(WHOLE.root(0)))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Property(seed = "20261102", tries = 300)
    void theRootIsTheDefinedOneHoweverTheTreeGrew(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 90) Integer> batches) {
        int size = batches.stream().mapToInt(Integer::intValue).sum();
        assertThat(grown(batches).root(size)).isEqualTo(defined(0, size));
    }

    @Property(seed = "20261102", tries = 300)
    void aLeafIsProvedToBeInTheTree(
            @ForAll @IntRange(min = 1, max = LARGEST) int size, @ForAll @IntRange(max = LARGEST) int draw) {
        int index = draw % size;
        List<byte[]> proof = WHOLE.inclusion(index, size);
        assertThat(proof).usingElementComparator(Arrays::compare).isEqualTo(path(index, 0, size));
        assertThat(climbed(LEAVES.get(index), index, size, proof)).isEqualTo(defined(0, size));
    }

    @Property(seed = "20261102", tries = 300)
    void aLaterTreeIsProvedToContinueAnEarlierOne(
            @ForAll @IntRange(min = 1, max = LARGEST) int size, @ForAll @IntRange(max = LARGEST) int draw) {
        int earlier = 1 + draw % size;
        assertThat(WHOLE.consistency(earlier, size))
                .usingElementComparator(Arrays::compare)
                .isEqualTo(subproof(earlier, 0, size, true));
    }

    @Test
    void growsOverSeveralLevelsOfTiles() {
        int size = Tile.WIDTH * Tile.WIDTH + 5;
        MerkleTree tree = new MerkleTree(new InMemory());
        List<byte[]> leaves = leaves(size);
        tree.append(0, leaves.subList(0, 60_000));
        tree.append(60_000, leaves.subList(60_000, size));
        assertThat(climbed(leaves.get(61_234), 61_234, size, tree.inclusion(61_234, size)))
                .isEqualTo(tree.root(size));
    }

    @Test
    void refusesProofsOfWhatIsNotThere() {
        assertThatIllegalArgumentException().isThrownBy(() -> WHOLE.inclusion(5, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> WHOLE.consistency(6, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> WHOLE.consistency(0, 5));
    }

    private static MerkleTree grown(List<Integer> batches) {
        MerkleTree tree = new MerkleTree(new InMemory());
        int size = 0;
        for (int batch : batches) {
            tree.append(size, LEAVES.subList(size, size + batch));
            size += batch;
        }
        return tree;
    }

    private static List<byte[]> leaves(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> TreeHash.leaf(("leaf " + i).getBytes(StandardCharsets.US_ASCII)))
                .toList();
    }

    private static byte[] defined(int from, int to) {
        if (to - from == 1) {
            return LEAVES.get(from);
        }
        int middle = from + split(to - from);
        return TreeHash.node(defined(from, middle), defined(middle, to));
    }

    private static List<byte[]> path(int index, int from, int to) {
        if (to - from == 1) {
            return List.of();
        }
        int middle = from + split(to - from);
        boolean left = index < middle;
        List<byte[]> path = new ArrayList<>(left ? path(index, from, middle) : path(index, middle, to));
        path.add(left ? defined(middle, to) : defined(from, middle));
        return path;
    }

    private static List<byte[]> subproof(int earlier, int from, int to, boolean known) {
        if (earlier == to) {
            return known ? List.of() : List.of(defined(from, to));
        }
        int middle = from + split(to - from);
        boolean left = earlier <= middle;
        List<byte[]> proof =
                new ArrayList<>(left ? subproof(earlier, from, middle, known) : subproof(earlier, middle, to, false));
        proof.add(left ? defined(middle, to) : defined(from, middle));
        return proof;
    }

    private static int split(int length) {
        int power = 1;
        while (power * 2 < length) {
            power *= 2;
        }
        return power;
    }

    /** As a verifier climbs who knows nothing but the leaf, its place, the size and the proof (RFC 9162, 2.1.3.2). */
    private static byte[] climbed(byte[] leaf, long index, long size, List<byte[]> proof) {
        long place = index;
        long last = size - 1;
        byte[] hash = leaf;
        for (byte[] beside : proof) {
            if (place % 2 == 1 || place == last) {
                hash = TreeHash.node(beside, hash);
                while (place % 2 == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                hash = TreeHash.node(hash, beside);
            }
            place >>= 1;
            last >>= 1;
        }
        return hash;
    }

    private static final class InMemory implements Tiles {

        private final Map<Tile, byte[]> tiles = new HashMap<>();

        @Override
        public byte[] read(Tile tile) {
            return tiles.getOrDefault(tile, new byte[0]);
        }

        @Override
        public void write(Tile tile, byte[] hashes) {
            assertThat(Arrays.mismatch(read(tile), hashes)).isIn(read(tile).length, -1);
            tiles.put(tile, hashes);
        }
    }
}
