package cymru.diogelu.modelcheck.compare;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ids that changed while what they stand for stayed. Whatever names one by its new id says the same as before: inside
 * its file, or in every file where it is a procedure, a table or a form.
 */
final class Renames {

    private static final String KNOWN_EVERYWHERE = "process|decision|form";

    /** The values that name other parts, beside those whose name ends in Ref and expressions of forms. */
    private static final Set<String> NAMING = Set.of(
            "id",
            "key",
            "path",
            "inside",
            "default",
            "incoming",
            "outgoing",
            "sourceExpression",
            "calledElement",
            "href",
            "properties.notBefore",
            "properties.notAfter",
            "properties.departsFrom");

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{1,200}");

    private final Map<String, String> everywhere = new HashMap<>();
    private final Map<String, Map<String, String>> byFile = new HashMap<>();

    /** A component inside a list is named by its key alone where its list is understood. */
    void put(Part before, Part after) {
        if (before.kind().matches(KNOWN_EVERYWHERE)) {
            everywhere.put(before.id(), after.id());
        }
        String from = before.id().substring(before.id().lastIndexOf('.') + 1);
        String to = after.id().substring(after.id().lastIndexOf('.') + 1);
        if (!from.equals(to) && !before.kind().equals("answer")) {
            byFile.computeIfAbsent(before.file(), unseen -> new HashMap<>()).put(from, to);
        }
    }

    /** Whether two values of a leaf say the same, of which the first is of the set before. */
    boolean same(Part part, String leaf, String before, String after) {
        boolean names = NAMING.contains(leaf) || leaf.endsWith("Ref") || before.startsWith("=");
        return before.equals(after)
                || names && (of(part, before).equals(after) || after.equals(everywhere.get(before)));
    }

    /** A value of a part of the set before in the ids of the set after. */
    String of(Part part, String value) {
        Map<String, String> ids = byFile.getOrDefault(part.file(), Map.of());
        return ids.isEmpty() ? value : WORD.matcher(value).replaceAll(word -> renamed(word.group(), ids));
    }

    /** A word that is an id, or ends in one after an underscore, as the ids of smaller parts do. */
    private static String renamed(String word, Map<String, String> ids) {
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
