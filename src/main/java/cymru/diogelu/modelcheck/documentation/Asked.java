package cymru.diogelu.modelcheck.documentation;

import cymru.diogelu.modelcheck.reading.Expression;
import cymru.diogelu.modelcheck.reading.Node;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who is asked for a task.
 *
 * @param how the function that finds the group, such as {@code group.named}; empty for plain text or nobody
 * @param key the role, the variable or the rung that it is asked for; the text itself where it is none of ours
 */
record Asked(String how, String key) implements Comparable<Asked> {

    private static final String NAMED = "group.named";

    /** Finding the commas outside brackets takes long in a longer list. */
    private static final int LONGEST_LIST = 2_000;

    static Asked role(String key) {
        return new Asked(NAMED, key);
    }

    static List<Asked> of(Node task) {
        String groups = task.camunda("candidateGroups");
        if (groups.isBlank() || groups.length() > LONGEST_LIST) {
            return List.of(new Asked("", groups.isBlank() ? "" : groups.substring(0, LONGEST_LIST)));
        }
        return Stream.of(groups.split(",(?![^(]*\\))"))
                .map(String::strip)
                .map(Asked::read)
                .distinct()
                .toList();
    }

    private static Asked read(String group) {
        Expression expression = Expression.of(group);
        if (expression.shape() != Expression.Shape.CALL) {
            return new Asked("", group);
        }
        String key = Stream.concat(expression.texts().stream(), expression.literals().stream())
                .findFirst()
                .orElse("");
        return new Asked(expression.name(), key);
    }

    boolean named() {
        return how.equals(NAMED);
    }

    String words(Speech speech) {
        if (how.isEmpty() && key.isEmpty()) {
            return speech.say("asked.nobody");
        }
        Optional<String> sentence = speech.words().find("asked." + how);
        String asked = key.matches("\\d+") ? key : Page.code(key);
        return sentence.map(words -> words.formatted(asked)).orElse(asked);
    }

    @Override
    public int compareTo(Asked other) {
        return Comparator.comparing(Asked::how).thenComparing(Asked::key).compare(this, other);
    }
}
