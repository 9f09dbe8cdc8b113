package cymru.diogelu.procedures.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.stereotype.Component;

/**
 * Runs several calls of the engine's services as one of its commands, so that what one call has read the next need not
 * read again. The engine writes at the end of the step: queries see its changes only after it.
 */
@Component
public class EngineStep {

    private final SpringProcessEngineConfiguration configuration;

    EngineStep(SpringProcessEngineConfiguration configuration) {
        this.configuration = configuration;
    }

    public <T> T run(Supplier<T> calls) {
        return configuration.getCommandExecutorTxRequired().execute(context -> calls.get());
    }
}
