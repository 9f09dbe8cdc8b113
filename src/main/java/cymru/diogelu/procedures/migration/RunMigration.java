package cymru.diogelu.procedures.migration;

import cymru.diogelu.procedures.MovedCase;
import cymru.diogelu.procedures.MovedCase.Place;
import cymru.diogelu.procedures.Obstacle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Moves one run of a procedure to the version of it that another deployment holds. Runs inside the caller's transaction. */
@Component
public class RunMigration {

    private static final String LATE_STEP = "overdueElement";

    private final RepositoryService repositoryService;
    private final RuntimeService runtimeService;
    private final MovedTasks tasks;

    RunMigration(ProcessEngine engine, MovedTasks tasks) {
        this.repositoryService = engine.getRepositoryService();
        this.runtimeService = engine.getRuntimeService();
        this.tasks = tasks;
    }

    /** @param renamed the new id of a step by its old one */
    public MovedCase move(String reference, ProcessInstance run, String deployment, Map<String, String> renamed) {
        ProcessDefinition source = repositoryService.getProcessDefinition(run.getProcessDefinitionId());
        if (deployment.equals(source.getDeploymentId())) {
            return MovedCase.stopped(reference, List.of());
        }
        Optional<ProcessDefinition> target = Optional.ofNullable(repositoryService
                .createProcessDefinitionQuery()
                .deploymentId(deployment)
                .processDefinitionKey(source.getKey())
                .singleResult());
        if (target.isEmpty()) {
            return MovedCase.stopped(
                    reference,
                    List.of(new Obstacle(
                            source.getKey(), source.getVersion(), source.getKey(), Obstacle.Reason.PROCEDURE_GONE)));
        }
        return move(reference, run.getId(), new Versions(repositoryService, source, target.get(), renamed));
    }

    private MovedCase move(String reference, String run, Versions versions) {
        Map<String, String> before = places(run);
        MovedTasks.Before offered = tasks.before(run);
        try {
            MigrationPlan plan = plan(versions);
            runtimeService.newMigration(plan).processInstanceIds(run).execute();
        } catch (MigrationPlanValidationException refused) {
            return MovedCase.stopped(reference, Obstacles.of(refused, versions));
        } catch (MigratingProcessInstanceValidationException refused) {
            return MovedCase.stopped(reference, Obstacles.of(refused, versions));
        }
        nameLateStep(run, versions);
        List<Map<String, String>> moves = moves(before, places(run));
        tasks.recordMove(run, versions.source().getVersion(), moves);
        MovedTasks.After after = tasks.settle(run, offered);
        List<Place> places = moves.stream()
                .map(move -> new Place(
                        versions.source().getKey(),
                        versions.source().getVersion(),
                        versions.target().getVersion(),
                        String.valueOf(move.get("from")),
                        String.valueOf(move.get("to")),
                        versions.calls(String.valueOf(move.get("to")))))
                .toList();
        return new MovedCase(reference, places, after.offers(), after.dates(), List.of());
    }

    /** Events keep their dates here: which of them are to change is for the record to say, and is settled afterwards. */
    private MigrationPlan plan(Versions versions) {
        MigrationPlanBuilder plan = runtimeService
                .createMigrationPlan(
                        versions.source().getId(), versions.target().getId())
                .mapEqualActivities();
        versions.renamed().forEach(plan::mapActivities);
        return plan.build();
    }

    /** The escalation of a step that has got another id must find it by that. */
    private void nameLateStep(String run, Versions versions) {
        runtimeService.createProcessInstanceQuery().superProcessInstanceId(run).list().stream()
                .map(ProcessInstance::getId)
                .forEach(called -> {
                    Object late = runtimeService.getVariable(called, LATE_STEP);
                    if (late != null && versions.renamed().containsKey(late.toString())) {
                        runtimeService.setVariable(
                                called, LATE_STEP, versions.renamed().get(late.toString()));
                    }
                });
    }

    /** Where a run stands, by the visit. */
    private Map<String, String> places(String run) {
        Map<String, String> places = new LinkedHashMap<>();
        leaves(runtimeService.getActivityInstance(run)).forEach(leaf -> places.put(visit(leaf), leaf.getActivityId()));
        return places;
    }

    private static Stream<ActivityInstance> leaves(ActivityInstance instance) {
        ActivityInstance[] children = instance.getChildActivityInstances();
        return children.length == 0 ? Stream.of(instance) : Stream.of(children).flatMap(RunMigration::leaves);
    }

    /** As the record names a stay: the engine's id of it without the name of the step. */
    private static String visit(ActivityInstance instance) {
        return instance.getId().substring(instance.getId().lastIndexOf(':') + 1);
    }

    private static List<Map<String, String>> moves(Map<String, String> before, Map<String, String> after) {
        List<Map<String, String>> moves = new ArrayList<>();
        before.forEach((visit, from) ->
                moves.add(Map.of("visit", visit, "from", from, "to", after.getOrDefault(visit, from))));
        return moves;
    }
}
