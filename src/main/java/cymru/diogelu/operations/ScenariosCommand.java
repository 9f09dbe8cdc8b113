package cymru.diogelu.operations;

import cymru.diogelu.designer.BrokenScenario;
import cymru.diogelu.designer.ScenarioReport;
import cymru.diogelu.designer.ScenarioRunner;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "scenarios",
        description = "Runs a scenario book with the packaged models on a test clock, in memory.",
        mixinStandardHelpOptions = true)
final class ScenariosCommand implements Callable<Integer> {

    /** Arguments, since they outrank the settings of the service: a story must never reach its database. */
    private static final String[] IN_MEMORY = {
        "--spring.datasource.url=jdbc:h2:mem:scenarios;DB_CLOSE_DELAY=-1",
        "--diogelu.drafts.key-file=",
        "--diogelu.exports.key-file=",
        "--diogelu.ledger.master-key-file=",
        "--diogelu.ledger.signing-key-file=",
        "--diogelu.ledger.heads-file=",
        "--diogelu.demonstration=false",
        "--diogelu.clock=standing",
        "--logging.level.root=error",
        "--spring.main.banner-mode=off"
    };

    @CommandLine.ParentCommand
    private @Nullable Commands parent;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(index = "0", defaultValue = "processes/scenarios", paramLabel = "DIR")
    private Path folder = Path.of("processes/scenarios");

    @Option(names = "--coverage", description = "Also lists the flows, ends and table rows that no story goes through.")
    private boolean coverage;

    @Override
    public Integer call() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        if (!Files.isDirectory(folder)) {
            throw new CommandLine.ParameterException(command, "no folder " + folder);
        }
        PrintWriter out = command.getOut();
        var builder =
                new SpringApplicationBuilder(Objects.requireNonNull(parent).application()).web(WebApplicationType.NONE);
        try (var context = Commands.start(() -> builder.run(IN_MEMORY))) {
            return report(context.getBean(ScenarioRunner.class).run(folder), out);
        } catch (BrokenScenario broken) {
            out.println(broken.getMessage());
            return 1;
        }
    }

    private int report(ScenarioReport report, PrintWriter out) {
        report.lines().forEach(out::println);
        if (coverage) {
            report.untried().forEach(way -> out.println("untried  " + way));
        }
        out.printf("%d stories, %d do not hold%n", report.stories(), report.failed());
        return report.holds() ? 0 : 1;
    }
}
