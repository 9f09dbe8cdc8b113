package cymru.diogelu.ledger;

import org.jspecify.annotations.Nullable;

/** The texts of an entry's header: short, printable, and the same in every database. */
final class HeaderText {

    private static final int LONGEST = 100;

    private HeaderText() {}

    static void check(String name, String text) {
        if (text.isBlank() || text.length() > LONGEST || !text.codePoints().allMatch(HeaderText::printable)) {
            throw new IllegalArgumentException(
                    "%s of a ledger entry must be 1 to %d printable characters".formatted(name, LONGEST));
        }
    }

    static void checkIfPresent(String name, @Nullable String text) {
        if (text != null) {
            check(name, text);
        }
    }

    private static boolean printable(int codePoint) {
        return !Character.isISOControl(codePoint) && Character.getType(codePoint) != Character.SURROGATE;
    }
}
