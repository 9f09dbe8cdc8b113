package cymru.diogelu.worklist.pages;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

/** Shows the texts of a form; what may stand in them was checked when the form was read. */
class Markdown {

    private final Parser parser = Parser.builder().build();
    private final HtmlRenderer renderer = HtmlRenderer.builder().build();

    public String html(@Nullable String text) {
        return text == null ? "" : renderer.render(parser.parse(text));
    }
}
