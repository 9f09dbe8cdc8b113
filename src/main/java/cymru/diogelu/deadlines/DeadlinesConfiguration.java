package cymru.diogelu.deadlines;

import cymru.diogelu.language.Bilingual;
import cymru.diogelu.statute.Provisions;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class DeadlinesConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(DeadlinesConfiguration.class);

    /** {@code diogelu.demo.clock}, an ISO time with offset, is the first instant of a demonstration. */
    @Bean
    @ConditionalOnProperty(name = "diogelu.clock", havingValue = "running", matchIfMissing = true)
    ServiceClock serviceClock(@Value("${diogelu.demo.clock:}") String first) {
        return first.isBlank()
                ? ServiceClock.real()
                : ServiceClock.startingAt(OffsetDateTime.parse(first).toInstant());
    }

    /** {@code diogelu.clock=standing} is for scenario books, sandboxes and tests, which set the clock themselves. */
    @Bean
    @ConditionalOnProperty(name = "diogelu.clock", havingValue = "standing")
    ServiceClock standingClock(@Value("${diogelu.demo.clock:}") String first) {
        return ServiceClock.fixedAt(
                first.isBlank() ? Instant.EPOCH : OffsetDateTime.parse(first).toInstant());
    }

    /** {@code diogelu.calendar} is a folder with newer files from GOV.UK, such as {@code file:/etc/diogelu/calendar}. */
    @Bean
    WorkingCalendar workingCalendar(@Value("${diogelu.calendar:classpath:calendar}") String folder) {
        return new WorkingCalendar(BankHolidays.read(folder));
    }

    @Bean
    Deadlines deadlines(Provisions provisions, WorkingCalendar calendar, ServiceClock clock) {
        Deadlines deadlines = new Deadlines(provisions, calendar, clock);
        deadlines.horizonWarning().map(Bilingual::en).ifPresent(LOG::warn);
        return deadlines;
    }
}
