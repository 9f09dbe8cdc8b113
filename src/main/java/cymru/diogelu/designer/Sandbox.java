package cymru.diogelu.designer;

import cymru.diogelu.language.Bilingual;
import cymru.diogelu.modelcheck.ModelFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * One case of an invented child that a designer walks by hand: a program of its own with a clock that stands until it is
 * moved, reached on the loopback only and with a password that nobody knows but this. What is done is kept as a scenario.
 */
public final class Sandbox implements AutoCloseable {

    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(5);
    private static final int PASSWORD_BYTES = 24;
    private static final String AUDITOR = "auditor";
    private static final String ENGLISH = "en";

    private final Process process;
    private final Path folder;
    private final SandboxApi program;
    private final Map<String, Map<String, Object>> usual;
    private final ModelFiles models;
    private final WalkedScenario walk = new WalkedScenario();
    private String now;
    private @Nullable String reference;
    private Set<String> open = Set.of();

    private Sandbox(
            Process process,
            Path folder,
            SandboxApi program,
            Map<String, Map<String, Object>> usual,
            ModelFiles models,
            String now) {
        this.process = process;
        this.folder = folder;
        this.program = program;
        this.usual = usual;
        this.models = models;
        this.now = now;
    }

    /**
     * Starts one, and answers when it can be used.
     *
     * @param models a set that the check of models found no error in; the program looks again before it starts anything
     * @param at the instant that the clock shows at first
     * @throws IllegalStateException when it did not start
     */
    static Sandbox start(ChildProgram program, ModelFiles models, ScenarioFiles book, String at) {
        Map<String, Map<String, Object>> usual = new ScenarioBook(book).usualAnswers();
        Path folder = ChildProgram.folder();
        ChildProgram.write(folder.resolve("set"), models.byPath());
        String password = password();
        Redirect log = Redirect.to(folder.resolve("sandbox.log").toFile());
        Process process = program.start(folder, Map.of("DIOGELU_DEMO_PASSWORD", password), log, arguments(at));
        try {
            return new Sandbox(process, folder, new SandboxApi(port(process, folder), password), usual, models, at);
        } catch (RuntimeException notStarted) {
            end(process, folder);
            throw notStarted;
        }
    }

    private static String password() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static List<String> arguments(String at) {
        return List.of(
                "serve",
                "--server.address=127.0.0.1",
                "--server.port=0",
                "--diogelu.port-file=port",
                "--spring.datasource.url=jdbc:h2:mem:sandbox;DB_CLOSE_DELAY=-1",
                "--diogelu.drafts.key-file=",
                "--diogelu.exports.key-file=",
                "--diogelu.ledger.master-key-file=",
                "--diogelu.ledger.signing-key-file=",
                "--diogelu.ledger.heads-file=",
                "--diogelu.models.tried=set",
                "--diogelu.clock=standing",
                "--diogelu.demo.clock=" + at,
                "--logging.level.root=error",
                "--spring.main.banner-mode=off");
    }

    private static int port(Process process, Path folder) {
        Path file = folder.resolve("port");
        long began = System.nanoTime();
        try {
            while (!Files.exists(file)) {
                if (process.waitFor(200, TimeUnit.MILLISECONDS) || System.nanoTime() - began > PATIENCE_NANOS) {
                    throw new IllegalStateException(Files.readString(folder.resolve("sandbox.log")));
                }
            }
            return Integer.parseInt(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /**
     * Raises the concern that the walk begins with.
     *
     * @param by the group that raises it
     * @param concern what differs from the usual answers; null takes one away
     * @throws SandboxRefused as the program refuses
     */
    public synchronized void raise(String by, Map<String, Object> concern, String language) {
        if (reference != null) {
            throw new IllegalStateException("the walk has begun");
        }
        Map<String, Object> raised =
                program.post("/api/v1/concerns", by, language, Map.of("answers", merged("concern", concern)));
        reference = first(raised.get("cases"), "reference");
        walk.begin(now, by, concern);
        open = ids(tasks());
    }

    private static String first(@Nullable Object list, String key) {
        return list instanceof List<?> cases && cases.get(0) instanceof Map<?, ?> first
                ? String.valueOf(first.get(key))
                : "";
    }

    /**
     * Answers a task as the group that is asked.
     *
     * @param answers what differs from the usual answers; null takes one away
     * @throws SandboxRefused as the program refuses, such as with the faults of the form
     */
    public synchronized void submit(String id, Map<String, Object> answers, String language) {
        Map<String, Object> task = task(id, language);
        String form = String.valueOf(((Map<?, ?>) Objects.requireNonNull(task.get("form"))).get("id"));
        program.post(
                "/api/v1/tasks/" + id + "/submission",
                String.valueOf(task.get("group")),
                language,
                Map.of("answers", merged(form, answers)));
        walk.submit(named(task), (String) task.get("about"), answers);
        expectNew();
    }

    /**
     * Lets time pass; what falls due on the way happens.
     *
     * @param wait an instant, or an ISO 8601 length
     * @throws SandboxRefused as the program refuses, such as to go back
     */
    public synchronized void await(String wait, String language) {
        Map<String, Object> moved = program.post(
                "/api/v1/demo/clock", AUDITOR, language, Map.of(wait.startsWith("P") ? "advance" : "to", wait));
        now = String.valueOf(moved.get("now"));
        if (reference != null) {
            walk.await(now);
            expectNew();
        }
    }

    /** What answers say differently from the usual ones; null stands for a usual answer that is not among them. */
    public Map<String, Object> differing(String form, Map<String, Object> answers) {
        Map<String, Object> differing = new TreeMap<>();
        Map<String, Object> before = usual(form);
        answers.forEach((key, value) -> {
            if (!String.valueOf(value).equals(String.valueOf(before.get(key)))) {
                differing.put(key, value);
            }
        });
        before.keySet().stream().filter(key -> !answers.containsKey(key)).forEach(key -> differing.put(key, null));
        return differing;
    }

    private Map<String, Object> merged(String form, Map<String, Object> differing) {
        Map<String, Object> answers = new TreeMap<>(usual.getOrDefault(form, Map.of()));
        answers.putAll(differing);
        answers.values().removeIf(Objects::isNull);
        return answers;
    }

    private void expectNew() {
        List<Map<String, Object>> after = tasks();
        List<Map<String, Object>> offered = new ArrayList<>();
        after.stream()
                .filter(task -> !open.contains(String.valueOf(task.get("id"))))
                .forEach(task -> {
                    Map<String, Object> expected = new LinkedHashMap<>();
                    expected.put("task", named(task));
                    expected.put("to", task.get("group"));
                    if (task.get("due") != null) {
                        expected.put("due", task.get("due"));
                    }
                    offered.add(expected);
                });
        walk.expect(offered);
        open = ids(after);
    }

    private static String named(Map<String, Object> task) {
        return task.get("process") + "/" + task.get("element");
    }

    private static Set<String> ids(List<Map<String, Object>> tasks) {
        return tasks.stream().map(task -> String.valueOf(task.get("id"))).collect(Collectors.toSet());
    }

    private List<Map<String, Object>> tasks() {
        return tasks(standing(ENGLISH));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> tasks(Map<String, Object> standing) {
        return (List<Map<String, Object>>) standing.getOrDefault("tasks", List.of());
    }

    /** The case as the program tells it; empty before the concern is raised. */
    public synchronized Map<String, Object> standing(String language) {
        return reference == null ? Map.of() : program.get("/api/v1/cases/" + reference, AUDITOR, language);
    }

    /** The way of the case so far; empty before the concern is raised. */
    public synchronized Map<String, Object> path(String language) {
        return reference == null ? Map.of() : program.get("/api/v1/cases/" + reference + "/path", AUDITOR, language);
    }

    /** A task with its form, as the group that is asked sees it. */
    public synchronized Map<String, Object> task(String id, String language) {
        String group = tasks(standing(language)).stream()
                .filter(task -> id.equals(task.get("id")))
                .map(task -> String.valueOf(task.get("group")))
                .findFirst()
                .orElseThrow(() -> new SandboxRefused(404, Map.of()));
        return program.get("/api/v1/tasks/" + id, group, language);
    }

    /** The usual answers of a form, as the book has them. */
    public Map<String, Object> usual(String form) {
        return usual.getOrDefault(form, Map.of());
    }

    /** The models that are walked on. */
    public ModelFiles models() {
        return models;
    }

    public boolean begun() {
        return reference != null;
    }

    public String now() {
        return now;
    }

    public int steps() {
        return walk.steps();
    }

    /** The walk so far as a file of the scenario book, which holds when it is run. */
    public synchronized String scenario(Bilingual name) {
        return walk.yaml(name, (String) standing(ENGLISH).get("outcome"));
    }

    boolean ended() {
        return !process.isAlive();
    }

    @Override
    public void close() {
        end(process, folder);
    }

    private static void end(Process process, Path folder) {
        process.destroyForcibly();
        process.onExit().thenRun(() -> FileSystemUtils.deleteRecursively(folder.toFile()));
    }
}
