package cymru.diogelu.modelcheck.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What can be chosen, made small: options that nothing tells apart stand for one another. Of lists, those with none, one,
 * two and all kinds of options are tried, which is stated as a bound of the proof.
 */
final class Choices {

    /** Two of a kind, so that two answers to different questions can be equal or differ. */
    private static final int OF_A_KIND = 2;

    private Choices() {}

    /** @param mentions the texts that each expression and cell mentions which reads the answer */
    static List<String> one(List<String> options, List<Set<String>> mentions) {
        return kinds(options, mentions).stream()
                .flatMap(kind -> kind.stream().limit(OF_A_KIND))
                .toList();
    }

    /** Lists of options; the empty list is not among them. */
    static List<List<String>> several(List<String> options, List<Set<String>> mentions) {
        List<String> kinds =
                kinds(options, mentions).stream().map(kind -> kind.get(0)).toList();
        List<List<String>> lists = new ArrayList<>();
        for (int first = 0; first < kinds.size(); first++) {
            lists.add(List.of(kinds.get(first)));
            for (int second = first + 1; second < kinds.size(); second++) {
                lists.add(List.of(kinds.get(first), kinds.get(second)));
            }
        }
        if (kinds.size() > 2) {
            lists.add(kinds);
        }
        return lists;
    }

    /** Of which kinds an answer is, one or several. */
    static Set<List<Boolean>> kinds(Object answer, List<Set<String>> mentions) {
        Stream<?> chosen = answer instanceof List<?> several ? several.stream() : Stream.of(answer);
        return chosen.map(option -> signature(String.valueOf(option), mentions.stream()))
                .collect(Collectors.toSet());
    }

    private static List<List<String>> kinds(List<String> options, List<Set<String>> mentions) {
        Map<List<Boolean>, List<String>> kinds = new LinkedHashMap<>();
        for (String option : options) {
            List<Boolean> signature = signature(option, mentions.stream());
            kinds.computeIfAbsent(signature, none -> new ArrayList<>()).add(option);
        }
        return List.copyOf(kinds.values());
    }

    private static List<Boolean> signature(String option, Stream<Set<String>> mentions) {
        return mentions.map(texts -> texts.contains(option)).toList();
    }
}
