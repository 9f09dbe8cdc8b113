package cymru.diogelu.modelcheck.proof;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which of all answers that a form takes are given. */
interface Answering {

    /** @param facts what is known beside the form */
    List<Map<String, Object>> answers(FormSpace space, Map<String, ? extends @Nullable Object> facts);
}
