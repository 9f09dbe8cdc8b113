package cymru.diogelu.modelcheck.compare;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ids that changed while what they stand for stayed. Whatever names one by its new id says the same as before. */
final class Renames {

    /** What people read never names an id. */
    private static final Set<String> SPOKEN = Set.of("name", "label", "documentation", "text", "description");

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{1,200}");

    private final Map<String, String> ids = new HashMap<>();

    /** A component inside a list is named by its key alone where its list is understood. */
    void put(String before, String after) {
        String from = before.substring(before.lastIndexOf('.') + 1);
        String to = after.substring(after.lastIndexOf('.') + 1);
        if (!from.equals(to)) {
            ids.put(from, to);
        }
    }

    /** Whether two values of a leaf say the same. */
    boolean same(String leaf, String before, String after) {
        return before.equals(after) || !spoken(leaf) && of(before).equals(after);
    }

    private static boolean spoken(String leaf) {
        return SPOKEN.contains(leaf) || leaf.startsWith("cy") || leaf.startsWith("property cy");
    }

    /** A value of the set before in the ids of the set after. */
    String of(String value) {
        return ids.isEmpty() ? value : WORD.matcher(value).replaceAll(word -> renamed(word.group()));
    }

    /** A word that is an id, or ends in one after an underscore, as the ids of smaller parts do. */
    private String renamed(String word) {
        int from = 0;
        while (from >= 0) {
            String after = ids.get(word.substring(from));
            if (after != null) {
                return Matcher.quoteReplacement(word.substring(0, from) + after);
            }
            int next = word.indexOf('_', from);
            from = next < 0 ? -1 : next + 1;
        }
        return Matcher.quoteReplacement(word);
    }
}
