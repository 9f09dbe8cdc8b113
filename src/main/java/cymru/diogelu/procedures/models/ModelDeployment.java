package cymru.diogelu.procedures.models;

import cymru.diogelu.forms.Forms;
import java.io.ByteArrayInputStream;
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
    private final ModelReferences references;
    private final ModelExpressions expressions;
    private final Forms forms;
    private final RepositoryService repositoryService;

    ModelDeployment(
            PackagedModels packaged,
            ModelReferences references,
            ModelExpressions expressions,
            Forms forms,
            RepositoryService repositoryService) {
        this.packaged = packaged;
        this.references = references;
        this.expressions = expressions;
        this.forms = forms;
        this.repositoryService = repositoryService;
    }

    /** @throws BrokenModel which stops the start */
    @Override
    public void afterPropertiesSet() {
        Map<String, byte[]> files = packaged.files();
        references.check(files, ModelSet.read(forms, files));
        expressions.check(files);
        deploy(files);
    }

    /**
     * Puts a set of models into the engine as one deployment.
     *
     * @return the deployment that holds them; the one that runs where nothing differs from it
     * @throws BrokenModel when the engine cannot read them
     */
    public String deploy(Map<String, byte[]> files) {
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
