package cymru.diogelu.designer.pages;

import cymru.diogelu.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.stereotype.Component;

/** The page that explains a rule of the check, as it stands in {@code docs/rules}; its last part is the Welsh. */
@Component
class RulePages {

    private static final Pattern ID = Pattern.compile("[a-z][a-z-]{1,60}");
    private static final String WELSH = "## Yn Gymraeg";

    private final Parser parser = Parser.builder()
            .extensions(java.util.List.of(TablesExtension.create()))
            .build();
    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .extensions(java.util.List.of(TablesExtension.create()))
            .escapeHtml(true)
            .attributeProviderFactory(context -> new GovukClasses())
            .build();

    /** The explanation; empty where there is no such rule. */
    Optional<String> html(String rule, Language language) {
        if (!ID.matcher(rule).matches()) {
            return Optional.empty();
        }
        try (InputStream page = RulePages.class.getResourceAsStream("/docs/rules/" + rule + ".md")) {
            return page == null
                    ? Optional.empty()
                    : Optional.of(rendered(new String(page.readAllBytes(), StandardCharsets.UTF_8), language));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String rendered(String page, Language language) {
        int welsh = page.indexOf(WELSH);
        String text = language == Language.CY ? page.substring(welsh + WELSH.length()) : page.substring(0, welsh);
        Node document = parser.parse(text);
        return renderer.render(document);
    }
}
