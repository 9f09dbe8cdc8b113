package cymru.diogelu.procedures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import cymru.diogelu.access.Viewer;
import cymru.diogelu.api.UsualAnswers;
import cymru.diogelu.deadlines.ServiceClock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** Timers that are taken away, collide or fail while the clock passes them. */
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:due-work;DB_CLOSE_DELAY=-1",
            "diogelu.demonstration=false",
            "diogelu.clock=standing"
        })
@ExtendWith(OutputCaptureExtension.class)
@Timeout(60)
class DueWorkProcessTests {

    @Autowired
    private ManagementService engine;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private SpringProcessEngineConfiguration configuration;

    @Autowired
    private Procedures procedures;

    @Autowired
    private ServiceClock clock;

    @Autowired
    private JdbcTemplate jdbc;

    private ManagementService disturbed;
    private List<Job> timers;

    @BeforeEach
    void openACase() {
        engine.createJobQuery().list().forEach(job -> engine.deleteJob(job.getId()));
        clock.standAt(Instant.parse("2027-02-01T10:15:00Z"));
        String school = "education.W06000015";
        procedures.open(new Viewer(school, "education", "W06000015", Set.of(school)), UsualAnswers.concern(), null);
        timers = timers();
        disturbed = mock(ManagementService.class, delegatesTo(engine));
    }

    @Test
    void passesOverATimerThatASubmissionTookAway() {
        doAnswer(call -> {
                    engine.deleteJob(call.getArgument(0));
                    engine.executeJob(call.getArgument(0));
                    return null;
                })
                .when(disturbed)
                .executeJob(anyString());

        assertThat(work().advanceTo(due(first()))).isZero();
        assertThat(timers()).extracting(Job::getId).doesNotContain(first().getId());
    }

    @Test
    void goesOnWithTheNextTimerWhenOneFails(CapturedOutput output) {
        breakTimer(first());

        work().advanceTo(due(timers.get(1)));

        assertThat(timers())
                .extracting(Job::getId)
                .contains(first().getId())
                .doesNotContain(timers.get(1).getId());
        assertThat(output)
                .contains(first().getId(), first().getProcessDefinitionKey())
                .doesNotContain("nowhere");
    }

    @Test
    void endsTheRunWhenATimerCollidesForEver() {
        doThrow(new OptimisticLockingException("busy")).when(disturbed).executeJob(anyString());

        assertThat(work().advanceTo(due(first()))).isZero();
        assertThat(job(first()).getDuedate()).isEqualTo(first().getDuedate());
        assertThat(clock.instant()).isEqualTo(due(first()));
    }

    @Test
    void triesACollisionAgainAtItsOwnInstant() {
        doThrow(new OptimisticLockingException("busy"))
                .doAnswer(call -> {
                    engine.executeJob(call.getArgument(0));
                    return null;
                })
                .when(disturbed)
                .executeJob(anyString());

        assertThat(work().advanceTo(due(first()))).isEqualTo(1);
        assertThat(clock.instant()).isEqualTo(due(first()));
    }

    @Test
    void leavesATimerThatCollidedDueAtItsInstant() {
        fail(first(), new OptimisticLockingException("busy"));

        assertThat(job(first()).getDuedate()).isEqualTo(first().getDuedate());
        assertThat(job(first()).getRetries()).isEqualTo(first().getRetries());
    }

    @Test
    void putsAFailedTimerOffOnTheClockOfTheService() {
        breakTimer(first());

        work().advanceTo(due(first()));

        assertThat(due(job(first()))).isEqualTo(due(first()).plusSeconds(10));
        assertThat(work().failing()).isEqualTo(1);
    }

    @Test
    void saysAtEachTickWhichTimersHaveUsedUpTheirTries(CapturedOutput output) {
        breakTimer(first());
        clock.standAt(due(first()));
        work().advanceTo(due(first()).plusSeconds(2 * 3600));
        assertThat(job(first()).getRetries()).isZero();

        for (int tick = 1; tick <= 2; tick++) {
            work().runDue();
            assertThat(output.toString().split("timer " + first().getId() + " of .* has used up its tries"))
                    .hasSize(tick + 1);
        }
    }

    @Test
    void datesWhatTheEngineDatesByTheClockOfTheService() {
        assertThat(ClockUtil.getCurrentTime()).isEqualTo(Date.from(clock.instant()));
    }

    private void fail(Job job, RuntimeException failure) {
        configuration
                .getCommandExecutorTxRequiresNew()
                .execute(configuration.getFailedJobCommandFactory().getCommand(job.getId(), failure));
    }

    private DueWork work() {
        return new DueWork(disturbed, runtime, clock);
    }

    private Job first() {
        return timers.get(0);
    }

    private List<Job> timers() {
        return engine.createJobQuery()
                .timers()
                .orderByJobDuedate()
                .asc()
                .orderByJobId()
                .asc()
                .list();
    }

    private Job job(Job before) {
        return engine.createJobQuery().jobId(before.getId()).singleResult();
    }

    private static Instant due(Job job) {
        return job.getDuedate().toInstant();
    }

    private void breakTimer(Job job) {
        jdbc.update("UPDATE ACT_RU_JOB SET HANDLER_CFG_ = 'nowhere' WHERE ID_ = ?", job.getId());
    }
}
