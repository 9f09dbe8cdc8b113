package cymru.diogelu.procedures;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** The place in a worklist after which the next page begins. */
record TaskCursor(Instant due, String id) {

    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    static TaskCursor after(OpenTask task) {
        return new TaskCursor(task.due() == null ? NEVER : task.due(), task.id());
    }

    /** @throws IllegalArgumentException when the text is no cursor of ours */
    static TaskCursor parse(String text) {
        String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        int space = plain.indexOf(' ');
        if (space < 0) {
            throw new IllegalArgumentException("not a cursor");
        }
        return new TaskCursor(
                Instant.ofEpochMilli(Long.parseLong(plain.substring(0, space))), plain.substring(space + 1));
    }

    String text() {
        byte[] plain = (due.toEpochMilli() + " " + id).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }
}
