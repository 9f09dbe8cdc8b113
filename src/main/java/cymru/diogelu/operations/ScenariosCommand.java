package cymru.diogelu.operations;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.designer.BrokenScenario;
import cymru.diogelu.designer.ScenarioReport;
import cymru.diogelu.designer.ScenarioRunner;
import cymru.diogelu.designer.ToldStory;
import cymru.diogelu.language.Language;
import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.ModelCheck;
import cymru.diogelu.modelcheck.ModelFiles;
import cymru.diogelu.modelcheck.Severity;
import cymru.diogelu.statute.Provisions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "scenarios",
        description = "Runs a scenario book on a test clock, in memory, with the packaged models or a set of yours.",
        mixinStandardHelpOptions = true)
final class ScenariosCommand implements Callable<Integer> {

    /** Arguments, since they outrank the settings of the service: a story must never reach its database. */
    private static final List<String> IN_MEMORY = List.of(
            "--spring.datasource.url=jdbc:h2:mem:scenarios;DB_CLOSE_DELAY=-1",
            "--diogelu.drafts.key-file=",
            "--diogelu.exports.key-file=",
            "--diogelu.ledger.master-key-file=",
            "--diogelu.ledger.signing-key-file=",
            "--diogelu.ledger.heads-file=",
            "--diogelu.demonstration=false",
            "--diogelu.clock=standing",
            "--logging.level.root=error",
            "--spring.main.banner-mode=off");

    @CommandLine.ParentCommand
    private @Nullable Commands parent;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(
            index = "0",
            defaultValue = "processes/scenarios",
            paramLabel = "DIR",
            description = "The folder of the book; processes/scenarios when none is named.")
    private Path folder = Path.of("processes/scenarios");

    @Option(
            names = "--models",
            paramLabel = "FOLDER|ZIP",
            description = "A set of models instead of the packaged one: what holds processes and forms.")
    private @Nullable Path models;

    @Option(names = "--only", paramLabel = "FILE", description = "One story, by its path in the book.")
    private @Nullable String only;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Also writes what was found as JSON: each story with its path, and everything to go through.")
    private @Nullable Path report;

    @Option(names = "--coverage", description = "Also lists the flows, ends and table rows that no story goes through.")
    private boolean coverage;

    @Option(names = "--cy", description = "Sentences in Welsh.")
    private boolean welsh;

    @Override
    public Integer call() throws IOException {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        if (!Files.isDirectory(folder)) {
            throw new CommandLine.ParameterException(command, "no folder " + folder);
        }
        if (models == null) {
            return run("", command.getOut());
        }
        Path set = unpacked(models, command);
        try {
            return run(set.toString(), command.getOut());
        } finally {
            FileSystemUtils.deleteRecursively(set);
        }
    }

    /**
     * The checked set in a folder of its own; what is wrong with it is told instead of running it.
     *
     * @throws CommandLine.ParameterException when there is no set of models
     */
    private Path unpacked(Path where, CommandLine command) throws IOException {
        ModelFiles files = Files.isDirectory(where)
                ? ModelFiles.of(where)
                : ModelFiles.ofZip(Files.isRegularFile(where) ? Files.readAllBytes(where) : new byte[0]);
        if (files.byPath().isEmpty()) {
            throw new CommandLine.ParameterException(command, where + " holds no processes and forms");
        }
        Path set = Files.createTempDirectory("diogelu-models");
        for (Map.Entry<String, byte[]> file : files.byPath().entrySet()) {
            Path path = set.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return set;
    }

    private int run(String set, PrintWriter out) throws IOException {
        if (!set.isEmpty() && hasErrors(ModelFiles.of(Path.of(set)), out)) {
            return 1;
        }
        try (var context = start(set)) {
            ScenarioReport found = context.getBean(ScenarioRunner.class).run(folder, only, story -> tell(story, out));
            if (report != null) {
                Files.write(report, JsonMapper.shared().writeValueAsBytes(found));
            }
            return summary(found, out);
        } catch (BrokenScenario broken) {
            out.println(broken.getMessage());
            return 1;
        }
    }

    /** Nothing of a set with errors is run. */
    private boolean hasErrors(ModelFiles files, PrintWriter out) {
        List<Finding> errors = new ModelCheck(Provisions.load(), Agencies.load())
                .check(files).stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .toList();
        errors.forEach(error -> out.println(error.text(language())));
        return !errors.isEmpty();
    }

    private ConfigurableApplicationContext start(String set) {
        var builder =
                new SpringApplicationBuilder(Objects.requireNonNull(parent).application()).web(WebApplicationType.NONE);
        String[] settings = Stream.concat(IN_MEMORY.stream(), Stream.of("--diogelu.models.tried=" + set))
                .toArray(String[]::new);
        return Commands.start(() -> builder.run(settings));
    }

    private void tell(ToldStory story, PrintWriter out) {
        ScenarioReport.lines(story, language()).forEach(out::println);
        out.flush();
    }

    private int summary(ScenarioReport found, PrintWriter out) {
        if (coverage) {
            found.untried().forEach(way -> out.println((welsh ? "heb stori  " : "untried  ") + way.id()));
        }
        out.printf(
                welsh ? "%d stori, %d nad ydynt yn dal%n" : "%d stories, %d do not hold%n",
                found.stories().size(),
                found.broken().size());
        return found.holds() ? 0 : 1;
    }

    private Language language() {
        return welsh ? Language.CY : Language.EN;
    }
}
