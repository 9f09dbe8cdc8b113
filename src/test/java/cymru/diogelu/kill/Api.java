package cymru.diogelu.kill;

import java.io.IOException;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program's API as its callers see it. */
final class Api {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The program did not answer: it was killed meanwhile, and nobody knows what became of the request. */
    static final class Gone extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Gone(Throwable cause) {
            super(cause);
        }
    }

    /** An answer of the program. */
    record Answer(int status, JsonNode body) {

        boolean accepted() {
            return status / 100 == 2;
        }

        JsonNode required() {
            if (!accepted()) {
                throw new IllegalStateException("answered %d: %s".formatted(status, body));
            }
            return body;
        }
    }

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String base;
    private final String password;

    Api(int port, String password) {
        this.base = "http://127.0.0.1:" + port;
        this.password = password;
    }

    boolean answers() {
        try {
            return get("auditor", "/api/v1/forms/concern").accepted();
        } catch (Gone notYet) {
            return false;
        }
    }

    Answer get(String user, String path) {
        return send(request(user, path).GET().build());
    }

    Answer post(String user, String path, String key, Map<String, ?> body) {
        return send(request(user, path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    private HttpRequest.Builder request(String user, String path) {
        String credentials = user + ":" + password;
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept-Language", "en")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException gone) {
            throw new Gone(gone);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
