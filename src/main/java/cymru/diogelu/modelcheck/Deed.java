package cymru.diogelu.modelcheck;

import java.util.List;
import java.util.Map;

/**
 * What somebody has to do, or which limit has to pass, so that a case comes to break a rule.
 *
 * @param element what is answered or passes, as {@code procedure/element}
 * @param member of a repeated step, for whom; else empty
 * @param answers those that lead there; of lists, one row
 * @param answered the paths of questions to which any answer does that the form takes
 * @param blank the paths of questions that have to be left without an answer
 */
public record Deed(
        Kind what,
        String element,
        String member,
        Map<String, Object> answers,
        List<String> answered,
        List<String> blank) {

    public enum Kind {
        /** The concern is raised. */
        RAISED,
        ANSWERED,
        /** A limit passes, or a time that was waited for has come. */
        PASSED
    }

    /** @param element the timer */
    public static Deed passed(String element) {
        return new Deed(Kind.PASSED, element, "", Map.of(), List.of(), List.of());
    }
}
