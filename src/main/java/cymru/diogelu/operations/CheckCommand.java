package cymru.diogelu.operations;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.designer.CounterexampleStory;
import cymru.diogelu.language.Language;
import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.ModelCheck;
import cymru.diogelu.modelcheck.ModelFiles;
import cymru.diogelu.modelcheck.ModelProofs;
import cymru.diogelu.modelcheck.ModelReport;
import cymru.diogelu.modelcheck.Severity;
import cymru.diogelu.statute.Provisions;
import cymru.diogelu.statute.StatutoryRules;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "check",
        description = {
            "Says everything that is wrong with a set of models, without running anything of it.",
            "Each finding stands on a line: FILE:LINE: weight rule element: sentence."
        },
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(
            index = "0",
            defaultValue = ".",
            paramLabel = "DIR",
            description = "The folder that holds processes and forms; this one when none is named.")
    private Path folder = Path.of(".");

    @Option(names = "--cy", description = "Sentences in Welsh.")
    private boolean welsh;

    @Option(
            names = "--proofs",
            description =
                    "Also walks every way that a case can go, to find one that breaks a statutory rule or never ends; takes a minute.")
    private boolean proofs;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Also writes what was found as JSON: the findings and, with --proofs, what came of those.")
    private @Nullable Path report;

    @Option(
            names = "--scenarios",
            paramLabel = "FOLDER",
            description = {
                "With --proofs: also writes for each broken rule a story on which the engine breaks it.",
                "Run it with: scenarios FOLDER --models DIR"
            })
    private @Nullable Path scenarios;

    @Override
    public Integer call() throws IOException {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        if (!Files.isDirectory(folder.resolve("processes"))) {
            throw new CommandLine.ParameterException(command, folder + " holds no folder processes");
        }
        if (scenarios != null && !proofs) {
            throw new CommandLine.ParameterException(command, "--scenarios needs --proofs");
        }
        ModelFiles files = ModelFiles.of(folder);
        List<Finding> findings = new ModelCheck(Provisions.load(), Agencies.load()).check(files);
        tell(findings, command.getOut());
        ModelReport found = new ModelReport(findings, proofs ? prove(files, findings, command.getOut()) : null);
        if (scenarios != null && found.proofs() != null) {
            tell(found.proofs(), scenarios);
        }
        if (report != null) {
            Files.write(report, JsonMapper.shared().writeValueAsBytes(found));
        }
        return found.clean() ? 0 : 1;
    }

    /** What could not be proved is named, and is no finding: it may hold. */
    private ModelProofs.@Nullable Result prove(ModelFiles files, List<Finding> findings, PrintWriter out) {
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            out.println(welsh ? "Ni phrofir set â gwallau." : "A set with errors is not proved.");
            return null;
        }
        ModelProofs.Result result = new ModelProofs(StatutoryRules.load(Provisions.load())).prove(files);
        result.findings().forEach(finding -> out.println(finding.text(language())));
        out.printf(
                welsh
                        ? "Rheolau statudol: %d wedi'u profi, %d heb eu profi%s. Gweithdrefnau: gall %d ddod i ben o bob man, ni wyddys am %d%s. %d cyflwr, hyd at %d mewn un daith.%n"
                        : "Statutory rules: %d proved, %d not proved%s. Procedures: %d can end from wherever they stand, of %d that is not known%s. %d states, at most %d in one walk.%n",
                result.proved().size(),
                result.notProved().size(),
                named(result.notProved()),
                result.sound().size(),
                result.notSound().size(),
                named(result.notSound()),
                result.states(),
                ModelProofs.MOST_STATES);
        return result;
    }

    private static String named(List<String> ids) {
        return ids.isEmpty() ? "" : " (" + String.join(", ", ids) + ")";
    }

    private static void tell(ModelProofs.Result proofs, Path scenarios) throws IOException {
        Files.createDirectories(scenarios);
        for (ModelProofs.Found found : proofs.found()) {
            if (!found.deeds().isEmpty()) {
                Files.writeString(scenarios.resolve(found.subject() + ".yaml"), CounterexampleStory.yaml(found));
            }
        }
    }

    private Language language() {
        return welsh ? Language.CY : Language.EN;
    }

    private void tell(List<Finding> findings, PrintWriter out) {
        findings.forEach(finding -> out.println(finding.text(language())));
        long errors = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .count();
        out.printf(welsh ? "%d gwall, %d rhybudd%n" : "%d errors, %d warnings%n", errors, findings.size() - errors);
    }
}
