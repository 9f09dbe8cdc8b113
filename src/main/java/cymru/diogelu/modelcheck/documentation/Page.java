package cymru.diogelu.modelcheck.documentation;

import java.util.List;
import java.util.stream.Collectors;

/** A page in Markdown. Whatever comes from a model is written so that it stays text. */
final class Page {

    private final StringBuilder text = new StringBuilder();

    /** A text of a model, with nothing in it that Markdown or HTML would take for its own. */
    static String plain(String words) {
        return words.replaceAll("\\s+", " ").strip().replaceAll("[\\\\`*_\\[\\]<>|#&]", "\\\\$0");
    }

    /** A name of the file, as it stands there. */
    static String code(String name) {
        return "`" + name.replaceAll("[`\\s]+", " ").replace("|", "\\|") + "`";
    }

    Page heading(int level, String words) {
        return paragraph("#".repeat(level) + " " + words);
    }

    Page paragraph(String words) {
        if (!text.isEmpty()) {
            text.append('\n');
        }
        text.append(words).append('\n');
        return this;
    }

    Page list(List<String> items) {
        return items.isEmpty()
                ? this
                : paragraph(items.stream().map(item -> "- " + item).collect(Collectors.joining("\n")));
    }

    Page table(List<String> head, List<List<String>> rows) {
        String lines = rows.stream().map(Page::row).collect(Collectors.joining("\n"));
        return paragraph(row(head) + "\n" + "|---".repeat(head.size()) + "|\n" + lines);
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
