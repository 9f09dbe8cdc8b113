package cymru.diogelu.worklist.pages;

import org.jspecify.annotations.Nullable;

/**
 * One open task in the words of the reader.
 *
 * @param group who is asked, in words; {@code groupId} as models name them
 * @param assignee sign-in name of who has taken it, {@code takenBy} in words; absent while nobody has
 * @param due the limit in words, {@code distance} how far it is; absent where there is none
 */
record WorklistLine(
        String id,
        String name,
        String caseReference,
        String process,
        String group,
        String groupId,
        @Nullable String assignee,
        @Nullable String takenBy,
        @Nullable String due,
        @Nullable String distance,
        Standing standing,
        boolean extended) {

    public boolean breached() {
        return standing == Standing.OVERDUE;
    }
}
