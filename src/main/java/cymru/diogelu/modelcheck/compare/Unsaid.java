package cymru.diogelu.modelcheck.compare;

import java.util.Map;
import java.util.Optional;

/** The values that BPMN and the engine go by where a file gives none; modelers leave them out when they save. */
final class Unsaid {

    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("cancelActivity", "true"),
            Map.entry("isInterrupting", "true"),
            Map.entry("triggeredByEvent", "false"),
            Map.entry("parallelMultiple", "false"),
            Map.entry("isSequential", "false"),
            Map.entry("behavior", "All"),
            Map.entry("isForCompensation", "false"),
            Map.entry("startQuantity", "1"),
            Map.entry("completionQuantity", "1"),
            Map.entry("gatewayDirection", "Unspecified"),
            Map.entry("eventGatewayType", "Exclusive"),
            Map.entry("instantiate", "false"),
            Map.entry("waitForCompletion", "true"),
            Map.entry("camunda:async", "false"),
            Map.entry("camunda:asyncBefore", "false"),
            Map.entry("camunda:asyncAfter", "false"),
            Map.entry("camunda:exclusive", "true"),
            Map.entry("camunda:isStartableInTasklist", "true"),
            Map.entry("camunda:calledElementBinding", "latest"),
            Map.entry("camunda:decisionRefBinding", "latest"),
            Map.entry("camunda:mapDecisionResult", "resultList"));

    private Unsaid() {}

    /** What holds where nothing is said; empty where that is nothing. */
    static Optional<String> value(String leaf) {
        return Optional.ofNullable(VALUES.get(leaf));
    }

    static boolean is(String leaf, String value) {
        return value.equals(VALUES.get(leaf));
    }
}
