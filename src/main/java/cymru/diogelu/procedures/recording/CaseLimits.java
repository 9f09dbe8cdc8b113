package cymru.diogelu.procedures.recording;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.agencies.Group;
import cymru.diogelu.cases.CaseReference;
import cymru.diogelu.cases.Cases;
import cymru.diogelu.cases.SafeguardingCase;
import cymru.diogelu.deadlines.Deadline;
import cymru.diogelu.deadlines.Deadlines;
import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.procedures.EntryKind;
import cymru.diogelu.statute.Provision;
import cymru.diogelu.statute.Provisions;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a provision means for one case: its due date, its reminders, and who hears of it when it is passed. */
@Component
public class CaseLimits {

    private final Provisions provisions;
    private final Deadlines deadlines;
    private final Agencies agencies;
    private final Cases cases;
    private final Ledger ledger;
    private final CurrentAction action;

    CaseLimits(
            Provisions provisions,
            Deadlines deadlines,
            Agencies agencies,
            Cases cases,
            Ledger ledger,
            CurrentAction action) {
        this.provisions = provisions;
        this.deadlines = deadlines;
        this.agencies = agencies;
        this.cases = cases;
        this.ledger = ledger;
        this.action = action;
    }

    /** The limit runs from the event that the provision names; where the case has not recorded one, from now. */
    public Deadline deadline(String caseReference, String provisionId) {
        return deadline(caseReference, provisionId, action.at());
    }

    /** The same; where the case has not recorded that event, from the instant given. */
    Deadline deadline(String caseReference, String provisionId, Instant otherwise) {
        SafeguardingCase safeguardingCase = safeguardingCase(caseReference);
        String event =
                provisions.limitFor(provisionId, safeguardingCase.authority()).startsAt();
        Instant start = cases.clock(safeguardingCase.reference(), event).orElse(otherwise);
        return deadlines.calculate(provisionId, start, safeguardingCase.authority());
    }

    /**
     * The date that was set for a late step when it was offered, counted again from the start on the record; where that
     * can no longer be read, from the event that the provision names.
     *
     * @param element the step of the model that is late
     * @param tasks those of its tasks that are still open, by id; none when it has been done meanwhile
     */
    Deadline firstSet(String caseReference, String provisionId, String element, Collection<String> tasks) {
        Deque<Instant> starts = new ArrayDeque<>();
        ledger.forEach(caseReference, entry -> {
            if (entry.kind().equals(EntryKind.DEADLINE_SET.word())
                    && provisionId.equals(entry.body().get("provision"))
                    && element.equals(entry.subject().element())
                    && (tasks.isEmpty() || tasks.contains(entry.subject().task()))) {
                starts.add(OffsetDateTime.parse(String.valueOf(entry.body().get("start")))
                        .toInstant());
            }
        });
        String authority = safeguardingCase(caseReference).authority();
        return starts.isEmpty()
                ? deadline(caseReference, provisionId)
                : deadlines.calculate(provisionId, starts.getLast(), authority);
    }

    /** @throws IllegalArgumentException when the new date is not later than the first */
    Deadline extended(Deadline first, Instant newDue) {
        return deadlines.extended(first, newDue);
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
     * @param element the step of the model that is late
     * @param step 1 for the first to be told
     */
    public String escalationGroup(String caseReference, String provisionId, String element, int step) {
        Provision provision = provisions.get(provisionId);
        String asked = asked(caseReference, element).orElse(Objects.toString(provision.responsible(), ""));
        return group(caseReference, provision.escalatesTo(step, asked));
    }

    /** The role that the step was last offered to, by the record as far as it can be read: it may be done by now. */
    private Optional<String> asked(String caseReference, String element) {
        Deque<String> roles = new ArrayDeque<>();
        ledger.forEach(caseReference, entry -> {
            if (entry.readable()
                    && entry.kind().equals(EntryKind.TASK_OFFERED.word())
                    && element.equals(entry.subject().element())) {
                roles.add(Group.parse(String.valueOf(entry.body().get("group"))).role());
            }
        });
        return Optional.ofNullable(roles.peekLast());
    }

    private SafeguardingCase safeguardingCase(String caseReference) {
        return cases.find(new CaseReference(caseReference)).orElseThrow();
    }
}
