package cymru.diogelu.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cymru.diogelu.DiogeluApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

class ServeConditionsTests {

    private final MockEnvironment environment = new MockEnvironment().withProperty("server.address", "127.0.0.1");

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "::1", "localhost"})
    void letADemonstrationServeThisMachine(String address) {
        environment.setProperty("server.address", address);

        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "", " "})
    void refuseToServeOtherMachines(String address) {
        environment.setProperty("server.address", address);

        assertThatExceptionOfType(RefusedStart.class).isThrownBy(this::check).withMessageContaining("server.address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "FALSE"})
    void refuseToServeAnythingButADemonstration(String demonstration) {
        environment.setProperty("diogelu.demonstration", demonstration);

        assertThatExceptionOfType(RefusedStart.class).isThrownBy(this::check).withMessageContaining("production mode");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void areAskedBeforeTheServiceStarts(CapturedOutput output) {
        String[] line = {"serve", "--diogelu.demonstration=false", "--spring.datasource.url=jdbc:h2:mem:refused"};

        assertThat(Commands.execute(DiogeluApplication.class, line)).isEqualTo(1);
        assertThat(output).contains("APPLICATION FAILED TO START", "no production mode yet");
    }

    private void check() {
        var context = new GenericApplicationContext();
        context.setEnvironment(environment);
        new ServeConditions().initialize(context);
    }
}
