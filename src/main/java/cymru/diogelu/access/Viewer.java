package cymru.diogelu.access;

import java.util.Set;

/**
 * The person who asks, with the groups of people they belong to.
 *
 * @param user the sign-in name
 * @param role the role in which they act, such as {@code front-door}
 * @param agency the place or agency of that role, such as {@code W06000015} or {@code south-wales-police}
 * @param groups the candidate groups whose work they see
 */
public record Viewer(String user, String role, String agency, Set<String> groups) {

    /**
     * Whoever runs a command on the machine of the service: they have its files and keys, so that nothing can be kept from
     * them. What they take out is recorded under the name that the machine knows them by, as an auditor's look.
     */
    public static Viewer atTheMachine(String user) {
        return new Viewer(user, CaseAccess.AUDITOR, "command-line", Set.of());
    }

    /** The group in which they raise concerns and answer tasks. */
    public String group() {
        return role + "." + agency;
    }
}
