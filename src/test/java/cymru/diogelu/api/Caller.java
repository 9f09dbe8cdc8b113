package cymru.diogelu.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** One person of the demonstration who calls the API with their password; copies speak another language or add headers. */
public final class Caller {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI service;
    private final Map<String, String> headers;

    private Caller(URI service, Map<String, String> headers) {
        this.service = service;
        this.headers = headers;
    }

    /** Whoever has not signed in. */
    public static Caller nobody(int port) {
        return new Caller(URI.create("http://127.0.0.1:" + port), Map.of("Accept-Language", "en"));
    }

    public Caller as(String user) {
        return as(user, "test");
    }

    public Caller as(String user, String password) {
        byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    public Caller with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Caller(service, more);
    }

    public Caller cymraeg() {
        return with("Accept-Language", "cy");
    }

    public Answer get(String path) {
        return call("GET", path, BodyPublishers.noBody(), "");
    }

    /** Sends an object as JSON. */
    public Answer post(String path, Object body) {
        return postText(path, JSON.writeValueAsString(body));
    }

    public Answer post(String path) {
        return call("POST", path, BodyPublishers.noBody(), "");
    }

    /** Sends text as it is under the name of JSON. */
    public Answer postText(String path, String body) {
        return call("POST", path, BodyPublishers.ofString(body), "application/json");
    }

    /** Sends text without saying how long it is. */
    public Answer postChunked(String path, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return call(
                "POST", path, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)), "application/json");
    }

    public Answer call(String method, String path, BodyPublisher body, String type) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(service.resolve(path)).method(method, body);
        headers.forEach(request::header);
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        try {
            return Answer.of(CLIENT.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
