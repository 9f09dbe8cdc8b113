package cymru.diogelu.trace.statistics;

/** How a number stands in what is published. */
enum Mark {
    SHOWN,
    /** 1 to 4. */
    FEWER_THAN_5,
    /** Kept back because a small number could be worked out from it. */
    WITHHELD
}
