package cymru.diogelu.designer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The interface of a program in a sandbox, as any of its invented people. */
final class SandboxApi {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final int FIRST_FAULT = 400;

    private final URI program;
    private final String password;

    SandboxApi(int port, String password) {
        this.program = URI.create("http://127.0.0.1:" + port);
        this.password = password;
    }

    Map<String, Object> get(String path, String user, String language) {
        return send(request(path, user, language).GET().build());
    }

    /** @throws SandboxRefused as the program in the sandbox refuses */
    Map<String, Object> post(String path, String user, String language, Map<String, Object> body) {
        String json = JsonMapper.shared().writeValueAsString(body);
        return send(request(path, user, language)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    private HttpRequest.Builder request(String path, String user, String language) {
        byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(program.resolve(path))
                .timeout(LONGEST)
                .header("Accept-Language", language)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    private static Map<String, Object> send(HttpRequest request) {
        try {
            HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
            Map<String, Object> body = answer.body().isBlank()
                    ? Map.of()
                    : JsonMapper.shared().readValue(answer.body(), new TypeReference<Map<String, Object>>() {});
            if (answer.statusCode() >= FIRST_FAULT) {
                throw new SandboxRefused(answer.statusCode(), body);
            }
            return body;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
