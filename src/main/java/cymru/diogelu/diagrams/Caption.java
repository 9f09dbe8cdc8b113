package cymru.diogelu.diagrams;

import cymru.diogelu.language.Language;
import java.util.regex.Pattern;

/**
 * What a picture is called, for those who hear it, and in which language all its words are.
 *
 * @param prefix begins every id in the picture, so that several stand on one page; a letter, then letters, digits, - or _
 */
public record Caption(String title, String description, Language language, String prefix) {

    private static final Pattern PREFIX = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

    /** @throws IllegalArgumentException when there is no title, or the prefix could not begin an id */
    public Caption {
        if (title.isBlank() || !PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException("a picture needs a title and a prefix for its ids, not " + prefix);
        }
    }
}
