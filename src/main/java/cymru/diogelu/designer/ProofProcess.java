package cymru.diogelu.designer;

import cymru.diogelu.modelcheck.ModelFiles;
import cymru.diogelu.modelcheck.ModelProofs;
import cymru.diogelu.modelcheck.ModelReport;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Proves on a set of models, in a process of its own, that the law is kept: so many states are looked at that people who
 * work with the service would feel it, and a set may be made to have more of them than any memory holds.
 */
@Component
class ProofProcess {

    private final ChildProgram program;
    private final ChildRun run;

    ProofProcess(ChildProgram program, @Value("${diogelu.proofs.longest:PT20M}") Duration longest) {
        this.program = program;
        this.run = new ChildRun(longest);
    }

    /**
     * Proves what it can.
     *
     * @throws ChildRun.NotRun when nothing came of it
     * @throws InterruptedException when the service ends; the process has ended then too
     */
    ModelProofs.Result run(ModelFiles models) throws ChildRun.NotRun, InterruptedException {
        Path folder = ChildProgram.folder();
        try {
            ChildProgram.write(folder.resolve("set"), models.byPath());
            Path report = folder.resolve("report.json");
            List<String> arguments = List.of("check", "set", "--proofs", "--report", report.toString());
            List<String> last = run.await(program.start(folder, Map.of(), Redirect.PIPE, arguments), line -> {});
            ModelProofs.Result result = Files.exists(report)
                    ? JsonMapper.shared().readValue(report, ModelReport.class).proofs()
                    : null;
            if (result == null) {
                throw new ChildRun.NotRun(String.join("\n", last));
            }
            return result;
        } finally {
            FileSystemUtils.deleteRecursively(folder.toFile());
        }
    }
}
