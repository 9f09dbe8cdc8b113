package cymru.diogelu.operations;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.language.Language;
import cymru.diogelu.modelcheck.Change;
import cymru.diogelu.modelcheck.ModelComparison;
import cymru.diogelu.modelcheck.ModelFiles;
import cymru.diogelu.statute.Provisions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "compare",
        description = {
            "Says in sentences what differs between two sets of models, without running anything of them.",
            "Exit 0 where nothing that matters differs: nothing at all, only drawings, or only how files are written."
        },
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "OLD", description = "The folder that holds processes and forms before.")
    private Path before = Path.of(".");

    @Parameters(index = "1", paramLabel = "NEW", description = "The folder that holds processes and forms after.")
    private Path after = Path.of(".");

    @Option(names = "--cy", description = "Sentences in Welsh.")
    private boolean welsh;

    @Override
    public Integer call() throws IOException {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        for (Path folder : List.of(before, after)) {
            if (!Files.isDirectory(folder.resolve("processes"))) {
                throw new CommandLine.ParameterException(command, folder + " holds no folder processes");
            }
        }
        List<Change> changes = new ModelComparison(Provisions.load(), Agencies.load())
                .compare(ModelFiles.of(before), ModelFiles.of(after));
        report(changes, command.getOut());
        return changes.stream().anyMatch(Change::ofMeaning) ? 1 : 0;
    }

    private void report(List<Change> changes, PrintWriter out) {
        Map<String, List<Change>> byFile =
                changes.stream().collect(Collectors.groupingBy(Change::file, LinkedHashMap::new, Collectors.toList()));
        byFile.forEach((file, told) -> {
            out.println(file);
            told.forEach(change -> out.println("  " + change.sentence().in(welsh ? Language.CY : Language.EN)));
        });
        long ofMeaning = changes.stream().filter(Change::ofMeaning).count();
        out.printf(
                welsh ? "newidiadau o bwys: %d; eraill: %d%n" : "changes that matter: %d; others: %d%n",
                ofMeaning,
                changes.size() - ofMeaning);
        out.flush();
    }
}
