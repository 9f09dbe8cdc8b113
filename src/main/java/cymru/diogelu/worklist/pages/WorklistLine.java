package cymru.diogelu.worklist.pages;

import org.jspecify.annotations.Nullable;

/**
 * One open task in the words of the reader.
 *
 * @param due the limit in words, absent where there is none
 */
record WorklistLine(
        String id,
        String name,
        String caseReference,
        String group,
        @Nullable String assignee,
        @Nullable String due,
        boolean breached,
        boolean extended) {}
