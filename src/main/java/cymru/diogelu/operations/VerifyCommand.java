package cymru.diogelu.operations;

import cymru.diogelu.ledger.BundleCheck;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

@Command(
        name = "verify",
        description = {
            "Verifies a bundle of a case without the service.",
            "BUNDLE.zip [--key KEY] [--heads FILE] [--body CHAIN:NUMBER] [--cy]"
        },
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    @Unmatched
    private String[] arguments = {};

    @Override
    public Integer call() {
        return BundleCheck.run(arguments, new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }
}
