package cymru.diogelu.worklist.drafts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * Where words were typed.
 *
 * @param page the page as it was opened once, in one window; absent where words came from none
 * @param version of the draft that it was opened with, 0 where there was none; absent where words are to be kept
 *     whatever was kept before
 */
public record TypedOn(
        @BindParam("kept.page") @Nullable UUID page, @BindParam(TypedOn.VERSION) @Nullable Integer version) {

    /** The field by which a form names the version; fields of ours begin as no question's key does. */
    public static final String VERSION = "kept.version";

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
