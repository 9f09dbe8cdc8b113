package cymru.diogelu.access;

/** What somebody looked at in a case. The words are part of the record's format: add, never rename. */
public enum Look {
    CASE("viewed", "case"),
    TASKS("viewed", "tasks"),
    TASK("viewed", "task"),
    RECEIPT("viewed", "receipt"),
    CHRONOLOGY("viewed", "chronology"),
    ENTRY("viewed", "entry"),
    PATH("viewed", "path"),
    MOMENT("viewed", "moment"),
    DATES("viewed", "dates"),
    DECISIONS("viewed", "decisions"),
    CONFORMANCE("viewed", "conformance"),
    VERIFICATION("viewed", "verification"),
    ACCESS_LOG("viewed", "access-log"),
    SEARCH_HIT("found", "search-hit"),
    STATISTICS("found", "statistics"),
    EXPORT("exported", "case");

    private final String kind;
    private final String what;

    Look(String kind, String what) {
        this.kind = kind;
        this.what = what;
    }

    /** The kind of the entry in the case's access chain: {@code viewed}, {@code found}, {@code exported}. */
    public String kind() {
        return kind;
    }

    /** Which part of the case. */
    public String what() {
        return what;
    }
}
