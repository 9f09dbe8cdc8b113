package cymru.diogelu.procedures;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.access.Viewer;
import cymru.diogelu.api.UsualAnswers;
import cymru.diogelu.deadlines.ServiceClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** On 25 October 2026 London's clocks show the hour from 01:00 twice: two limits of one hour end at 01:30, an hour apart. */
abstract class DoubledHourContract {

    private static final Instant SUMMER = Instant.parse("2026-10-25T00:30:00Z");
    private static final Instant WINTER = Instant.parse("2026-10-25T01:30:00Z");
    private static final String SCHOOL = "education.W06000015";
    private static final Viewer REPORTER = new Viewer(SCHOOL, "education", "W06000015", Set.of(SCHOOL));

    @Autowired
    private Procedures procedures;

    @Autowired
    private ManagementService engine;

    @Autowired
    private DueWork dueWork;

    @Autowired
    private ServiceClock clock;

    private String first;
    private String second;

    @BeforeEach
    void openTwoCases() {
        engine.createJobQuery().list().forEach(job -> engine.deleteJob(job.getId()));
        first = open(SUMMER);
        second = open(WINTER);
    }

    @Test
    void keepsTheInstantOfEachLimit() {
        assertThat(report(first).due()).isEqualTo(SUMMER);
        assertThat(report(second).due()).isEqualTo(WINTER);
        assertThat(timers()).containsExactlyInAnyOrder(SUMMER, WINTER);
    }

    @Test
    void passesOneLimitAnHourBeforeTheOther() {
        dueWork.runDue();
        assertThat(late(first)).isTrue();
        assertThat(late(second)).isFalse();

        dueWork.advanceTo(WINTER.minusMillis(1));
        assertThat(late(second)).isFalse();

        dueWork.advanceTo(WINTER);
        assertThat(late(second)).isTrue();
    }

    @Test
    void pagesThroughBothInOrder() {
        var after = new TaskCursor(report(first).due(), report(first).id()).text();

        List<OpenTask> rest = procedures
                .tasks(REPORTER, Set.of(SCHOOL), TaskFilter.ALL, after)
                .tasks();

        assertThat(rest)
                .extracting(OpenTask::id)
                .contains(report(second).id())
                .doesNotContain(report(first).id());
    }

    private String open(Instant due) {
        clock.standAt(due.minus(Duration.ofHours(1)));
        var concern = UsualAnswers.with(UsualAnswers.concern(), "raisedAt", "2026-10-24T20:00:00Z");
        return procedures.open(REPORTER, concern, null).get(0);
    }

    private OpenTask report(String reference) {
        return procedures.tasksOfCase(reference).stream()
                .filter(task -> task.element().equals("userTask_makeReport"))
                .findFirst()
                .orElseThrow();
    }

    private List<Instant> timers() {
        return engine.createJobQuery().activityId("boundaryEvent_makeReportPR03").list().stream()
                .map(job -> job.getDuedate().toInstant())
                .toList();
    }

    private boolean late(String reference) {
        return procedures.tasksOfCase(reference).stream()
                .anyMatch(task -> task.process().equals("escalate-overdue-step"));
    }
}
