package cymru.diogelu.modelcheck;

import cymru.diogelu.language.Bilingual;

/**
 * One difference between two sets of models.
 *
 * @param file the path of the file, in the set after the change where it is there
 * @param element the id of the element, or the key of the form's component, before the change where it was there; empty for
 *     the file as a whole
 * @param lineBefore counted from 1; 0 where no line can be named
 * @param lineAfter counted from 1; 0 where no line can be named
 * @param sentence what changes, in words that need no look at the file
 */
public record Change(Kind kind, String file, String element, int lineBefore, int lineAfter, Bilingual sentence) {

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
