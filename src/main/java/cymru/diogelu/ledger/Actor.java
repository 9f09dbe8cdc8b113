package cymru.diogelu.ledger;

/**
 * Who acted: a signed-in person in one role for one agency, or the service itself. Stands in the part of an entry that
 * stays readable for ever, so it names staff only, never a child or a family.
 */
public record Actor(String user, String role, String agency) {

    /** The service itself: timers that run out, deliveries, migrations. */
    public static final Actor SYSTEM = new Actor("system", "system", "diogelu");
}
