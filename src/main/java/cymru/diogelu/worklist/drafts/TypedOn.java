package cymru.diogelu.worklist.drafts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where words were typed.
 *
 * @param page the page as it was opened once, in one window; absent where words came from none
 * @param version of the draft that it was opened with, 0 where there was none; absent where words are to be kept
 *     whatever was kept before
 */
public record TypedOn(@Nullable UUID page, @Nullable Integer version) {

    public static final TypedOn NO_PAGE = new TypedOn(null, null);

    /** A page that is opened now. */
    public static TypedOn opened(int version) {
        return new TypedOn(UUID.randomUUID(), version);
    }

    /** Whether the draft holds words that this page has not seen: what it kept itself it has. */
    boolean missed(Drafts.Draft draft) {
        return version != null && version != draft.version() && (page == null || !page.equals(draft.page()));
    }
}
