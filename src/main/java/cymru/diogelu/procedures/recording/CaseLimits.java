package cymru.diogelu.procedures.recording;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.cases.CaseReference;
import cymru.diogelu.cases.Cases;
import cymru.diogelu.cases.SafeguardingCase;
import cymru.diogelu.deadlines.Deadline;
import cymru.diogelu.deadlines.Deadlines;
import cymru.diogelu.statute.Provisions;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What a provision means for one case: its due date, its reminders, and who hears of it when it is passed. */
@Component
public class CaseLimits {

    private final Provisions provisions;
    private final Deadlines deadlines;
    private final Agencies agencies;
    private final Cases cases;
    private final CurrentAction action;

    CaseLimits(Provisions provisions, Deadlines deadlines, Agencies agencies, Cases cases, CurrentAction action) {
        this.provisions = provisions;
        this.deadlines = deadlines;
        this.agencies = agencies;
        this.cases = cases;
        this.action = action;
    }

    /** The limit runs from the event that the provision names; where the case has not recorded one, from now. */
    public Deadline deadline(String caseReference, String provisionId) {
        SafeguardingCase safeguardingCase = safeguardingCase(caseReference);
        String event =
                provisions.limitFor(provisionId, safeguardingCase.authority()).startsAt();
        Instant start = cases.clock(safeguardingCase.reference(), event).orElse(action.at());
        return deadlines.calculate(provisionId, start, safeguardingCase.authority());
    }

    /** The candidate group of a role at the place of the child's case. */
    public String group(String caseReference, String role) {
        return agencies.candidateGroup(role, safeguardingCase(caseReference).authority());
    }

    /** The group that raised the concern. */
    public String reporterGroup(String caseReference) {
        return safeguardingCase(caseReference).reporterGroup();
    }

    /**
     * The group on one step of a provision's escalation ladder; the last step answers for every further one.
     *
     * @param step 1 for the first to be told
     */
    public String escalationGroup(String caseReference, String provisionId, int step) {
        return group(caseReference, provisions.get(provisionId).escalatesTo(step));
    }

    private SafeguardingCase safeguardingCase(String caseReference) {
        return cases.find(new CaseReference(caseReference)).orElseThrow();
    }
}
