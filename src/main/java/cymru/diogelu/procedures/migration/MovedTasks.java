package cymru.diogelu.procedures.migration;

import cymru.diogelu.procedures.MovedCase.Due;
import cymru.diogelu.procedures.MovedCase.Offer;
import cymru.diogelu.procedures.recording.MoveRecorder;
import cymru.diogelu.procedures.recording.MoveRecorder.Redated;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Gives the tasks of a run what its new version asks: the group, and the dates. */
@Component
class MovedTasks {

    private final CommandExecutor engine;
    private final MoveRecorder recorder;

    MovedTasks(ProcessEngine engine, @Lazy MoveRecorder recorder) {
        this.engine = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();
        this.recorder = recorder;
    }

    /** To whom each task of a run was offered by its model, as the model says it. */
    record Before(Map<String, String> groups) {}

    /** What became of them. */
    record After(List<Offer> offers, List<Due> dates) {}

    Before before(String run) {
        return engine.execute(command -> {
            Map<String, String> groups = new HashMap<>();
            command.getTaskManager()
                    .findTasksByProcessInstanceId(run)
                    .forEach(task -> groups.put(task.getId(), groupInModel(task)));
            return new Before(groups);
        });
    }

    void recordMove(String run, int fromVersion, List<Map<String, String>> places) {
        engine.execute(command -> {
            ExecutionEntity moved = command.getExecutionManager().findExecutionById(run);
            recorder.moved(moved, fromVersion, places);
            return null;
        });
    }

    After settle(String run, Before before) {
        return engine.execute(command -> {
            List<Offer> offers = new ArrayList<>();
            List<Due> dates = new ArrayList<>();
            for (TaskEntity task : command.getTaskManager().findTasksByProcessInstanceId(run)) {
                offer(task, before, offers);
                List<Redated> redated = recorder.redate(task);
                redated.stream()
                        .filter(date -> !Objects.equals(date.before(), date.after()))
                        .map(date -> due(task, date))
                        .forEach(dates::add);
            }
            return new After(offers, dates);
        });
    }

    /** Where the model says the same as before, the group stays as it was worked out then. */
    private void offer(TaskEntity task, Before before, List<Offer> offers) {
        if (groupInModel(task).equals(before.groups().get(task.getId()))) {
            return;
        }
        String from = task.getOwner();
        String to = task.getTaskDefinition().getCandidateGroupIdExpressions().stream()
                .map(group -> String.valueOf(group.getValue(task.getExecution())))
                .findFirst()
                .orElse(from);
        recorder.offer(task, to);
        if (!from.equals(to)) {
            offers.add(new Offer(process(task), task.getTaskDefinitionKey(), task.getId(), from, to));
        }
    }

    private static String groupInModel(TaskEntity task) {
        return task.getTaskDefinition().getCandidateGroupIdExpressions().stream()
                .map(Expression::getExpressionText)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static Due due(TaskEntity task, Redated date) {
        return new Due(
                process(task),
                task.getTaskDefinitionKey(),
                task.getId(),
                date.provision(),
                date.before(),
                date.after());
    }

    private static String process(TaskEntity task) {
        return task.getExecution().getProcessDefinition().getKey();
    }
}
