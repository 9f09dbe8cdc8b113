package cymru.diogelu.worklist.pages;

import cymru.diogelu.access.OtherSites;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a form sent when it could not be taken: the session had ended, or the database was away. It waits in the page
 * that says so, and nowhere else, until the person who typed it sends it once more.
 *
 * @param path where the words go, or the page to look at again where nothing was typed
 * @param writer sign-in name of who typed the words, absent where nothing was typed
 */
record KeptRequest(String path, @Nullable String writer, Map<String, List<String>> fields) {

    /** So begin the fields that nobody typed. */
    private static final String OURS = "kept.";

    private static final String WRITER = "kept.writer";
    private static final String PATH = "kept.path";
    private static final String FIELD = "kept.field.";

    /** Pages into which people type; other buttons are not pressed again for anybody. */
    private static final Pattern WORDS = Pattern.compile(
            "/tasks/[A-Za-z0-9-]+(?:/hand-over)?|/concern/(?!anew|check|receipt)[a-z0-9-]+(?:/\\d{1,2})?");

    private static final Pattern BUTTON = Pattern.compile("(/tasks/[A-Za-z0-9-]+)/[a-z]+|(/concern)/[a-z]+");
    private static final Pattern PLACE = Pattern.compile("/tasks/[A-Za-z0-9-]+|/concern/check");

    private static final int SENTENCE = 20;
    private static final List<String> NEVER = List.of("_csrf", "username", "password");

    /**
     * What came without a session, or with one that has ended. Another site's words are never offered as a person's own.
     *
     * @param path where it was sent to, null where it came along with the sign-in
     */
    static @Nullable KeptRequest withoutSession(HttpServletRequest request, @Nullable String path) {
        if (!request.getMethod().equals("POST") || OtherSites.sent(request)) {
            return null;
        }
        String again = request.getParameter(PATH);
        return again == null ? sent(request, path) : carried(request, again);
    }

    /** What came with a session, from a page of ours, and could not be answered. */
    static @Nullable KeptRequest unanswered(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                ? new KeptRequest(request.getRequestURI(), request.getParameter(WRITER), fields(request, ""))
                : null;
    }

    private static @Nullable KeptRequest sent(HttpServletRequest request, @Nullable String path) {
        if (path == null) {
            return null;
        }
        String writer = request.getParameter(WRITER);
        if (writer != null && WORDS.matcher(path).matches()) {
            return new KeptRequest(path, writer, fields(request, ""));
        }
        Matcher button = BUTTON.matcher(path);
        return button.matches() ? place(button.group(1) == null ? "/concern/check" : button.group(1)) : null;
    }

    /** A page that asked to sign in again carried it along. */
    private static @Nullable KeptRequest carried(HttpServletRequest request, String path) {
        String writer = request.getParameter(FIELD + WRITER);
        return writer != null && WORDS.matcher(path).matches()
                ? new KeptRequest(path, writer, fields(request, FIELD))
                : PLACE.matcher(path).matches() ? place(path) : null;
    }

    private static KeptRequest place(String path) {
        return new KeptRequest(path, null, Map.of());
    }

    private static Map<String, List<String>> fields(HttpServletRequest request, String prefix) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith(prefix) && !NEVER.contains(name)) {
                fields.put(name.substring(prefix.length()), List.of(values));
            }
        });
        return fields;
    }

    /** Whether nothing was typed. */
    public boolean empty() {
        return fields.isEmpty();
    }

    /** What was typed at length, to be seen before it is sent. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        fields.forEach((name, values) -> values.stream()
                .filter(value -> !name.startsWith(OURS) && value.length() >= SENTENCE)
                .forEach(sentences::add));
        return sentences;
    }
}
