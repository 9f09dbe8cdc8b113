package cymru.diogelu.bench;

import java.util.List;
import java.util.Map;

/**
 * One case as it was walked once: the concern, then who answered what, in order. Both sides of the comparison are told
 * the same story.
 */
record Story(String reporter, Answered concern, List<Answered> steps, String outcome) {

    /** How many forms are sent in one case, the concern among them. */
    int submissions() {
        return steps.size() + 1;
    }

    /**
     * The answers to one form.
     *
     * @param step the task as {@code procedure/element}
     * @param answers what a person sends to us
     * @param variables the same answers as the variables of a bare engine; what a model reads is there even if empty
     */
    record Answered(String step, Map<String, Object> answers, Map<String, Object> variables) {}
}
