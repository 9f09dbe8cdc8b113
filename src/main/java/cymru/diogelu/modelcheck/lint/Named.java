package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.reading.Node;
import cymru.diogelu.modelcheck.reading.Procedure;
import cymru.diogelu.modelcheck.reading.XmlElement;
import java.util.stream.Stream;

/** How {@link References} tells of what is named in vain. */
final class Named {

    private static final String ID = References.ID;
    private static final Told MISSING = Told.error(
            ID,
            "This names the %s ‘%s’, which does not exist. Correct the name, or add what it names.",
            "Mae hyn yn enwi'r %s ‘%s’, nad yw'n bodoli. Cywirwch yr enw, neu ychwanegwch yr hyn y mae'n ei enwi.");
    private static final Told NOTHING =
            Told.error(ID, "This has to name its %s, and names none.", "Rhaid i hyn enwi %s, ac nid yw'n enwi dim.");

    private Named() {}

    /** What can be named; the words stand in the middle of a sentence. */
    enum Thing {
        FORM("form", "ffurflen", "ffurflen"),
        TABLE("decision table", "tabl penderfynu", "tabl penderfynu"),
        PROCEDURE("procedure", "weithdrefn", "gweithdrefn"),
        TASK("task", "dasg", "tasg"),
        STEP("step", "cam", "cam"),
        FLOW("flow that begins here", "llif sy'n dechrau yma", "llif sy'n dechrau yma"),
        ELEMENT("element", "elfen", "elfen"),
        ESCALATION("escalation of this file", "uwchgyfeiriad o'r ffeil hon", "uwchgyfeiriad o'r ffeil hon"),
        MESSAGE("message of this file", "neges o'r ffeil hon", "neges o'r ffeil hon"),
        ROLE("role", "rôl", "rôl"),
        LIMIT("statutory limit", "terfyn statudol", "terfyn statudol"),
        REMINDER("reminder", "nodyn atgoffa", "nodyn atgoffa");

        private final String en;
        private final String cyAfterArticle;
        private final String cy;

        Thing(String en, String cyAfterArticle, String cy) {
            this.en = en;
            this.cyAfterArticle = cyAfterArticle;
            this.cy = cy;
        }
    }

    /** A finding when something that may be left out is named and does not exist. */
    static Stream<Finding> optional(Node at, Thing thing, String name, boolean exists) {
        return name.isEmpty() ? Stream.empty() : mandatory(at.procedure(), at.xml(), thing, name, exists);
    }

    static Stream<Finding> mandatory(Node at, Thing thing, String name, boolean exists) {
        return mandatory(at.procedure(), at.xml(), thing, name, exists);
    }

    static Stream<Finding> mandatory(Procedure in, XmlElement at, Thing thing, String name, boolean exists) {
        return name.isEmpty() || !exists ? Stream.of(told(thing, name).at(in.file(), at, name)) : Stream.empty();
    }

    static Finding missing(String file, String element, int line, Thing thing, String name) {
        return told(thing, name).at(file, element, line, name);
    }

    private static Told told(Thing thing, String name) {
        Told words = name.isEmpty() ? NOTHING : MISSING;
        String welsh = name.isEmpty() ? thing.cy : thing.cyAfterArticle;
        return Told.error(
                ID, words.en().replaceFirst("%s", thing.en), words.cy().replaceFirst("%s", welsh));
    }
}
