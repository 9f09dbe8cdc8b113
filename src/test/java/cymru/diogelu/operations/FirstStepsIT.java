package cymru.diogelu.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types the first five minutes of the README into a shell, as a reader does, against the packaged program. */
class FirstStepsIT {

    private static final Path JAR = Path.of("target/diogelu.jar").toAbsolutePath();
    private static final Pattern REFERENCE = Pattern.compile("DGL-\\d{4}-\\d{6}");
    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    private Process service;
    private String address;

    @BeforeEach
    void start() throws Exception {
        String port = freePort();
        address = "http://127.0.0.1:" + port;
        service = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-jar",
                        JAR.toString(),
                        "--server.port=" + port,
                        "--diogelu.demo.password=croeso",
                        "--diogelu.demo.clock=2026-03-02T10:15:00+00:00")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("service.txt").toFile())
                .start();
        waitUntilItAnswers();
    }

    @AfterEach
    void stop() throws InterruptedException {
        service.destroy();
        service.waitFor(30, TimeUnit.SECONDS);
    }

    /** One command fails, the wrong answer that the README tries on purpose. */
    @Test
    void theFirstFiveMinutesOfPractitionerAndAuditorWork() throws Exception {
        String said = type(blocks());

        assertThat(said.lines().filter(line -> line.startsWith("failed: ")))
                .as(said)
                .hasSize(1);
        assertThat(said)
                .contains("OVERDUE", "Explain the delay", "closed, outcome preventativeSupport")
                .contains("The case ended", "Daeth yr achos i ben", "\"DL-28\"", "\"notAnOption\"", "\"intact\":true")
                .contains("Sound: nothing was changed.")
                .doesNotContain("\"intact\":false");
        theOperatorsCommandsOnTheSameData(said);
    }

    private void theOperatorsCommandsOnTheSameData(String said) throws Exception {
        String reference = REFERENCE
                .matcher(said)
                .results()
                .findFirst()
                .map(MatchResult::group)
                .orElseThrow();
        assertThat(command(1, "export", reference)).contains("already in use");
        stop();

        assertThat(command(0, "keys", "change", reference, "--reason", "a lost laptop"))
                .contains(reference);
        assertThat(command(0, "keys", "rewrap")).contains("0 keys");
        assertThat(command(1, "export", "DGL-1999-000001")).contains("There is no case");
        assertThat(command(2, "export", reference, "--format", "odd")).contains("bundle");
        command(0, "export", reference, "--out", "case.zip");
        assertThat(command(2, "export", reference, "--out", "case.zip")).contains("there already");
        assertThat(command(0, "verify", "case.zip")).contains("Sound: nothing was changed.");
    }

    private String command(int exit, String... arguments) throws Exception {
        Path told = folder.resolve("told.txt");
        var line = new ArrayList<>(
                List.of(ProcessHandle.current().info().command().orElseThrow(), "-jar", JAR.toString()));
        line.addAll(List.of(arguments));
        Process program = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start();
        assertThat(program.waitFor(3, TimeUnit.MINUTES)).as("ended").isTrue();
        assertThat(program.exitValue()).as(Files.readString(told)).isEqualTo(exit);
        return Files.readString(told);
    }

    private static String blocks() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String part = readme.substring(
                readme.indexOf("## First five minutes of a practitioner"),
                readme.indexOf("## First five minutes of a designer"));
        return BLOCK.matcher(part).results().map(block -> block.group(1)).collect(Collectors.joining());
    }

    private String type(String commands) throws Exception {
        Path said = folder.resolve("said.txt");
        var shell = new ProcessBuilder(
                        List.of("bash", "-c", "trap 'printf \"\\nfailed: %s\\n\" \"$BASH_COMMAND\"' ERR\n" + commands))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        shell.environment().put("DIOGELU", address);
        Process typed = shell.start();
        assertThat(typed.waitFor(5, TimeUnit.MINUTES)).as("ended").isTrue();
        return Files.readString(said);
    }

    private void waitUntilItAnswers() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        var question =
                HttpRequest.newBuilder(URI.create(address + "/v3/api-docs")).build();
        for (int tries = 0; tries < 300 && service.isAlive(); tries++) {
            try {
                if (client.send(question, BodyHandlers.ofString()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // Nothing listens before the program has started.
            }
            service.waitFor(500, TimeUnit.MILLISECONDS);
        }
        throw new AssertionError("does not serve: " + Files.readString(folder.resolve("service.txt")));
    }

    private static String freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return String.valueOf(socket.getLocalPort());
        }
    }
}
