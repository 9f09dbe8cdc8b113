package cymru.diogelu.operations;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.modelcheck.ModelerTemplates;
import cymru.diogelu.statute.Provisions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "templates",
        description =
                "Writes the element templates for Camunda Modeler to where it finds them for the models of a folder.",
        mixinStandardHelpOptions = true)
final class TemplatesCommand implements Callable<Integer> {

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(
            index = "0",
            defaultValue = ".",
            paramLabel = "DIR",
            description = "The folder that holds processes and forms; this one when none is named.")
    private Path folder = Path.of(".");

    @Override
    public Integer call() throws IOException {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        if (!Files.isDirectory(folder.resolve("processes"))) {
            throw new CommandLine.ParameterException(command, folder + " holds no folder processes");
        }
        Path target = Files.createDirectories(folder.resolve(ModelerTemplates.FOLDER));
        Map<String, String> templates = new ModelerTemplates(Provisions.load(), Agencies.load()).write();
        for (var template : templates.entrySet()) {
            Path file = target.resolve(template.getKey());
            Files.writeString(file, template.getValue());
            command.getOut().println(file);
        }
        return 0;
    }
}
