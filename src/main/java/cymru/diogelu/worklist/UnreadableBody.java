package cymru.diogelu.worklist;

import java.util.List;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Finds which property of a JSON body is to blame, without repeating what stood in it. */
final class UnreadableBody {

    private static final String NAME = "[A-Za-z][A-Za-z0-9_-]{0,49}";

    private UnreadableBody() {}

    /** Empty when the body is no JSON at all, or no object. */
    static List<InvalidRequest.Fault> faults(HttpMessageNotReadableException unreadable) {
        if (!(unreadable.getCause() instanceof DatabindException wrong)
                || wrong.getPath().isEmpty()) {
            return List.of();
        }
        String name = wrong.getPath().get(0).getPropertyName();
        String code = wrong instanceof UnrecognizedPropertyException ? "unknown" : "wrongType";
        return List.of(new InvalidRequest.Fault(name != null && name.matches(NAME) ? name : "?", code));
    }
}
