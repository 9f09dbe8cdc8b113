package cymru.diogelu.forms;

import java.text.Normalizer;

/** Text as it is kept: composed (NFC, so that ŵ is one letter), line breaks as line feeds, without space around it. */
public final class Characters {

    private Characters() {}

    static String tidy(String text) {
        return strip(Normalizer.normalize(text.replace("\r\n", "\n").replace('\r', '\n'), Normalizer.Form.NFC));
    }

    static String onOneLine(String text) {
        return text.replaceAll("[\n\t]", " ");
    }

    /**
     * NUL and other control characters, halves of surrogate pairs, code points that are no characters, and what turns the
     * direction of reading: it could make a record read otherwise than it is, and no language of ours needs it.
     */
    public static boolean anyIllegal(String text) {
        return text.codePoints().anyMatch(Characters::illegal);
    }

    /** A text from outside that is only to be named in a message: short and without control characters. */
    static String harmless(String text) {
        var shown = text.replaceAll("[\\p{Cntrl}\\p{Cs}\\p{Cn}]", "\uFFFD");
        return shown.length() > 100 ? shown.substring(0, 100) + "..." : shown.isBlank() ? "?" : shown;
    }

    private static boolean illegal(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point != '\n' && point != '\t' && point != '\r';
            case Character.SURROGATE -> true;
            case Character.FORMAT -> turnsDirection(point);
            default -> (point & 0xFFFE) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF);
        };
    }

    private static boolean turnsDirection(int point) {
        return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    }

    /** Takes also the spaces that String.strip leaves: a text of nothing but them is no answer. */
    private static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && invisible(text.charAt(start))) {
            start++;
        }
        while (end > start && invisible(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean invisible(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\u2060' || c == '\uFEFF';
    }
}
