package cymru.diogelu.modelcheck.compare;

import cymru.diogelu.language.Bilingual;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something in a model that can be added, removed or changed: what it says of itself, and the smaller parts inside it.
 * Whatever stands in a file becomes a leaf of some part, so that nothing can change unseen.
 */
final class Part {

    /** What says where a part belongs rather than what it is. */
    private static final Set<String> PLACES =
            Set.of("id", "key", "attachedToRef", "default", "sourceRef", "targetRef", "inside", "incoming", "outgoing");

    private final String kind;
    private final String id;
    private final String file;
    private final int line;
    private final Map<String, Leaf> leaves = new LinkedHashMap<>();
    private final Map<String, Integer> copies = new HashMap<>();
    private final List<Part> children = new ArrayList<>();
    private final List<List<String>> likenesses = new ArrayList<>();
    private @Nullable Bilingual name;
    private String order = "";

    /** One value that a part has. */
    record Leaf(String value, String file, int line) {}

    /**
     * @param kind such as {@code userTask}
     * @param id by which the part is found again in another version
     */
    Part(String kind, String id, String file, int line) {
        this.kind = kind;
        this.id = id;
        this.file = file;
        this.line = line;
    }

    Part named(Bilingual shown) {
        name = shown;
        return this;
    }

    /** Among which parts its place matters; without it, in none. */
    Part ordered(String among) {
        order = among;
        return this;
    }

    /** What makes it the same part when its id is not; ids in it may have changed themselves. */
    Part like(String... words) {
        likenesses.add(List.of(words));
        return this;
    }

    void put(String leaf, String value) {
        put(leaf, value, file, line);
    }

    void put(String leaf, String value, String from, int at) {
        int copy = copies.merge(leaf, 1, Integer::sum);
        leaves.put(copy == 1 ? leaf : leaf + " #" + copy, new Leaf(value, from, at));
    }

    void add(Part child) {
        children.add(child);
    }

    String kind() {
        return kind;
    }

    String id() {
        return id;
    }

    String file() {
        return file;
    }

    int line() {
        return line;
    }

    /** What people know it by; empty for a part that is known by what it stands in. */
    Optional<Bilingual> name() {
        return Optional.ofNullable(name);
    }

    String order() {
        return order;
    }

    Map<String, Leaf> leaves() {
        return leaves;
    }

    /** The value of a leaf; empty where there is none. */
    String value(String leaf) {
        Leaf found = leaves.get(leaf);
        return found == null ? "" : found.value();
    }

    List<Part> children() {
        return children;
    }

    List<List<String>> likenesses() {
        return likenesses;
    }

    /** Everything it says of itself except where it belongs. */
    String content() {
        StringBuilder content = new StringBuilder();
        write(content);
        return content.toString();
    }

    private void write(StringBuilder content) {
        content.append('(').append(kind);
        new TreeMap<>(leaves).forEach((leaf, said) -> {
            if (!PLACES.contains(leaf)) {
                content.append('|').append(leaf).append('=').append(said.value());
            }
        });
        children.forEach(child -> child.write(content));
        content.append(')');
    }
}
