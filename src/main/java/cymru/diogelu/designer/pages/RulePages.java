package cymru.diogelu.designer.pages;

import cymru.diogelu.access.ModelAccess;
import cymru.diogelu.access.Person;
import cymru.diogelu.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The page that explains a rule of the check, as it stands in {@code docs/rules}; its last part is the Welsh. */
@Controller
class RulePages {

    private static final Pattern ID = Pattern.compile("[a-z][a-z-]{1,60}");
    private static final String WELSH = "## Yn Gymraeg";

    private final Parser parser =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .extensions(List.of(TablesExtension.create()))
            .escapeHtml(true)
            .attributeProviderFactory(context -> new GovukClasses())
            .build();

    private final ModelAccess access;

    RulePages(ModelAccess access) {
        this.access = access;
    }

    @GetMapping("/models/rules/{rule}")
    String rule(@AuthenticationPrincipal Person person, @PathVariable String rule, Model model, Locale locale) {
        access.requireReads(person.viewer());
        String text =
                html(rule, Language.of(locale)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("rule", rule);
        model.addAttribute("text", text);
        return "model-rule";
    }

    /** The explanation; empty where there is no such rule. */
    private Optional<String> html(String rule, Language language) {
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
