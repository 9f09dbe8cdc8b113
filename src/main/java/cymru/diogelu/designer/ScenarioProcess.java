package cymru.diogelu.designer;

import cymru.diogelu.modelcheck.ModelFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/** Runs a scenario book on a set of models in a process of its own, so that neither the clock nor the data of the service is touched. */
@Component
class ScenarioProcess {

    /** What is kept of what a run said before it failed. */
    private static final int LAST_LINES = 20;

    private final ChildProgram program;
    private final Duration longest;

    ScenarioProcess(ChildProgram program, @Value("${diogelu.scenarios.longest:PT20M}") Duration longest) {
        this.program = program;
        this.longest = longest;
    }

    /** A book could not be run: it took too long, could not be read, or the models did not start. */
    static final class NotRun extends Exception {

        private static final long serialVersionUID = 1L;

        NotRun(String why) {
            super(why);
        }
    }

    /**
     * Runs a book, or one story of it.
     *
     * @param models a set that the check of models found no error in; the process looks again before it starts anything
     * @param only the story's path in the book; absent for all
     * @param progress hears how many stories have been walked
     * @throws NotRun when no report came of it
     * @throws InterruptedException when the service ends; the process has ended then too
     */
    ScenarioReport run(ModelFiles models, ScenarioFiles book, @Nullable String only, IntConsumer progress)
            throws NotRun, InterruptedException {
        Path folder = ChildProgram.folder();
        try {
            ChildProgram.write(folder.resolve("set"), models.byPath());
            ChildProgram.write(folder.resolve("book"), book.byPath());
            Path report = folder.resolve("report.json");
            List<String> last =
                    await(program.start(folder, Map.of(), Redirect.PIPE, arguments(report, only)), progress);
            if (!Files.exists(report)) {
                throw new NotRun(String.join("\n", last));
            }
            return JsonMapper.shared().readValue(report, ScenarioReport.class);
        } finally {
            FileSystemUtils.deleteRecursively(folder.toFile());
        }
    }

    private static List<String> arguments(Path report, @Nullable String only) {
        List<String> arguments =
                new ArrayList<>(List.of("scenarios", "book", "--models", "set", "--report", report.toString()));
        if (only != null) {
            arguments.addAll(List.of("--only", only));
        }
        return arguments;
    }

    /** @return the last lines that it said */
    private List<String> await(Process process, IntConsumer progress) throws NotRun, InterruptedException {
        CompletableFuture<List<String>> said = CompletableFuture.supplyAsync(() -> listen(process, progress));
        try {
            if (!process.waitFor(longest.toSeconds(), TimeUnit.SECONDS)) {
                throw new NotRun("it took longer than " + longest);
            }
            return said.join();
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<String> listen(Process process, IntConsumer progress) {
        List<String> last = new ArrayList<>();
        int told = 0;
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("holds ") || line.startsWith("FAILS ")) {
                    progress.accept(++told);
                }
                // Frames of Java help no designer.
                if (!line.startsWith("\t")) {
                    last.add(line);
                }
                if (last.size() > LAST_LINES) {
                    last.remove(0);
                }
            }
        } catch (IOException closed) {
            last.add(String.valueOf(closed.getMessage()));
        }
        return last;
    }
}
