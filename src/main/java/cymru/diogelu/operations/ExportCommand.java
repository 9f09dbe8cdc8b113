package cymru.diogelu.operations;

import cymru.diogelu.access.CaseNotFound;
import cymru.diogelu.trace.CaseBundle;
import cymru.diogelu.trace.CaseExport;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        description = {
            "Takes a case out of the service's database as a file; that it was taken out is recorded in the case.",
            "A service that keeps its data in a file has to be stopped first."
        },
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    @CommandLine.ParentCommand
    private @Nullable Commands parent;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "REF", description = "The reference of the case.")
    private String reference = "";

    @Option(names = "--format", defaultValue = "bundle", description = "One of: ${COMPLETION-CANDIDATES}.")
    private CaseExport.Format format = CaseExport.Format.bundle;

    @Option(names = "--profile", defaultValue = "whole", description = "Of a bundle: ${COMPLETION-CANDIDATES}.")
    private CaseBundle.Profile profile = CaseBundle.Profile.whole;

    @Option(names = "--names", description = "Tables and event logs tell names in place of pseudonyms.")
    private boolean names;

    @Option(names = "--cy", description = "Sentences in Welsh.")
    private boolean welsh;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to; by default a file named as the case, here.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        return ServiceData.open(Objects.requireNonNull(parent).application(), this::export);
    }

    private int export(ApplicationContext context) {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        Locale locale = Locale.forLanguageTag(welsh ? "cy" : "en");
        try {
            CaseExport.Leaving leaving = context.getBean(CaseExport.class)
                    .of(ServiceData.operator(), reference, format, profile, names, locale);
            Path file = out == null ? Path.of(leaving.name()) : out;
            if (Files.exists(file)) {
                command.getErr().println(file + " is there already.");
                return 2;
            }
            write(leaving, file);
            command.getOut().println(file);
            return 0;
        } catch (CaseNotFound unknown) {
            command.getErr().println("There is no case " + reference + ".");
            return 1;
        }
    }

    /** @throws UncheckedIOException when the file cannot be written */
    private static void write(CaseExport.Leaving leaving, Path file) {
        try (OutputStream content =
                new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW))) {
            leaving.content().writeTo(content);
        } catch (IOException unwritten) {
            throw new UncheckedIOException("cannot write " + file, unwritten);
        }
    }
}
