package cymru.diogelu.worklist;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answers of a form, by field key. */
record AnswersRequest(@Nullable Map<String, Object> answers) {

    Map<String, Object> required() {
        if (answers == null) {
            throw new MissingAnswers();
        }
        return answers;
    }

    /** The request has no object named {@code answers}. */
    static final class MissingAnswers extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
