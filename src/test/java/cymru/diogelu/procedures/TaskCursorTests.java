package cymru.diogelu.procedures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskCursorTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775807 x",
                "253370764800001 1",
                "-1 1",
                "0 \0",
                "0 ",
                "0",
                "0 1 2",
                "0 caf\u00e9",
                "\u0664 1",
                "0 12345678901234567890123456789012345678901234567890123456789012345"
            })
    void refusesATextThatIsNoCursorOfOurs(String plain) {
        String text = Base64.getUrlEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));

        assertThatIllegalArgumentException().isThrownBy(() -> TaskCursor.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "2026-10-25T01:30:00Z", "9999-01-01T00:00:00Z"})
    void readsWhatItWrote(Instant due) {
        TaskCursor cursor = new TaskCursor(due, "3f0c9c5e-1111-11ee-8c99-0242ac120002");

        assertThat(TaskCursor.parse(cursor.text())).isEqualTo(cursor);
    }

    @Test
    void refusesATextThatIsNotEncoded() {
        assertThatIllegalArgumentException().isThrownBy(() -> TaskCursor.parse("%"));
    }
}
