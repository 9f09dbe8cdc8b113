package cymru.diogelu.modelcheck;

import cymru.diogelu.language.Bilingual;
import java.util.Set;

/**
 * One difference between two sets of models.
 *
 * @param file the path of the file, in the set after the change where it is there
 * @param element the id of the element, or the key of the form's component, before the change where it was there; empty for
 *     the file as a whole
 * @param elementAfter the same after the change; that before where it is no longer there
 * @param lineBefore counted from 1; 0 where no line can be named
 * @param lineAfter counted from 1; 0 where no line can be named
 * @param sentence what changes, in words that need no look at the file
 * @param redrawn the ids of what is drawn elsewhere, where only the drawing differs
 */
public record Change(
        Kind kind,
        String file,
        String element,
        String elementAfter,
        int lineBefore,
        int lineAfter,
        Bilingual sentence,
        Set<String> redrawn) {

    /** A change of a file as a whole. */
    public Change(Kind kind, String file, int lineAfter, Bilingual sentence) {
        this(kind, file, "", "", 0, lineAfter, sentence, Set.of());
    }

    /** What kind of difference it is. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        /** It stands in another place of an order that matters. */
        MOVED,
        /** It is the same thing under another id. */
        ID_CHANGED,
        /** Only the drawing differs. */
        LAYOUT,
        /** Only how the file is written differs. */
        WRITING,
        /** The file cannot be compared. */
        UNREADABLE
    }

    /** Whether it changes what happens or what people read, as far as can be told. */
    public boolean ofMeaning() {
        return kind != Kind.LAYOUT && kind != Kind.WRITING;
    }
}
