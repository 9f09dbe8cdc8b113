package cymru.diogelu.operations;

import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** The command line of the jar: {@code serve} when nothing else is named. Exit 0 is fine, 1 findings, 2 wrong use. */
@Command(
        name = "diogelu",
        description = "The Wales Safeguarding Procedures for children, made executable.",
        mixinStandardHelpOptions = true,
        subcommands = {Commands.Serve.class, ScenariosCommand.class})
public final class Commands {

    private final Class<?> application;

    private Commands(Class<?> application) {
        this.application = application;
    }

    /**
     * Runs the command that the arguments name.
     *
     * @param application the class that Spring starts from
     */
    public static void run(Class<?> application, String[] arguments) {
        boolean serve = arguments.length == 0 || arguments[0].startsWith("--") && !isHelp(arguments[0]);
        if (serve) {
            serve(application, arguments);
            return;
        }
        int exit = new CommandLine(new Commands(application)).execute(arguments);
        if (exit != 0 || !arguments[0].equals("serve")) {
            System.exit(exit);
        }
    }

    private static void serve(Class<?> application, String[] options) {
        var service = new SpringApplication(application);
        service.addInitializers(new ServeConditions());
        service.run(options);
    }

    private static boolean isHelp(String argument) {
        return argument.equals("--help") || argument.equals("--version");
    }

    Class<?> application() {
        return application;
    }

    @Command(name = "serve", description = "Starts the service (the default).")
    static final class Serve implements Callable<Integer> {

        @CommandLine.ParentCommand
        private Commands parent = new Commands(Object.class);

        @Unmatched
        private String[] options = {};

        @Override
        public Integer call() {
            try {
                serve(parent.application(), options);
                return 0;
            } catch (RefusedStart said) {
                // Spring has written the reason into the log already.
                return 1;
            }
        }
    }
}
