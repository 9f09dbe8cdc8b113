package cymru.diogelu.invariants;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every check, in one list, and what no check of models can see. */
final class Invariants {

    /** What no model or form of today can keep, and what holds it instead. */
    static final Map<String, String> NOT_IN_MODELS = new TreeMap<>(Map.of(
            "INV-33",
                    "review conferences are procedures still to come; no model of today takes a name off the register",
            "INV-42",
                    "the procedure for professional differences is still to come; forms keep disagreement and dissent",
            "INV-43", "forms keep the reason why parents were not told; its proof comes with the later procedures"));

    private Invariants() {}

    static List<Check> checks() {
        return Stream.of(
                        EmergencyChecks.all(),
                        EvidenceChecks.all(),
                        ReportChecks.all(),
                        DecisionChecks.all(),
                        AdviceChecks.all(),
                        StrategyChecks.all(),
                        EnquiryChecks.all(),
                        ConferenceChecks.all(),
                        DelayChecks.all(),
                        DutyChecks.all())
                .flatMap(List::stream)
                .toList();
    }
}
