package cymru.diogelu.worklist.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A concern on its way from the first page to its receipt.
 *
 * @param key under which it is handed in, so that it opens its cases once
 * @param left the addresses of the pages that were answered and left, the latest last
 * @param answers as they were typed; none any more when they were handed in
 * @param opened the references of the cases, when it was handed in
 * @param keptOn by the address of a page, the name of the page as it was opened once that kept its answers last
 */
record ConcernDraft(
        String key, Set<String> left, Map<String, Object> answers, List<String> opened, Map<String, String> keptOn) {

    private static final Pattern ROW = Pattern.compile("(.+)/(\\d+)");

    static ConcernDraft fresh() {
        return new ConcernDraft(
                UUID.randomUUID().toString(),
                new LinkedHashSet<>(),
                new LinkedHashMap<>(),
                List.of(),
                new LinkedHashMap<>());
    }

    ConcernDraft handedIn(List<String> references) {
        return new ConcernDraft(key, Set.of(), Map.of(), references, Map.of());
    }

    /** Its cases were opened with other answers than these, and the draft was not told: these are in no record. */
    ConcernDraft handedInBefore(List<String> references) {
        return new ConcernDraft(key, left, answers, references, keptOn);
    }

    /** Whether these are the cases of other answers than it holds. */
    boolean differsFrom(String reference) {
        return opened.contains(reference) && !answers.isEmpty();
    }

    boolean unfinished() {
        return opened.isEmpty() && !answers.isEmpty();
    }

    /** Takes a row's pages out, and moves those of the rows behind it up: what is open now may be about another row. */
    void closeUp(Set<String> pages, int removed) {
        keptOn.clear();
        List<String> before = new ArrayList<>(left);
        left.clear();
        for (String address : before) {
            Matcher row = ROW.matcher(address);
            if (!row.matches() || !pages.contains(row.group(1))) {
                left.add(address);
            } else if (Integer.parseInt(row.group(2)) != removed) {
                int number = Integer.parseInt(row.group(2));
                left.add(row.group(1) + "/" + (number > removed ? number - 1 : number));
            }
        }
    }

    Map<String, Object> kept() {
        return Map.of("key", key, "left", List.copyOf(left), "answers", answers, "opened", opened, "keptOn", keptOn);
    }

    @SuppressWarnings("unchecked")
    static ConcernDraft of(Map<String, Object> kept) {
        return new ConcernDraft(
                Objects.toString(kept.get("key")),
                new LinkedHashSet<>((List<String>) kept.getOrDefault("left", List.of())),
                (Map<String, Object>) kept.getOrDefault("answers", new LinkedHashMap<>()),
                (List<String>) kept.getOrDefault("opened", List.of()),
                (Map<String, String>) kept.getOrDefault("keptOn", new LinkedHashMap<>()));
    }
}
