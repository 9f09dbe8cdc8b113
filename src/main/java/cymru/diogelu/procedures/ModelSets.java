package cymru.diogelu.procedures;

import cymru.diogelu.language.Language;
import cymru.diogelu.procedures.models.BrokenModel;
import cymru.diogelu.procedures.models.DeployedModels;
import cymru.diogelu.procedures.models.ModelDeployment;
import cymru.diogelu.procedures.models.ModelSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** The sets of models that were ever deployed, the cases that are open under each, and the way in for another set. */
@Component
public class ModelSets {

    private static final String NOT_UNDER = " FROM ACT_RU_EXECUTION WHERE BUSINESS_KEY_ > #{after}"
            + " AND PARENT_ID_ IS NULL AND SUPER_EXEC_ IS NULL AND PROC_DEF_ID_ <> #{root}";

    private final DeployedModels models;
    private final ModelDeployment deployments;
    private final RepositoryService repositoryService;
    private final RuntimeService runtimeService;

    ModelSets(
            DeployedModels models,
            ModelDeployment deployments,
            RepositoryService repositoryService,
            RuntimeService runtimeService) {
        this.models = models;
        this.deployments = deployments;
        this.repositoryService = repositoryService;
        this.runtimeService = runtimeService;
    }

    /**
     * A set that was deployed.
     *
     * @param version the version of the procedure that cases begin with
     * @param openCases how many cases go by it now
     */
    public record Deployed(String deployment, Instant at, int version, long openCases) {}

    /** The set that a new case begins under. */
    public String current() {
        return roots().get(0).getDeploymentId();
    }

    /** All of them, the newest first. */
    public List<Deployed> all() {
        return roots().stream().map(this::deployed).toList();
    }

    /** The files of a set, by path. */
    public Map<String, byte[]> files(String deployment) {
        return models.files(deployment);
    }

    /** A procedure of any set as a picture of it needs it, with its names in one language; empty where it is no BPMN. */
    public Optional<byte[]> drawing(String file, byte[] content, Language language) {
        try {
            return Optional.of(DeployedModels.drawing(file, content, language));
        } catch (BrokenModel broken) {
            return Optional.empty();
        }
    }

    /**
     * Deploys a set: cases that begin from now on go by it.
     *
     * @return the deployment; the one that runs where nothing differs from it
     * @throws RuntimeException when an error is found in the set
     */
    public String deploy(Map<String, byte[]> files) {
        return deployments.deploy(files);
    }

    /**
     * An open case.
     *
     * @param deployment the set that it goes by
     */
    public record Going(String reference, String deployment) {}

    /** How many open cases behind a reference do not go by a set. */
    public long countNotUnder(String deployment, String after) {
        return runtimeService
                .createNativeProcessInstanceQuery()
                .sql("SELECT COUNT(*)" + NOT_UNDER)
                .parameter("after", after)
                .parameter("root", root(deployment))
                .count();
    }

    /** At most {@code limit} open cases behind a reference that do not go by a set, in their order. */
    public List<Going> notUnder(String deployment, String after, int limit) {
        // The engine's own query would hand over all cases, and knows no order by their reference.
        return runtimeService
                .createNativeProcessInstanceQuery()
                .sql("SELECT *" + NOT_UNDER + " ORDER BY BUSINESS_KEY_ LIMIT " + limit)
                .parameter("after", after)
                .parameter("root", root(deployment))
                .list()
                .stream()
                .map(this::going)
                .toList();
    }

    /** The set that an open case goes by; empty where there is no such case. */
    public Optional<String> under(String reference) {
        return runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reference, ModelSet.ROOT)
                .list()
                .stream()
                .map(this::going)
                .map(Going::deployment)
                .findFirst();
    }

    private Going going(ProcessInstance root) {
        return new Going(
                root.getBusinessKey(),
                repositoryService
                        .getProcessDefinition(root.getProcessDefinitionId())
                        .getDeploymentId());
    }

    private String root(String deployment) {
        return repositoryService
                .createProcessDefinitionQuery()
                .deploymentId(deployment)
                .processDefinitionKey(ModelSet.ROOT)
                .singleResult()
                .getId();
    }

    private Deployed deployed(ProcessDefinition root) {
        Deployment deployment = repositoryService
                .createDeploymentQuery()
                .deploymentId(root.getDeploymentId())
                .singleResult();
        long open = runtimeService
                .createProcessInstanceQuery()
                .processDefinitionId(root.getId())
                .count();
        return new Deployed(
                root.getDeploymentId(), deployment.getDeploymentTime().toInstant(), root.getVersion(), open);
    }

    private List<ProcessDefinition> roots() {
        return repositoryService
                .createProcessDefinitionQuery()
                .processDefinitionKey(ModelSet.ROOT)
                .orderByProcessDefinitionVersion()
                .desc()
                .list();
    }
}
