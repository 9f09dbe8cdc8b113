package cymru.diogelu.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.api.ApiTest;
import cymru.diogelu.api.Caller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code -Ddiogelu.write=true} writes the description anew. */
@ApiTest
class ApiDescriptionTests {

    private static final Path COMMITTED = Path.of("docs", "api", "openapi.json");

    @LocalServerPort
    private int port;

    @Test
    void theCommittedDescriptionIsTheServedOne() throws IOException {
        String served = pretty(Caller.nobody(port).get("/v3/api-docs").json());
        if (Boolean.getBoolean("diogelu.write")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, served);
        }

        assertThat(Files.readString(COMMITTED)).isEqualTo(served);
    }

    @Test
    @SuppressWarnings("unchecked")
    void everyCallSaysWhatItTakesAndGives() {
        var paths = (Map<String, Map<String, Map<String, Object>>>)
                Objects.requireNonNull(Caller.nobody(port).get("/v3/api-docs").get("paths"));

        assertThat(paths).hasSizeGreaterThanOrEqualTo(13);
        paths.forEach((path, calls) -> calls.forEach((method, call) -> {
            assertThat(call).as("%s %s", method, path).containsKeys("summary", "responses");
            assertThat(String.valueOf(call)).contains("application/problem+json", "Accept-Language");
        }));
    }

    private static String pretty(Map<String, Object> json) {
        return JsonMapper.builder()
                        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(json)
                + "\n";
    }
}
