package cymru.diogelu.procedures.recording;

import cymru.diogelu.ledger.Happening;
import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.ledger.Subject;
import cymru.diogelu.procedures.EntryKind;
import java.util.Map;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what the engine does into entries of the case's ledger, in the engine's own transaction. */
@Component
public class Recorder {

    private final Ledger ledger;
    private final CurrentAction action;

    Recorder(Ledger ledger, CurrentAction action) {
        this.ledger = ledger;
        this.action = action;
    }

    /** Records something about one element of the model in which {@code execution} stands. */
    void record(ExecutionEntity execution, EntryKind kind, @Nullable String element, Map<String, Object> body) {
        record(execution, kind, element, null, body);
    }

    void record(
            ExecutionEntity execution,
            EntryKind kind,
            @Nullable String element,
            @Nullable String task,
            Map<String, Object> body) {
        var definition = execution.getProcessDefinition();
        var subject = new Subject(definition.getKey(), definition.getVersion(), element, task);
        record(execution.getProcessBusinessKey(), kind, subject, body);
    }

    /** Records something about a case at the moment, and by the actor, of the current transaction. */
    public void record(String caseReference, EntryKind kind, Subject subject, Map<String, Object> body) {
        ledger.append(new Happening(caseReference, action.at(), action.actor(), kind.word(), subject, body));
    }
}
