package cymru.diogelu.worklist.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One limit of a case in the words of the reader.
 *
 * @param start from when the limit is counted
 * @param status a key of the texts: what became of the date, or how it stands
 * @param extended the later date that was agreed, absent where there is none
 * @param missed whether the first date passed before the step was done
 * @param done when the step was done, absent where it was not
 * @param why the lines that explain the date
 */
record DateLine(
        String step,
        String provision,
        String start,
        String due,
        String status,
        @Nullable String extended,
        boolean missed,
        @Nullable String done,
        List<String> why) {}
