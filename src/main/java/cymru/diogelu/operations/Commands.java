package cymru.diogelu.operations;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Unmatched;

/** The command line of the jar: {@code serve} when nothing else is named. Exit 0 is fine, 1 findings, 2 wrong use. */
@Command(
        name = "diogelu",
        description = "The Wales Safeguarding Procedures for children, made executable.",
        mixinStandardHelpOptions = true,
        subcommands = {
            Commands.Serve.class,
            CheckCommand.class,
            CompareCommand.class,
            DocumentCommand.class,
            TemplatesCommand.class,
            ScenariosCommand.class,
            VerifyCommand.class,
            ExportCommand.class,
            KeysCommand.class
        })
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
        String[] line = named(arguments) ? arguments : withServe(arguments);
        int exit = execute(application, line);
        if (exit != 0 || !line[0].equals("serve")) {
            System.exit(exit);
        }
    }

    /** @param line the name of a command with its arguments */
    static int execute(Class<?> application, String... line) {
        return new CommandLine(new Commands(application))
                .setExecutionExceptionHandler(Commands::fail)
                .execute(line);
    }

    /** What does not start has been told by Spring already, file and reason first; frames of Java after it help nobody. */
    private static int fail(Exception fault, CommandLine command, ParseResult arguments) throws Exception {
        if (fault instanceof NotStarted) {
            return 1;
        }
        throw fault;
    }

    /** @throws NotStarted when the program cannot start; the reason stands in the log */
    static ConfigurableApplicationContext start(Supplier<ConfigurableApplicationContext> application) {
        try {
            return application.get();
        } catch (RuntimeException told) {
            throw new NotStarted(told);
        }
    }

    private static void serve(Class<?> application, String[] options) {
        var service = new SpringApplication(application);
        service.addInitializers(new ServeConditions());
        start(() -> service.run(options));
    }

    private static boolean named(String[] arguments) {
        return arguments.length > 0 && (!arguments[0].startsWith("--") || isHelp(arguments[0]));
    }

    private static String[] withServe(String[] options) {
        return Stream.concat(Stream.of("serve"), Stream.of(options)).toArray(String[]::new);
    }

    private static boolean isHelp(String argument) {
        return argument.equals("--help") || argument.equals("--version");
    }

    Class<?> application() {
        return application;
    }

    private static final class NotStarted extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotStarted(RuntimeException cause) {
            super(cause);
        }
    }

    @Command(name = "serve", description = "Starts the service (the default).", mixinStandardHelpOptions = true)
    static final class Serve implements Callable<Integer> {

        @CommandLine.ParentCommand
        private Commands parent = new Commands(Object.class);

        @Unmatched
        private String[] options = {};

        @Override
        public Integer call() {
            serve(parent.application(), options);
            return 0;
        }
    }
}
