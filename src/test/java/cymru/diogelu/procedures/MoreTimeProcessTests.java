package cymru.diogelu.procedures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cymru.diogelu.access.Viewer;
import cymru.diogelu.agencies.Group;
import cymru.diogelu.api.UsualAnswers;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.forms.FieldError;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.ledger.Ledger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** A strategy discussion that was due on 2 February 2027 at 17:00 and for which more time is asked. */
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:moretime;DB_CLOSE_DELAY=-1",
            "diogelu.demonstration=false",
            "diogelu.clock=standing"
        })
class MoreTimeProcessTests {

    private static final String RAISED = "2027-02-01T09:45:00Z";

    @Autowired
    private Procedures procedures;

    @Autowired
    private DueWork dueWork;

    @Autowired
    private ServiceClock clock;

    @Autowired
    private Ledger ledger;

    private String reference = "";

    @BeforeEach
    void letADiscussionBeLate() {
        arrangeADiscussion();
        while (offered("userTask_shareInformation").findAny().isPresent()) {
            answer("userTask_shareInformation", Map.of());
        }
        dueWork.advanceTo(due());
        answer("userTask_explainDelay", Map.of());
    }

    private void arrangeADiscussion() {
        clock.standAt(Instant.parse(RAISED));
        reference =
                procedures.open(viewer("education.W06000015"), concern(), null).get(0);
        answer("userTask_makeReport", Map.of("reportedAt", RAISED));
        answer("userTask_confirmReport", Map.of("writtenConfirmedAt", RAISED));
        answer("userTask_readReport", Map.of("reportReadAt", RAISED));
        answer("userTask_discussWithPolice", Map.of("policeDiscussedAt", RAISED));
        answer("userTask_makeChecks", Map.of());
        answer("userTask_decide", Map.of("decidedAt", RAISED));
        answer("userTask_arrangeDiscussion", Map.of());
        answer("userTask_tellReporter", Map.of("outcomeSentToReporterAt", RAISED));
    }

    @Test
    void refusesATimeEarlierOnTheDayOfTheDecision() {
        assertThat(refused(due().minusSeconds(3600))).containsExactly("newDue inThePast");
    }

    @Test
    void refusesTheFirstDateAgain() {
        assertThat(refused(due())).containsExactly("newDue notLater");
        assertThat(extensions()).isEmpty();
    }

    @Test
    void thePassedLimitNamesTheLateStepAndItsOpenTask() {
        assertThat(entries(EntryKind.DEADLINE_BREACHED)).extracting(Entry::body).anySatisfy(body -> assertThat(body)
                .containsEntry("step", "userTask_holdDiscussion")
                .containsEntry("tasks", List.of(late().id()))
                .containsEntry("stillOpen", List.of()));
    }

    @Test
    void thePassedLimitOfARepeatedStepNamesThoseWhoHaveNotAnswered() {
        arrangeADiscussion();
        answer("userTask_shareInformation", Map.of());
        List<OpenTask> silent = offered("userTask_shareInformation").toList();

        dueWork.advanceTo(Objects.requireNonNull(silent.get(0).due()));

        assertThat(silent).isNotEmpty();
        assertThat(entries(EntryKind.DEADLINE_BREACHED)).extracting(Entry::body).anySatisfy(body -> assertThat(body)
                .containsEntry("step", "userTask_shareInformation")
                .containsEntry(
                        "stillOpen",
                        silent.stream().map(OpenTask::about).sorted().toList()));
    }

    @Test
    void whoeverIsQuickerThanTheTimerDoesNotHideThatTheLimitPassed() {
        arrangeADiscussion();
        while (offered("userTask_shareInformation").findAny().isPresent()) {
            answer("userTask_shareInformation", Map.of());
        }
        clock.standAt(due().plusSeconds(1));

        answer("userTask_holdDiscussion", Map.of("heldAt", due().toString()));

        assertThat(entries(EntryKind.DEADLINE_BREACHED))
                .extracting(entry -> entry.body().get("step"))
                .contains("userTask_holdDiscussion");
    }

    @Test
    void theLaterDateExplainsItselfInBothLanguages() {
        answer("userTask_decideMoreTime", Map.of("newDue", "2027-02-08T17:00:00Z"));

        assertThat(extensions()).singleElement().satisfies(extension -> assertThat(extension.body())
                .containsEntry("overdueElement", "userTask_holdDiscussion")
                .containsEntry("tasks", List.of(late().id()))
                .extractingByKey("explanation", InstanceOfAssertFactories.MAP)
                .containsEntry("due", "2027-02-08T17:00:00Z")
                .extractingByKey("notes")
                .asString()
                .contains("More time was granted: from ", "Rhoddwyd mwy o amser: o "));
        assertThat(late().due()).isEqualTo("2027-02-08T17:00:00Z");
    }

    @Test
    void aReminderMarksTheTaskOnceItHasCome() {
        arrangeADiscussion();
        Instant reminder = reminder();

        dueWork.advanceTo(reminder.minusSeconds(1));
        assertThat(late().reminded()).isFalse();

        dueWork.advanceTo(reminder);
        assertThat(late().reminded()).isTrue();
    }

    @Test
    void theLaterDateTakesTheMarkAway() {
        assertThat(late().reminded()).isTrue();

        answer("userTask_decideMoreTime", Map.of("newDue", "2027-02-08T17:00:00Z"));

        assertThat(late().reminded()).isFalse();
    }

    private Instant reminder() {
        String task = late().id();
        return entries(EntryKind.DEADLINE_SET).stream()
                .filter(entry -> task.equals(entry.subject().task()))
                .flatMap(entry -> ((List<?>) Objects.requireNonNull(entry.body().get("reminders"))).stream())
                .map(first -> OffsetDateTime.parse((String) first).toInstant())
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> concern() {
        return UsualAnswers.with(
                UsualAnswers.with(UsualAnswers.concern(), "concernTypes", List.of("neglect")), "deviceInvolved", "no");
    }

    private List<String> refused(Instant newDue) {
        List<FieldError> errors = new ArrayList<>();
        assertThatExceptionOfType(AnswersRefused.class)
                .isThrownBy(() -> answer("userTask_decideMoreTime", Map.of("newDue", newDue.toString())))
                .satisfies(refused -> errors.addAll(refused.errors()));
        return errors.stream().map(error -> error.key() + " " + error.code()).toList();
    }

    private List<Entry> extensions() {
        return entries(EntryKind.DEADLINE_EXTENDED);
    }

    private List<Entry> entries(EntryKind kind) {
        List<Entry> found = new ArrayList<>();
        ledger.forEach(reference, entry -> {
            if (entry.kind().equals(kind.word())) {
                found.add(entry);
            }
        });
        return found;
    }

    private Instant due() {
        return Objects.requireNonNull(late().due());
    }

    private OpenTask late() {
        return task("userTask_holdDiscussion");
    }

    private void answer(String element, Map<String, Object> bent) {
        OpenTask task = task(element);
        Map<String, Object> answers = UsualAnswers.of(
                procedures.task(viewer(task.group()), task.id()).form().id());
        answers.putAll(bent);
        procedures.submit(viewer(task.group()), task.id(), answers);
    }

    private OpenTask task(String element) {
        return offered(element).findFirst().orElseThrow();
    }

    private Stream<OpenTask> offered(String element) {
        return procedures.tasksOfCase(reference).stream()
                .filter(task -> task.element().equals(element));
    }

    private static Viewer viewer(String group) {
        Group parsed = Group.parse(group);
        return new Viewer(group, parsed.role(), parsed.place(), Set.of(group));
    }
}
