package cymru.diogelu.worklist.drafts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Where words were typed.
 *
 * @param page the page as it was opened once, in one window; absent where words came from none
 * @param version of the draft that it was opened with, 0 where there was none; absent where words are to be kept
 *     whatever was kept before
 */
public record TypedOn(@Nullable UUID page, @Nullable Integer version) {

    /** The field by which a form names the version; fields of ours begin as no question's key does. */
    public static final String VERSION = "kept.version";

    private static final String PAGE = "kept.page";

    /** Older than every draft. */
    private static final int UNREADABLE = -1;

    public static final TypedOn NO_PAGE = new TypedOn(null, null);

    /** What a form says of itself; where that cannot be read it is an old page: its words are compared, not lost. */
    public static TypedOn of(MultiValueMap<String, String> posted) {
        String page = posted.getFirst(PAGE);
        String version = posted.getFirst(VERSION);
        return new TypedOn(page == null ? null : page(page), version == null ? null : version(version));
    }

    private static UUID page(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException unreadable) {
            return UUID.randomUUID();
        }
    }

    private static int version(String typed) {
        try {
            return Integer.parseInt(typed);
        } catch (NumberFormatException unreadable) {
            return UNREADABLE;
        }
    }

    /** A page that is opened now. */
    public static TypedOn opened(int version) {
        return new TypedOn(UUID.randomUUID(), version);
    }

    /** Whether the draft holds words that this page has not seen: what it kept itself it has. */
    boolean missed(Drafts.Draft draft) {
        return version != null && version != draft.version() && (page == null || !page.equals(draft.page()));
    }
}
