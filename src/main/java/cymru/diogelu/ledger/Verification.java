package cymru.diogelu.ledger;

import cymru.diogelu.language.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * The result of recomputing a chain: how many entries are as they were written, counted from the first, and the fault
 * that ended the count, if there is one.
 *
 * @param soundHash the hash of the last entry that is as it was written, in lower-case hexadecimal: of a sound chain its
 *     head, which an outsider may note down and compare later
 */
public record Verification(String caseReference, long soundEntries, String soundHash, @Nullable Finding finding) {

    public boolean sound() {
        return finding == null;
    }

    /** The first fault of a chain and the number of the entry it concerns (0: the chain as a whole). */
    public record Finding(Fault fault, long seq) {}

    /** What can be wrong with a chain. */
    public enum Fault {
        /** The case has no chain: nothing was ever recorded, or its head was removed. */
        UNKNOWN(new Bilingual("No record exists for this case.", "Nid oes cofnod ar gyfer yr achos hwn.")),
        /** The entry is not what its hash covers, stands in another's place, or the one before it was rewritten. */
        ALTERED(new Bilingual(
                "This entry was changed or moved, or the entry before it was rewritten.",
                "Cafodd y cofnod hwn ei newid neu ei symud, neu cafodd y cofnod o'i flaen ei ailysgrifennu.")),
        /** The chain is sound in itself, but another entry was sealed in this place: the chain was rewritten. */
        SEAL(new Bilingual(
                "This entry is not the one that was sealed in its place.",
                "Nid y cofnod hwn yw'r un a seliwyd yn ei le.")),
        MISSING(new Bilingual("This entry is missing.", "Mae'r cofnod hwn ar goll.")),
        /** An entry stands behind the end that the head of the chain knows. */
        SURPLUS(new Bilingual(
                "This entry was added behind the end of the record.",
                "Ychwanegwyd y cofnod hwn ar ôl diwedd y gadwyn.")),
        /** The last entry is intact in itself but is not the one that the head of the chain knows. */
        HEAD(new Bilingual(
                "The end of the record differs from what was noted as its end.",
                "Mae diwedd y gadwyn yn wahanol i'r hyn a nodwyd fel ei diwedd."));

        private final Bilingual text;

        Fault(Bilingual text) {
            this.text = text;
        }

        public Bilingual text() {
            return text;
        }
    }
}
