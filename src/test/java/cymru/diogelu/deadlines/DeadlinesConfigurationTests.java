package cymru.diogelu.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.statute.Provisions;
import java.io.FileNotFoundException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class DeadlinesConfigurationTests {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withUserConfiguration(DeadlinesConfiguration.class)
            .withBean(Provisions.class, Provisions::load);

    @Test
    void offersClockCalendarAndDeadlines() {
        service.run(context -> assertThat(context)
                .hasSingleBean(ServiceClock.class)
                .hasSingleBean(WorkingCalendar.class)
                .hasSingleBean(Deadlines.class));
    }

    @Test
    void startsTheClockWhereADemonstrationSays() {
        service.withPropertyValues("diogelu.demo.clock=2027-04-02T17:01:00+01:00")
                .run(context -> assertThat(context.getBean(ServiceClock.class).instant())
                        .isBetween(Instant.parse("2027-04-02T16:00:59Z"), Instant.parse("2027-04-02T16:10:00Z")));
    }

    @Test
    void doesNotStartWithABrokenCalendar() {
        service.withPropertyValues("diogelu.calendar=classpath:nowhere")
                .run(context -> assertThat(context).getFailure().rootCause().isInstanceOf(FileNotFoundException.class));
    }
}
