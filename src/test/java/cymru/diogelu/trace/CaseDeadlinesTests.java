package cymru.diogelu.trace;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.ledger.Actor;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.ledger.Subject;
import cymru.diogelu.procedures.EntryKind;
import cymru.diogelu.trace.CaseDeadlines.Dated;
import cymru.diogelu.trace.CaseDeadlines.Status;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CaseDeadlinesTests {

    private static final Instant DUE = Instant.parse("2027-05-10T16:00:00Z");

    private static final OffsetDateTime LATER = OffsetDateTime.parse("2027-05-14T17:00:00+01:00");

    private final List<Entry> entries = new ArrayList<>();

    @Test
    void anExtensionIsOfTheLateStepAloneWhenOthersHaveTheSameProvision() {
        set("userTask_seeChild", "1");
        set("userTask_determineEnquiryOutcome", "2");
        extend("userTask_determineEnquiryOutcome", List.of("2"));

        assertThat(deadlines(DUE)).extracting(Dated::extendedTo).containsExactly(null, LATER);
    }

    @Test
    void anExtensionIsNotOfTheSameStepInAnEarlierRound() {
        set("userTask_determineEnquiryOutcome", "1");
        done("userTask_determineEnquiryOutcome", "1", DUE.minusSeconds(60));
        set("userTask_determineEnquiryOutcome", "2");
        extend("userTask_determineEnquiryOutcome", List.of("2"));

        assertThat(deadlines(DUE)).extracting(Dated::extendedTo).containsExactly(null, LATER);
    }

    @Test
    void whatIsStillOpenAtTheDueInstantIsBreached() {
        set("userTask_seeChild", "1");

        assertThat(deadlines(DUE.minusMillis(1))).extracting(Dated::status).containsExactly(Status.OPEN);
        assertThat(deadlines(DUE)).extracting(Dated::status).containsExactly(Status.BREACHED);
    }

    @Test
    void whatIsDoneAtTheDueInstantIsKept() {
        set("userTask_seeChild", "1");
        set("userTask_seeChild", "2");
        done("userTask_seeChild", "1", DUE);
        done("userTask_seeChild", "2", DUE.plusMillis(1));

        assertThat(deadlines(DUE)).extracting(Dated::status).containsExactly(Status.MET, Status.LATE);
    }

    @Test
    void aBreachStaysWhenTheStepIsNoLongerAsked() {
        set("userTask_seeChild", "1");
        withdrawn("userTask_seeChild", "1", DUE.plusSeconds(3600));

        assertThat(deadlines(DUE)).singleElement().satisfies(dated -> {
            assertThat(dated.status()).isEqualTo(Status.BREACHED_THEN_WITHDRAWN);
            assertThat((Object) dated.done()).isNull();
            assertThat((Object) dated.withdrawn()).isEqualTo(OffsetDateTime.parse("2027-05-10T18:00:00+01:00"));
        });
    }

    @Test
    void whatIsNoLongerAskedBeforeItsDateIsNoBreachAndWhatIsWithdrawnAtItIsOne() {
        set("userTask_seeChild", "1");
        set("userTask_seeChild", "2");
        withdrawn("userTask_seeChild", "1", DUE.minusMillis(1));
        withdrawn("userTask_seeChild", "2", DUE);

        assertThat(deadlines(DUE.plusSeconds(7200)))
                .extracting(Dated::status)
                .containsExactly(Status.WITHDRAWN, Status.BREACHED_THEN_WITHDRAWN);
    }

    @Test
    void saysInLondonTimeWhenAStepWasDone() {
        set("userTask_seeChild", "1");
        done("userTask_seeChild", "1", DUE);

        assertThat((Object) deadlines(DUE).get(0).done()).isEqualTo(OffsetDateTime.parse("2027-05-10T17:00:00+01:00"));
    }

    private List<Dated> deadlines(Instant now) {
        return CaseDeadlines.of(entries, now).deadlines();
    }

    private void set(String element, String task) {
        add(
                EntryKind.DEADLINE_SET,
                new Subject("section-47-enquiry", 1, element, task),
                DUE.minusSeconds(3600),
                Map.of("provision", "DL-09", "start", "2027-04-26T11:00+01:00", "due", "2027-05-10T17:00+01:00"));
    }

    private void done(String element, String task, Instant at) {
        add(EntryKind.ANSWERS_SUBMITTED, new Subject("section-47-enquiry", 1, element, task), at, Map.of());
    }

    private void withdrawn(String element, String task, Instant at) {
        add(EntryKind.TASK_WITHDRAWN, new Subject("section-47-enquiry", 1, element, task), at, Map.of());
    }

    private void extend(String element, List<String> tasks) {
        add(
                EntryKind.DEADLINE_EXTENDED,
                new Subject("escalate-overdue-step", 1, "serviceTask_extendLimit", null),
                DUE,
                Map.of(
                        "provision",
                        "DL-09",
                        "overdueElement",
                        element,
                        "tasks",
                        tasks,
                        "newDue",
                        "2027-05-14T17:00+01:00"));
    }

    private void add(EntryKind kind, Subject subject, Instant at, Map<String, Object> body) {
        entries.add(new Entry(
                "DGL-2027-000001", entries.size() + 1, at, Actor.SYSTEM, kind.word(), subject, body, null, "", ""));
    }
}
