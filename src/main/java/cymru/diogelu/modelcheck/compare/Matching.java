package cymru.diogelu.modelcheck.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds which part of one version is which of another: by id, else by a likeness that no other part has. Takes as long as
 * the files are large, never as long as all their parts times all.
 */
final class Matching {

    private static final int MOST_LIKENESSES = 3;

    private final Renames renames;

    Matching(Renames renames) {
        this.renames = renames;
    }

    /** The two parts with everything inside them matched; ids that changed are known to the renames afterwards. */
    Pair match(Part before, Part after, @Nullable Pair around) {
        Pair pair = new Pair(before, after, around);
        Map<Part, Part> found = new IdentityHashMap<>();
        Map<String, Part> left = byId(before.children());
        Map<String, Part> right = byId(after.children());
        matchIds(left, right, found);
        for (boolean ways : new boolean[] {false, true}) {
            for (int round = 0; round < MOST_LIKENESSES; round++) {
                matchAlike(left, right, found, round, ways);
            }
        }
        pair.removed().addAll(left.values());
        pair.added().addAll(right.values());
        Map<Part, Part> sources = new IdentityHashMap<>();
        found.forEach((old, now) -> sources.put(now, old));
        for (Part child : after.children()) {
            Part old = sources.get(child);
            if (old != null) {
                pair.kept().add(match(old, child, pair));
            }
        }
        pair.moved().addAll(moved(pair));
        return pair;
    }

    private static Map<String, Part> byId(List<Part> parts) {
        Map<String, Part> byId = new LinkedHashMap<>();
        Map<String, Integer> copies = new HashMap<>();
        for (Part part : parts) {
            int copy = copies.merge(part.id(), 1, Integer::sum);
            byId.put(copy == 1 ? part.id() : part.id() + " #" + copy, part);
        }
        return byId;
    }

    private static void matchIds(Map<String, Part> left, Map<String, Part> right, Map<Part, Part> found) {
        for (String id : List.copyOf(left.keySet())) {
            Part now = right.remove(id);
            Part old = now == null ? null : left.remove(id);
            if (now != null && old != null) {
                found.put(old, now);
            }
        }
    }

    private void matchAlike(
            Map<String, Part> left, Map<String, Part> right, Map<Part, Part> found, int round, boolean ways) {
        Map<String, String> before = unique(left, part -> likeness(part, round, ways, word -> renames.of(part, word)));
        Map<String, String> after = unique(right, part -> likeness(part, round, ways, Function.identity()));
        before.forEach((likeness, id) -> {
            Part now = after.containsKey(likeness) ? right.remove(after.get(likeness)) : null;
            Part old = now == null ? null : left.remove(id);
            if (now != null && old != null) {
                found.put(old, now);
                if (old.name().isPresent()) {
                    renames.put(old, now);
                }
            }
        });
    }

    private static Map<String, String> unique(Map<String, Part> parts, Function<Part, String> likeness) {
        Map<String, String> unique = new LinkedHashMap<>();
        Set<String> several = new HashSet<>();
        parts.forEach((id, part) -> {
            String words = likeness.apply(part);
            if (!words.isEmpty() && unique.put(words, id) != null) {
                several.add(words);
            }
        });
        unique.keySet().removeAll(several);
        return unique;
    }

    /** Ways are known by their ends, which have to be matched before them. */
    private static String likeness(Part part, int round, boolean ways, Function<String, String> renamed) {
        boolean way = part.leaves().containsKey("sourceRef");
        if (way != ways || round >= part.likenesses().size()) {
            return "";
        }
        return round
                + part.likenesses().get(round).stream()
                        .map(word -> word.isEmpty() ? renamed.apply(part.content()) : renamed.apply(word))
                        .collect(Collectors.joining("\n"));
    }

    private static List<Pair> moved(Pair pair) {
        Map<Part, Integer> places = new IdentityHashMap<>();
        pair.before().children().forEach(child -> places.put(child, places.size()));
        Map<String, List<Pair>> orders = pair.kept().stream()
                .filter(kept -> !kept.after().order().isEmpty())
                .filter(kept -> kept.before().order().equals(kept.after().order()))
                .collect(Collectors.groupingBy(kept -> kept.after().order(), LinkedHashMap::new, Collectors.toList()));
        List<Pair> moved = new ArrayList<>();
        orders.values().forEach(order -> moved.addAll(outOfLine(order, kept -> places.getOrDefault(kept.before(), 0))));
        return moved;
    }

    /** The fewest that have to change their place for all to stand in the order they stood in before. */
    private static List<Pair> outOfLine(List<Pair> pairs, Function<Pair, Integer> place) {
        List<Integer> ends = new ArrayList<>();
        int[] previous = new int[pairs.size()];
        for (int i = 0; i < pairs.size(); i++) {
            int here = place.apply(pairs.get(i));
            int from = firstNotBelow(ends, here, pairs, place);
            previous[i] = from == 0 ? -1 : ends.get(from - 1);
            if (from == ends.size()) {
                ends.add(i);
            } else {
                ends.set(from, i);
            }
        }
        Set<Integer> inLine = new HashSet<>();
        for (int i = ends.isEmpty() ? -1 : ends.get(ends.size() - 1); i >= 0; i = previous[i]) {
            inLine.add(i);
        }
        return IntStream.range(0, pairs.size())
                .filter(i -> !inLine.contains(i))
                .mapToObj(pairs::get)
                .sorted(Comparator.comparing(place))
                .toList();
    }

    private static int firstNotBelow(List<Integer> ends, int here, List<Pair> pairs, Function<Pair, Integer> place) {
        int low = 0;
        int high = ends.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (place.apply(pairs.get(ends.get(middle))) < here) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
