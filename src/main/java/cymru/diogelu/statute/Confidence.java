package cymru.diogelu.statute;

/** How sure we are of a provision's text, from a document that was read down to a design choice of this project. */
public enum Confidence {
    SOURCE,
    SOURCE_LOCAL,
    SOURCE_OLD,
    RECALLED,
    DESIGN
}
