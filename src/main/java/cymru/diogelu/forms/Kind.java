package cymru.diogelu.forms;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What sort of answer a question takes: how one is read, which limits it keeps, and how it looks when there is none. */
sealed interface Kind permits TextKind, NumberKind, TickKind, ChoiceKind, ChoicesKind, MomentKind {

    /** The value of an unanswered question, as form-js has it and as conditions see it. */
    @Nullable
    Object empty();

    /** @param raw an answer as it came, neither null nor checked */
    Reading read(Object raw, Map<String, Object> facts);

    /** Complains about a value that has been read and is not empty. */
    void check(Object value, Trial trial);

    /** What the answer lacks when it is missing, as variant of the message {@code required}. */
    String noun();

    /** The limits, for a page. */
    Map<String, Object> constraints(Scope scope);

    default Options options() {
        return Options.NONE;
    }
}
