package cymru.diogelu.procedures.models;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;

/** Makes sure that the procedures of a set hang together: one begins the case, calls the others, and all know its reference. */
final class ProcedureCalls {

    private static final String REFERENCE = "[$#]\\{\\s*execution\\.processBusinessKey\\s*}";

    private ProcedureCalls() {}

    /** @throws BrokenModel naming a procedure that cannot be begun, or a call that loses the reference of the case */
    static void check(Map<String, BpmnModelInstance> models) {
        List<String> called = models.values().stream()
                .map(ProcedureCalls::calls)
                .flatMap(Collection::stream)
                .map(CallActivity::getCalledElement)
                .toList();
        models.forEach((file, model) -> {
            Process process =
                    model.getModelElementsByType(Process.class).iterator().next();
            requireExecutable(file, process);
            calls(model).forEach(call -> requireReference(file, call));
            if (!called.contains(process.getId())) {
                requireRoot(file, process);
                CaseEnds.check(file, model);
            }
        });
    }

    private static Collection<CallActivity> calls(BpmnModelInstance model) {
        return model.getModelElementsByType(CallActivity.class);
    }

    private static void requireExecutable(String file, Process process) {
        if (!process.isExecutable()) {
            throw new BrokenModel(file, process.getId(), "is not executable (isExecutable)");
        }
    }

    private static void requireRoot(String file, Process process) {
        if (!ModelSet.ROOT.equals(process.getId())) {
            throw new BrokenModel(
                    file,
                    process.getId(),
                    "no procedure calls it, and a case begins with '%s'".formatted(ModelSet.ROOT));
        }
        boolean asks = process.getChildElementsByType(StartEvent.class).stream()
                .anyMatch(start -> ModelSet.START_FORM.equals(start.getCamundaFormRef()));
        if (!asks) {
            throw new BrokenModel(
                    file, process.getId(), "its start event asks no form '%s'".formatted(ModelSet.START_FORM));
        }
    }

    private static void requireReference(String file, CallActivity call) {
        boolean handsOver = ModelReader.extensions(call, CamundaIn.class).stream()
                .map(CamundaIn::getCamundaBusinessKey)
                .anyMatch(key -> key != null && key.matches(REFERENCE));
        if (!handsOver) {
            throw new BrokenModel(
                    file,
                    call.getId(),
                    "does not hand over the reference of the case (businessKey #{execution.processBusinessKey})");
        }
    }
}
