package cymru.diogelu.procedures;

import cymru.diogelu.cases.CaseReference;
import cymru.diogelu.cases.Cases;
import cymru.diogelu.procedures.models.DeployedModels;
import cymru.diogelu.procedures.models.ModelElement;
import cymru.diogelu.procedures.models.ModelSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Brings together what is needed to answer a task, from the models that its case began under. */
@Component
class TaskDetails {

    /** What the engine counts while it repeats a task; no fact of a child. */
    private static final Set<String> REPETITION =
            Set.of("nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances", "loopCounter");

    private final DeployedModels models;
    private final TaskService taskService;
    private final Cases cases;

    TaskDetails(DeployedModels models, TaskService taskService, Cases cases) {
        this.models = models;
        this.taskService = taskService;
        this.cases = cases;
    }

    TaskDetail of(OpenTask task) {
        ModelSet set = models.of(task.process(), task.version());
        ModelElement element = Objects.requireNonNull(
                set.procedure(task.process()).orElseThrow().elements().get(task.element()));
        return new TaskDetail(
                task,
                set.form(element.form()).orElseThrow(),
                Objects.requireNonNull(element.documentation()),
                facts(task));
    }

    /**
     * Facts of the child, overlaid by what routes in this procedure: the form's conditions may read both. Clocks have
     * names that neither a field nor a variable can have.
     */
    private Map<String, Object> facts(OpenTask task) {
        CaseReference reference = new CaseReference(task.caseReference());
        Map<String, Object> facts = new HashMap<>(cases.facts(reference));
        cases.clocks(reference).forEach((name, start) -> facts.put("clock:" + name, start.toString()));
        taskService.getVariables(task.id()).forEach((name, value) -> {
            if (value != null && !REPETITION.contains(name)) {
                facts.put(name, value);
            }
        });
        return facts;
    }
}
