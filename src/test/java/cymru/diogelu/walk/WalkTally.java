package cymru.diogelu.walk;

import cymru.diogelu.api.Answer;
import java.util.Map;
import java.util.TreeMap;

/** Counts what the walks met. */
final class WalkTally {

    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private int cases;
    private int submissions;
    private int longest;

    Answer count(Answer answer) {
        statuses.merge(answer.status(), 1, Integer::sum);
        return answer;
    }

    void submitted() {
        submissions++;
    }

    void ended(String outcome, int entries) {
        cases++;
        outcomes.merge(outcome, 1, Integer::sum);
        longest = Math.max(longest, entries);
    }

    int cases() {
        return cases;
    }

    int submissions() {
        return submissions;
    }

    int longest() {
        return longest;
    }

    Map<Integer, Integer> statuses() {
        return statuses;
    }

    Map<String, Integer> outcomes() {
        return outcomes;
    }

    int faults() {
        return statuses.entrySet().stream()
                .filter(status -> status.getKey() >= 500)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
