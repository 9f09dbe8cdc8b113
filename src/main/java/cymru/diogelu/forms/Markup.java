package cymru.diogelu.forms;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What may stand in the texts of a form: Markdown without pictures, and plain HTML that fetches and runs nothing. */
final class Markup {

    private static final Pattern TAG = Pattern.compile("<[^>]*>?");

    private static final Pattern HARMLESS = Pattern.compile("</?(p|ul|ol|li|strong|em|b|i|h[1-6]|br|hr|div|span|details"
            + "|summary|abbr|dl|dt|dd|blockquote)(\\s+(class|lang)=\"[\\w -]*\")*\\s*/?>"
            + "|</a>|<a\\s+href=\"(https?:|mailto:|tel:)[^\"<>]*\"\\s*>");

    private Markup() {}

    static void check(Source source) {
        Stream.of("text", "content").map(source::text).filter(Objects::nonNull).forEach(text -> check(text, source));
    }

    static void check(String text, Source source) {
        if (text.contains("![")) {
            throw source.broken("a text shows no pictures");
        }
        TAG.matcher(text)
                .results()
                .map(tag -> tag.group())
                .filter(tag -> !HARMLESS.matcher(tag).matches())
                .findFirst()
                .ifPresent(tag -> {
                    throw source.broken("a text may not contain " + tag);
                });
    }
}
