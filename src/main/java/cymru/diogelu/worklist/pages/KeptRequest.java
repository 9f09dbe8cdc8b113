package cymru.diogelu.worklist.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a form sent when it could not be taken: the session had ended, or the database was away. It waits in the page
 * that says so, and nowhere else, until the person sends it once more.
 */
record KeptRequest(String path, Map<String, List<String>> fields) {

    private static final String PATH = "kept.path";
    private static final String FIELD = "kept.field.";

    /** Forms that people fill in; nothing else is sent again for them. */
    private static final Pattern FORM = Pattern.compile("/(?:tasks|concern)(?:/[A-Za-z0-9-]+)*");

    private static final List<String> NEVER = List.of("_csrf", "username", "password");

    /** @param path where the form was sent to */
    static @Nullable KeptRequest of(HttpServletRequest request, @Nullable String path) {
        String again = request.getParameter(PATH);
        return again == null ? sent(request, path) : carried(request, again);
    }

    private static @Nullable KeptRequest sent(HttpServletRequest request, @Nullable String path) {
        if (path == null
                || !FORM.matcher(path).matches()
                || !request.getMethod().equals("POST")) {
            return null;
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!NEVER.contains(name)) {
                fields.put(name, List.of(values));
            }
        });
        return new KeptRequest(path, fields);
    }

    /** A page that asked to sign in again carried it along. */
    private static @Nullable KeptRequest carried(HttpServletRequest request, String path) {
        if (!FORM.matcher(path).matches()) {
            return null;
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith(FIELD)) {
                fields.put(name.substring(FIELD.length()), List.of(values));
            }
        });
        return new KeptRequest(path, fields);
    }
}
