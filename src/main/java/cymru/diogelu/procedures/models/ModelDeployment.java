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
 * Deploys the packaged models at start, all as one deployment, and only when any of them differs from what runs. Open
 * cases stay with the set they began under.
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
        deploy(packaged.files());
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
