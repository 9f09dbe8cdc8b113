package cymru.diogelu.worklist.pages;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * Where the answers to a page of a concern were typed. Each page writes its own answers into the one draft, so that the
 * draft's version says nothing about a page: the answers themselves do.
 *
 * @param page the page as it was opened once, in one window; absent where words came from none
 * @param seen the mark of the answers that it was opened with; absent where words are to be kept whatever was kept before
 */
record SeenOn(@BindParam("kept.page") @Nullable UUID page, @BindParam(SeenOn.SEEN) @Nullable String seen) {

    /** The field by which a form names the mark; fields of ours begin as no question's key does. */
    static final String SEEN = "kept.seen";

    /** The name of the page; words that came from none have an empty one. */
    String name() {
        return Objects.toString(page, "");
    }

    /**
     * Whether there are answers that this page has not seen: what it kept itself it has.
     *
     * @param mark of the answers that are kept
     * @param keptOn the name of the page that kept them
     */
    boolean missed(String mark, @Nullable String keptOn) {
        return seen != null && !seen.equals(mark) && !name().equals(keptOn);
    }
}
