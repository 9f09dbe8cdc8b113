package cymru.diogelu.trace.mining;

import java.util.regex.Pattern;

/** Text without what a reading program could trip over or show as something else than is there. */
final class PlainText {

    /** Characters that turn the direction of writing (Unicode Standard Annex 9, section 2). */
    private static final Pattern TURNING = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069\\u200E\\u200F\\u061C]");

    /** Whatever is no character of XML 1.0, section 2.2, and the controls that it merely discourages. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[^\\x20-\\x7E\\u0085\\u00A0-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    /** What an attribute of XML cannot hold as it is. */
    private static final Pattern BREAK = Pattern.compile("[\\t\\n\\r]");

    private PlainText() {}

    /** Turning characters go, line breaks become spaces; forbidden ones become U+FFFD, so that one sees that there was something. */
    static String of(String text) {
        String straight = TURNING.matcher(text).replaceAll("");
        return FORBIDDEN.matcher(BREAK.matcher(straight).replaceAll(" ")).replaceAll("\uFFFD");
    }
}
