package cymru.diogelu.agencies;

/** The kind of place that a role belongs to, and so the second half of its group's name. */
public enum Place {
    AUTHORITY,
    POLICE,
    HEALTH_BOARD,
    BOARD,
    ADVOCACY,
    NATIONAL
}
