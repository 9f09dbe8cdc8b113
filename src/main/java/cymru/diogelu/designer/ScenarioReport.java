package cymru.diogelu.designer;

import java.util.List;

/**
 * What a run of the scenario book found.
 *
 * @param lines one line for each story, with what was not as it tells indented below
 * @param untried sequence flows, end events and table rows that no story has gone through
 * @param failed how many stories did not hold
 */
public record ScenarioReport(int stories, int failed, List<String> lines, List<String> untried) {

    public boolean holds() {
        return failed == 0 && stories > 0;
    }
}
