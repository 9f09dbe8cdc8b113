package cymru.diogelu.access;

import java.util.List;
import java.util.Set;

/** Who works in a group, and who leads it. */
public interface Teams {

    /** The sign-in names of those who belong to a group, its lead first; empty for a group that there is not. */
    List<String> members(String group);

    /** The groups whose work this person sees as a whole and may give to somebody of them. */
    Set<String> ledBy(Viewer viewer);

    /** Whether the work of a group is this person's to give out. */
    default boolean leads(Viewer viewer, String group) {
        return ledBy(viewer).contains(group);
    }
}
