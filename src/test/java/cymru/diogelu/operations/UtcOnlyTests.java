package cymru.diogelu.operations;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

class UtcOnlyTests {

    private final TimeZone before = TimeZone.getDefault();

    @AfterEach
    void restore() {
        TimeZone.setDefault(before);
    }

    @Test
    void refusesAZoneWhoseClocksGoBack() {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/London"));

        assertThatExceptionOfType(RefusedStart.class)
                .isThrownBy(UtcOnlyTests::check)
                .withMessageContaining("Europe/London");
    }

    @Test
    void acceptsUtc() {
        TimeZone.setDefault(TimeZone.getTimeZone("Etc/UTC"));

        assertThatCode(UtcOnlyTests::check).doesNotThrowAnyException();
    }

    private static void check() {
        new UtcOnly().postProcessBeanFactory(new DefaultListableBeanFactory());
    }
}
