package cymru.diogelu.procedures;

/** Somebody was to get a task of a group that they do not belong to. */
public class NotInGroup extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotInGroup(String member, String group) {
        super("'%s' does not belong to '%s'".formatted(member, group));
    }
}
