package cymru.diogelu.ledger;

import cymru.diogelu.ledger.verifier.Verify;
import java.io.PrintStream;

/** Checks a bundle as whoever received it does, with the verifier that lies in it. */
public final class BundleCheck {

    private BundleCheck() {}

    /**
     * @param arguments those of {@code java Verify.java}
     * @return 0 when everything holds, 1 with findings, 2 for wrong use
     */
    public static int run(String[] arguments, PrintStream out) {
        return Verify.run(arguments, out);
    }
}
