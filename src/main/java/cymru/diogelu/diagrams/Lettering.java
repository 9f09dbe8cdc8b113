package cymru.diogelu.diagrams;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * How wide text is, by the widths of Helvetica and Arial, so that no font of this machine is asked. The picture tells the
 * reader's machine this width too, which keeps a line in its place in another font.
 */
final class Lettering {

    static final double LINE = 1.2;

    private static final String MORE = "…";
    private static final double BOLD = 1.07;
    // Thousandths of the size, from the blank to the tilde.
    private static final int[] WIDTHS = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
        556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667,
        556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556,
        556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722,
        500, 500, 500, 334, 260, 334, 584
    };

    /** Lines of text and the size at which they fit. */
    record Block(List<String> lines, double size) {
        double height() {
            return lines.size() * size * LINE;
        }
    }

    private Lettering() {}

    /** Text of others without what would break XML, hide letters or turn the direction of reading; blanks are single. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints()
                .map(letter -> Character.isWhitespace(letter) || Character.isISOControl(letter) ? ' ' : letter)
                .filter(Lettering::harmless)
                .forEach(clean::appendCodePoint);
        return clean.toString().replaceAll(" {2,}", " ").strip();
    }

    private static boolean harmless(int letter) {
        int type = Character.getType(letter);
        return type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.UNASSIGNED
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }

    static double width(String text, double size) {
        double sum = Normalizer.normalize(text, Normalizer.Form.NFD)
                .codePoints()
                .mapToDouble(Lettering::thousandths)
                .sum();
        return sum * size / 1000;
    }

    static double boldWidth(String text, double size) {
        return width(text, size) * BOLD;
    }

    private static double thousandths(int letter) {
        if (letter >= ' ' && letter <= '~') {
            return WIDTHS[letter - ' '];
        }
        int type = Character.getType(letter);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return switch (letter) {
            case '‘', '’' -> 222;
            case '“', '”' -> 333;
            case '–', '×' -> 570;
            default -> letter < 0x1100 ? 650 : 1000;
        };
    }

    /** The text at the largest size from 12 down to 9 at which it fits; what does not fit even then ends in three dots. */
    static Block fitted(String text, double largest, double width, double height) {
        for (double size = largest; size > 9; size--) {
            Block block = new Block(wrapped(text, size, width), size);
            if (block.height() <= height) {
                return block;
            }
        }
        List<String> lines = wrapped(text, 9, width);
        int room = Math.max(1, (int) (height / (9 * LINE)));
        return new Block(lines.size() <= room ? lines : shortened(lines, room, width), 9);
    }

    private static List<String> shortened(List<String> lines, int room, double width) {
        List<String> kept = new ArrayList<>(lines.subList(0, room));
        kept.set(
                room - 1,
                cut(kept.get(room - 1) + " ", 9, width - width(MORE, 9)).strip() + MORE);
        return kept;
    }

    /** One line that ends in three dots where it is wider than allowed. */
    static String oneLine(String text, double size, double width) {
        return width(text, size) <= width ? text : cut(text, size, width - width(MORE, size)) + MORE;
    }

    private static List<String> wrapped(String text, double size, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer, size) <= width) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = broken(word, size, width, lines);
        }
        lines.add(line);
        return lines;
    }

    // A word that is wider than the whole width is broken where it must be.
    private static String broken(String word, double size, double width, List<String> lines) {
        String rest = word;
        while (width(rest, size) > width) {
            String head = cut(rest, size, width);
            int letters = Math.max(head.length(), Character.charCount(rest.codePointAt(0)));
            if (letters >= rest.length()) {
                return rest;
            }
            lines.add(rest.substring(0, letters));
            rest = rest.substring(letters);
        }
        return rest;
    }

    private static String cut(String text, double size, double width) {
        double used = 0;
        int at = 0;
        while (at < text.length()) {
            String letter = Character.toString(text.codePointAt(at));
            used += width(letter, size);
            if (used > width) {
                break;
            }
            at += letter.length();
        }
        return text.substring(0, at);
    }
}
