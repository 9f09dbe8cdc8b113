package cymru.diogelu.operations;

import cymru.diogelu.access.Viewer;
import java.util.function.ToIntFunction;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;

/**
 * The service's own database and keys, opened for one command: nothing is served, and nothing that falls due is run. Where
 * they are is told by the same settings as to the service, in the environment or in {@code application.yaml}.
 */
final class ServiceData {

    private static final String[] NOTHING_RUNS = {
        "--diogelu.demonstration=false", "--logging.level.root=error", "--spring.main.banner-mode=off"
    };

    private ServiceData() {}

    /**
     * @param work what to do; gives the exit code of the command
     */
    static int open(Class<?> application, ToIntFunction<ApplicationContext> work) {
        var builder = new SpringApplicationBuilder(application).web(WebApplicationType.NONE);
        try (var context = Commands.start(() -> builder.run(NOTHING_RUNS))) {
            return work.applyAsInt(context);
        }
    }

    /** Who runs the command, by the name that the machine knows them by. */
    static Viewer operator() {
        return Viewer.atTheMachine(System.getProperty("user.name", "unknown"));
    }
}
