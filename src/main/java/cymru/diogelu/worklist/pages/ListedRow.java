package cymru.diogelu.worklist.pages;

import cymru.diogelu.forms.RenderModel;
import cymru.diogelu.forms.RenderedField;
import cymru.diogelu.language.Language;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A row on the page of its list.
 *
 * @param called the first answer about it, or none
 * @param address of its first page
 */
record ListedRow(String label, @Nullable String called, String address) {

    static List<ListedRow> of(GuidedForm guided, FormStep list, Language language, PageWords words) {
        RenderedField rows = list.requireList();
        return IntStream.rangeClosed(1, rows.rows().size())
                .mapToObj(row -> new ListedRow(
                        rows.label() + " " + row,
                        called(new RenderModel(rows.id(), language, rows.rows().get(row - 1)), words),
                        guided.ofRow(list, row).orElse(list).address()))
                .toList();
    }

    private static @Nullable String called(RenderModel row, PageWords words) {
        return AnsweredLines.of(row, words).stream()
                .map(AnsweredLines.Line::value)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
