package cymru.diogelu.designer;

import cymru.diogelu.modelcheck.ModelFiles;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/** Runs a scenario book on a set of models in a process of its own, so that neither the clock nor the data of the service is touched. */
@Component
class ScenarioProcess {

    private final ChildProgram program;
    private final ChildRun run;

    ScenarioProcess(ChildProgram program, @Value("${diogelu.scenarios.longest:PT20M}") Duration longest) {
        this.program = program;
        this.run = new ChildRun(longest);
    }

    /**
     * Runs a book, or one story of it.
     *
     * @param models a set that the check of models found no error in; the process looks again before it starts anything
     * @param only the story's path in the book; absent for all
     * @param progress hears how many stories have been walked
     * @throws ChildRun.NotRun when no report came of it
     * @throws InterruptedException when the service ends; the process has ended then too
     */
    ScenarioReport run(ModelFiles models, ScenarioFiles book, @Nullable String only, IntConsumer progress)
            throws ChildRun.NotRun, InterruptedException {
        Path folder = ChildProgram.folder();
        try {
            ChildProgram.write(folder.resolve("set"), models.byPath());
            ChildProgram.write(folder.resolve("book"), book.byPath());
            Path report = folder.resolve("report.json");
            AtomicInteger told = new AtomicInteger();
            List<String> last =
                    run.await(program.start(folder, Map.of(), Redirect.PIPE, arguments(report, only)), line -> {
                        if (line.startsWith("holds ") || line.startsWith("FAILS ")) {
                            progress.accept(told.incrementAndGet());
                        }
                    });
            if (!Files.exists(report)) {
                throw new ChildRun.NotRun(String.join("\n", last));
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
}
