package cymru.diogelu.operations;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.language.Language;
import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.ModelCheck;
import cymru.diogelu.modelcheck.ModelDocumentation;
import cymru.diogelu.modelcheck.ModelFiles;
import cymru.diogelu.statute.Provisions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "document",
        description = {
            "Writes out what a set of models does, in both languages: the statute map, who does what, every limit.",
            "Exit 1 where a file of the set cannot be read; nothing is written then."
        },
        mixinStandardHelpOptions = true)
final class DocumentCommand implements Callable<Integer> {

    /** The rule that names what keeps a file from being read. */
    private static final String READABLE = "readable-file";

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(
            index = "0",
            defaultValue = ".",
            paramLabel = "DIR",
            description = "The folder that holds processes and forms; this one when none is named.")
    private Path folder = Path.of(".");

    @Option(names = "--to", required = true, paramLabel = "FOLDER", description = "Where the documents go.")
    private Path target = Path.of(".");

    @Option(names = "--cy", description = "Sentences in Welsh.")
    private boolean welsh;

    @Override
    public Integer call() throws IOException {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        if (!Files.isDirectory(folder.resolve("processes"))) {
            throw new CommandLine.ParameterException(command, folder + " holds no folder processes");
        }
        if (Files.exists(target) && !Files.isDirectory(target)) {
            throw new CommandLine.ParameterException(command, target + " is no folder");
        }
        ModelFiles files = ModelFiles.of(folder);
        List<Finding> unreadable = new ModelCheck(Provisions.load(), Agencies.load())
                .check(files).stream()
                        .filter(finding -> finding.rule().equals(READABLE))
                        .toList();
        return unreadable.isEmpty() ? write(files, command.getOut()) : refuse(unreadable, command.getOut());
    }

    private int refuse(List<Finding> unreadable, PrintWriter out) {
        unreadable.forEach(finding -> out.println(finding.text(welsh ? Language.CY : Language.EN)));
        out.println(
                welsh
                        ? "Ni ellir darllen y set, felly nid ysgrifennwyd dim."
                        : "The set cannot be read, so nothing was written.");
        return 1;
    }

    private int write(ModelFiles files, PrintWriter out) throws IOException {
        Map<String, String> documents = new ModelDocumentation(Provisions.load(), Agencies.load()).write(files);
        Files.createDirectories(target);
        for (var document : documents.entrySet()) {
            Path file = target.resolve(document.getKey());
            Files.writeString(file, document.getValue());
            out.println(file);
        }
        return 0;
    }
}
