package cymru.diogelu.worklist.pages;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

/** Shows the texts of a form; what may stand in them was checked when the form was read. */
class Markdown {

    private final Parser parser = Parser.builder().build();
    private final HtmlRenderer renderer = HtmlRenderer.builder().build();

    public String html(@Nullable String text) {
        if (text == null) {
            return "";
        }
        Node document = parser.parse(text);
        document.accept(new SecondLevel());
        return renderer.render(document);
    }

    /** The page's own heading is the only one above a form's: levels are not skipped, however the form was written. */
    private static final class SecondLevel extends AbstractVisitor {

        @Override
        public void visit(Heading heading) {
            heading.setLevel(2);
        }
    }
}
