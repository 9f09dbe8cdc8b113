package cymru.diogelu.procedures;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The place in a worklist after which the next page begins. */
record TaskCursor(Instant due, String id) {

    /** Milliseconds and an id as the engine makes them; a database may refuse what lies beyond either. */
    private static final Pattern CURSOR = Pattern.compile("([0-9]{1,15}) ([0-9A-Za-z-]{1,64})");

    static TaskCursor after(OpenTask task) {
        return new TaskCursor(task.due() == null ? OpenTask.NEVER : task.due(), task.id());
    }

    /** @throws IllegalArgumentException when the text is no cursor of ours */
    static TaskCursor parse(String text) {
        String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        Matcher cursor = CURSOR.matcher(plain);
        if (!cursor.matches()) {
            throw new IllegalArgumentException("not a cursor");
        }
        Instant due = Instant.ofEpochMilli(Long.parseLong(cursor.group(1)));
        if (due.isAfter(OpenTask.NEVER)) {
            throw new IllegalArgumentException("not a cursor");
        }
        return new TaskCursor(due, cursor.group(2));
    }

    String text() {
        byte[] plain = (due.toEpochMilli() + " " + id).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }
}
