package cymru.diogelu.designer;

import java.util.List;

/** What came of a scenario; no faults means that the story holds. */
record ScenarioResult(Scenario scenario, String reference, List<String> faults) {

    boolean holds() {
        return faults.isEmpty();
    }
}
