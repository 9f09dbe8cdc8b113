package cymru.diogelu.operations;

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
            SpringApplication.run(application, arguments);
            return;
        }
        int exit = new CommandLine(new Commands(application)).execute(arguments);
        if (exit != 0 || !arguments[0].equals("serve")) {
            System.exit(exit);
        }
    }

    private static boolean isHelp(String argument) {
        return argument.equals("--help") || argument.equals("--version");
    }

    Class<?> application() {
        return application;
    }

    @Command(name = "serve", description = "Starts the service (the default).")
    static final class Serve implements Runnable {

        @CommandLine.ParentCommand
        private Commands parent = new Commands(Object.class);

        @Unmatched
        private String[] options = {};

        @Override
        public void run() {
            SpringApplication.run(parent.application(), options);
        }
    }
}
