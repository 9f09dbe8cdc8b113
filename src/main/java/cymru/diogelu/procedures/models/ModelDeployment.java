package cymru.diogelu.procedures.models;

import cymru.diogelu.language.Language;
import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.ModelCheck;
import cymru.diogelu.modelcheck.ModelFiles;
import cymru.diogelu.modelcheck.Severity;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.ResourceReport;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Puts sets of models into the engine, each as one deployment and only without errors. The packaged set goes into an empty
 * database; afterwards the designers' desk alone deploys, so that a new program never changes the procedures unasked.
 */
@Component
public class ModelDeployment implements InitializingBean {

    private static final String NAME = "procedures";

    private final PackagedModels packaged;
    private final ModelCheck check;
    private final RepositoryService repositoryService;

    ModelDeployment(PackagedModels packaged, ModelCheck check, RepositoryService repositoryService) {
        this.packaged = packaged;
        this.check = check;
        this.repositoryService = repositoryService;
    }

    /** @throws BrokenModel which stops the start */
    @Override
    public void afterPropertiesSet() {
        if (repositoryService.createDeploymentQuery().count() == 0) {
            deploy(packaged.files());
        }
    }

    /**
     * Puts a set of models into the engine as one deployment.
     *
     * @return the deployment that holds them; the one that runs where nothing differs from it
     * @throws BrokenModel when the check of models finds an error in them, or the engine cannot read them
     */
    public String deploy(Map<String, byte[]> files) {
        refuseErrors(check.check(new ModelFiles(files)));
        var deployment = repositoryService.createDeployment().name(NAME).enableDuplicateFiltering(false);
        files.forEach((path, content) -> deployment.addInputStream(path, new ByteArrayInputStream(content)));
        try {
            return deployment.deploy().getId();
        } catch (ParseException broken) {
            throw broken(broken);
        } catch (ProcessEngineException broken) {
            throw new BrokenModel("processes", "deployment", String.valueOf(broken.getMessage()));
        }
    }

    private static void refuseErrors(List<Finding> findings) {
        List<String> errors = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(finding -> finding.text(Language.EN))
                .toList();
        if (!errors.isEmpty()) {
            throw new BrokenModel(errors);
        }
    }

    private static BrokenModel broken(ParseException exception) {
        for (ResourceReport report : exception.getResorceReports()) {
            for (Problem problem : report.getErrors()) {
                return new BrokenModel(
                        report.getResourceName(), String.valueOf(problem.getMainElementId()), problem.getMessage());
            }
        }
        return new BrokenModel("processes", "deployment", String.valueOf(exception.getMessage()));
    }
}
