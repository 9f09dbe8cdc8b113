package cymru.diogelu.procedures.recording;

import cymru.diogelu.procedures.EntryKind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records each decision table evaluated in a case: what went in, which rows hit, what came out. */
@Component
public class DecisionRecorder implements DmnDecisionTableEvaluationListener {

    private final Recorder recorder;

    DecisionRecorder(Recorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
        ExecutionEntity execution = Context.getBpmnExecutionContext().getExecution();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("decision", event.getDecisionTable().getKey());
        body.put("inputs", inputs(event));
        body.put(
                "rules",
                event.getMatchingRules().stream()
                        .map(DmnEvaluatedDecisionRule::getId)
                        .toList());
        body.put(
                "outputs",
                event.getMatchingRules().stream().map(DecisionRecorder::outputs).toList());
        recorder.record(execution, EntryKind.DECISION_EVALUATED, execution.getCurrentActivityId(), body);
    }

    private static Map<String, @Nullable Object> inputs(DmnDecisionTableEvaluationEvent event) {
        Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
        Map<String, String> expressions = expressions(event.getDecisionTable());
        event.getInputs()
                .forEach(input -> inputs.put(
                        expressions.getOrDefault(input.getId(), input.getId()),
                        plain(input.getValue().getValue())));
        return inputs;
    }

    /** Labels are words for people and may be mended; what a column asks is its expression. */
    private static Map<String, String> expressions(DmnDecision decision) {
        Map<String, String> expressions = new HashMap<>();
        if (decision.getDecisionLogic() instanceof DmnDecisionTableImpl table) {
            table.getInputs().forEach(input -> {
                String expression = input.getExpression().getExpression();
                if (expression != null) {
                    expressions.put(input.getId(), expression.strip());
                }
            });
        }
        return expressions;
    }

    private static Map<String, @Nullable Object> outputs(DmnEvaluatedDecisionRule rule) {
        Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
        rule.getOutputEntries()
                .values()
                .forEach(output -> outputs.put(
                        output.getOutputName(), plain(output.getValue().getValue())));
        return outputs;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value == null || value instanceof Boolean || value instanceof Number || value instanceof List) {
            return value;
        }
        return value.toString();
    }
}
