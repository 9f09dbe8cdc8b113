package cymru.diogelu.designer;

import cymru.diogelu.language.Bilingual;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One story of the scenario book, as a designer writes it.
 *
 * @param file where it stands
 * @param at when the concern is raised
 * @param by the group that raises it
 * @param concern what differs from the usual answers of the concern form
 * @param outcome the end of the root procedure that the case must reach; absent when the story stops before
 * @param passed elements that must have been reached, as {@code procedure/element}
 * @param avoided elements that must not have been reached
 * @param keeps the ids of statutory rules that the case must not break; where there are any, the story says nothing of an end
 *     that it does not name, and a case that cannot go its way keeps them there
 */
record Scenario(
        String file,
        Bilingual name,
        OffsetDateTime at,
        String by,
        Answers concern,
        List<Step> steps,
        @Nullable String outcome,
        List<String> passed,
        List<String> avoided,
        List<String> keeps) {

    /**
     * What is answered to a form.
     *
     * @param given what differs from the rest; null takes an answer away
     * @param rest with what the form is filled beside that
     * @param answered by path, the questions that must be answered with whatever the form takes
     * @param blank by path, the questions that must be left without an answer
     */
    record Answers(Map<String, Object> given, Rest rest, List<String> answered, List<String> blank) {

        static Answers asUsual(Map<String, Object> given) {
            return new Answers(given, Rest.USUAL, List.of(), List.of());
        }
    }

    /** What a story leaves to others. */
    enum Rest {
        /** The usual answers of the form. */
        USUAL,
        /** Any answers that the form takes. */
        ANYTHING
    }

    /** One thing that happens, and what must hold after it. */
    sealed interface Step {
        Expectation expect();
    }

    /**
     * Somebody answers a task.
     *
     * @param task the element's id, or {@code procedure/element} where several procedures have one of that id
     * @param about what a repeated task is about, such as the invited role
     * @param refused the fields that the form must object to, with the code of the objection; none when it must not
     */
    record Submit(
            String task,
            @Nullable String about,
            @Nullable String by,
            Answers answers,
            Map<String, Object> refused,
            Expectation expect)
            implements Step {}

    /** Time passes: to an instant, or by an ISO 8601 length. */
    record Wait(String length, Expectation expect) implements Step {}

    /**
     * Time passes until a limit does, or until something that was waited for has come.
     *
     * @param element the timer, as {@code procedure/element}
     */
    record Passes(String element, Expectation expect) implements Step {}

    /** Everybody answers what they are asked, as usual, until nothing is open. */
    record Finish(Map<String, Map<String, Object>> answers, Expectation expect) implements Step {}

    /** What must hold: tasks offered, tasks not offered, entries in the record. */
    record Expectation(List<Offered> offered, List<String> notOffered, List<Recorded> recorded) {}

    /** An open task, with its group and due date where the story states them. */
    record Offered(String task, @Nullable String to, @Nullable OffsetDateTime due) {}

    /** An entry of the record: its kind, and values its body or subject must have. */
    record Recorded(String kind, Map<String, Object> with) {}
}
