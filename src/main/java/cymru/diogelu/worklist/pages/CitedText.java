package cymru.diogelu.worklist.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text that cites provisions, cut so that each citation can be a link. */
final class CitedText {

    private static final Pattern PROVISION = Pattern.compile("\\b(?:DL|INV|PR)-\\d{2}b?\\b");

    /** A piece of the text: words, or the id of a provision. */
    record Part(String text, @Nullable String provision) {}

    private CitedText() {}

    static List<Part> of(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher cited = PROVISION.matcher(text);
        int from = 0;
        while (cited.find()) {
            parts.add(new Part(text.substring(from, cited.start()), null));
            parts.add(new Part(cited.group(), cited.group()));
            from = cited.end();
        }
        parts.add(new Part(text.substring(from), null));
        return parts;
    }
}
