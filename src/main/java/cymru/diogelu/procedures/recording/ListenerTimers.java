package cymru.diogelu.procedures.recording;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;

/**
 * The timed listeners of a task, as the engine keeps them with a model that it has read. When the engine moves a case to a
 * model it crosses off those that the case has, in a copy of the outer map but in the model's own inner ones, so that no
 * later case under that model would be reminded (camunda-bpm-platform, issue 4637). Here whoever copies gets inner maps of
 * their own.
 */
final class ListenerTimers extends HashMap<String, Map<String, TimerDeclarationImpl>> {

    private static final long serialVersionUID = 1L;

    private ListenerTimers(Map<String, Map<String, TimerDeclarationImpl>> read) {
        super(read);
    }

    static void keep(ActivityImpl task) {
        Map<String, Map<String, TimerDeclarationImpl>> read =
                TimerDeclarationImpl.getTimeoutListenerDeclarationsForScope(task);
        if (!read.isEmpty()) {
            task.getProperties().set(BpmnProperties.TIMEOUT_LISTENER_DECLARATIONS, new ListenerTimers(read));
        }
    }

    @Override
    public Set<Map.Entry<String, Map<String, TimerDeclarationImpl>>> entrySet() {
        Set<Map.Entry<String, Map<String, TimerDeclarationImpl>>> copies = new LinkedHashSet<>();
        super.entrySet().forEach(entry -> copies.add(Map.entry(entry.getKey(), new HashMap<>(entry.getValue()))));
        return copies;
    }
}
