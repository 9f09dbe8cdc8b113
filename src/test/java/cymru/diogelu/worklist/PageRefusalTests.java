package cymru.diogelu.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.api.Answer;
import cymru.diogelu.api.ApiTest;
import cymru.diogelu.api.Caller;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is refused before any page of ours is reached: whoever looks at pages gets a page in their language. */
@ApiTest
@ExtendWith(OutputCaptureExtension.class)
class PageRefusalTests {

    private static final String FORM = "application/x-www-form-urlencoded";

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(ints = {1_100_000, 5_000_000})
    void saysOfAFormThatIsTooLongWhatToDo(int length, CapturedOutput log) {
        BodyPublisher words = BodyPublishers.ofString("note=" + "z".repeat(length));

        assertTooLong(post(reader(), words), post(reader().cymraeg(), words));
        assertThat(log.getAll()).doesNotContain("ERROR");
    }

    @Test
    void holdsAFormThatDoesNotSayHowLongItIsToTheSameLimit(CapturedOutput log) {
        BodyPublisher words = chunked("note=" + "z".repeat(1_100_000));

        assertTooLong(post(reader(), words), post(reader().cymraeg(), words));
        assertThat(log.getAll()).doesNotContain("ERROR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tasks/540;x=1", "/tasks//540", "/tasks/a%0Ab"})
    void answersAMalformedAddressWithAPage(String address) {
        assertPage(reader().get(address), 400, "That could not be read", "call 999");
        assertPage(reader().cymraeg().get(address), 400, "Ni ellid darllen hynny", "ffoniwch 999");
    }

    private static void assertTooLong(Answer english, Answer welsh) {
        assertPage(english, 413, "That is too long to be sent", "still in this window", "call 999");
        assertPage(welsh, 413, "Mae hynny&#39;n rhy hir i&#39;w anfon", "yn dal yn y ffenestr hon", "ffoniwch 999");
    }

    private static void assertPage(Answer answer, int status, String... words) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.type()).startsWith("text/html");
        assertThat(answer.text()).contains(words);
    }

    private static Answer post(Caller reader, BodyPublisher body) {
        return reader.call("POST", "/tasks/540", body, FORM);
    }

    private static BodyPublisher chunked(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
    }

    private Caller reader() {
        return Caller.nobody(port).with("Accept", "text/html");
    }
}
