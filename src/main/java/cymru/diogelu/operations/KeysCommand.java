package cymru.diogelu.operations;

import cymru.diogelu.access.Viewer;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.ledger.Actor;
import cymru.diogelu.ledger.Ledger;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Rotation of the keys that encrypt the record; docs/ledger-format.md tells when to use which. */
@Command(
        name = "keys",
        description = {
            "Rotates the keys of the record.",
            "A service that keeps its data in a file has to be stopped first."
        },
        mixinStandardHelpOptions = true,
        subcommands = {KeysCommand.Rewrap.class, KeysCommand.Change.class})
final class KeysCommand {

    @CommandLine.ParentCommand
    private @Nullable Commands parent;

    private Class<?> application() {
        return Objects.requireNonNull(parent).application();
    }

    @Command(
            name = "rewrap",
            description =
                    "Wraps the keys of all cases with the newest master key, after which older lines of the file can go.",
            mixinStandardHelpOptions = true)
    static final class Rewrap implements Callable<Integer> {

        @CommandLine.ParentCommand
        private @Nullable KeysCommand parent;

        @CommandLine.Spec
        private CommandLine.Model.@Nullable CommandSpec spec;

        @Override
        public Integer call() {
            return ServiceData.open(Objects.requireNonNull(parent).application(), this::rewrap);
        }

        private int rewrap(ApplicationContext context) {
            CommandLine command = Objects.requireNonNull(spec).commandLine();
            Ledger ledger = context.getBean(Ledger.class);
            TransactionTemplate transaction = transaction(context);
            int all = 0;
            try {
                int batch = rewrapped(ledger, transaction);
                while (batch > 0) {
                    all += batch;
                    batch = rewrapped(ledger, transaction);
                }
            } catch (IllegalStateException masterLost) {
                command.getErr().println(masterLost.getMessage());
                return 1;
            } finally {
                command.getOut().println(all + " keys wrapped with the newest master key.");
            }
            return 0;
        }

        private static int rewrapped(Ledger ledger, TransactionTemplate transaction) {
            return Objects.requireNonNull(transaction.execute(running -> ledger.rewrapKeys()));
        }
    }

    @Command(
            name = "change",
            description =
                    "Encrypts what is recorded in a case from now on with new keys, after the old ones may have been seen.",
            mixinStandardHelpOptions = true)
    static final class Change implements Callable<Integer> {

        @CommandLine.ParentCommand
        private @Nullable KeysCommand parent;

        @CommandLine.Spec
        private CommandLine.Model.@Nullable CommandSpec spec;

        @Parameters(index = "0", paramLabel = "REF", description = "The reference of the case.")
        private String reference = "";

        @Option(
                names = "--reason",
                required = true,
                description = "Why. It is recorded and stays readable for ever: name no child and no family.")
        private String reason = "";

        @Override
        public Integer call() {
            if (reason.isBlank()) {
                throw new CommandLine.ParameterException(command(), "say in --reason why the keys are changed");
            }
            return ServiceData.open(Objects.requireNonNull(parent).application(), this::change);
        }

        private int change(ApplicationContext context) {
            Ledger ledger = context.getBean(Ledger.class);
            if (ledger.verify(reference).soundEntries() == 0) {
                command().getErr().println("There is no record of a case " + reference + ".");
                return 1;
            }
            Instant now = context.getBean(ServiceClock.class).instant();
            Viewer viewer = ServiceData.operator();
            Actor actor = new Actor(viewer.user(), viewer.role(), viewer.agency());
            transaction(context).executeWithoutResult(running -> ledger.changeKeys(reference, now, actor, reason));
            command().getOut().println("What is recorded in " + reference + " from now on has new keys.");
            return 0;
        }

        private CommandLine command() {
            return Objects.requireNonNull(spec).commandLine();
        }
    }

    private static TransactionTemplate transaction(ApplicationContext context) {
        return new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }
}
