package cymru.diogelu.modelcheck.documentation;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.language.Language;
import cymru.diogelu.modelcheck.reading.Decision;
import cymru.diogelu.modelcheck.reading.Dmn;
import cymru.diogelu.modelcheck.reading.Extensions;
import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.modelcheck.reading.Procedure;
import cymru.diogelu.modelcheck.reading.XmlElement;
import cymru.diogelu.statute.Limit;
import cymru.diogelu.statute.Provisions;
import java.util.Locale;
import java.util.Optional;

/** What people call the things of a set in one language; what has no Welsh is called by its English name. */
record Speech(Models models, Provisions provisions, Agencies agencies, Words words) {

    String say(String key, Object... gaps) {
        return words.say(key, gaps);
    }

    Language language() {
        return words.language();
    }

    /** The file of another document in the same language, such as {@code limits.cy.md}. */
    String file(String document) {
        return document + (language() == Language.CY ? ".cy.md" : ".md");
    }

    /** The folder that holds the files of a procedure. */
    static String folder(String file) {
        String[] parts = file.split("/");
        return parts.length > 2 ? parts[1] : file;
    }

    String procedure(String folder) {
        return models.procedures().stream()
                .filter(procedure -> folder(procedure.file()).equals(folder))
                .findFirst()
                .map(Procedure::process)
                .map(this::name)
                .orElse(Page.code(folder));
    }

    /** The name of an element; its id where it has none. */
    String name(XmlElement element) {
        String welsh = language() == Language.CY ? Extensions.welshName(element) : "";
        String name = welsh.isBlank() ? element.attribute("name") : welsh;
        return name.isBlank() ? Page.code(element.id()) : Page.plain(name);
    }

    String table(Decision decision) {
        String welsh = language() == Language.CY ? Dmn.welsh(decision.xml()) : "";
        return Page.plain(welsh.isBlank() ? decision.name() : welsh);
    }

    String role(String key) {
        return agencies.findRole(key)
                .map(role -> Page.plain(role.name().in(language())))
                .orElse(Page.code(key));
    }

    String length(Limit limit) {
        return limit.text().in(language());
    }

    String clock(String startsAt) {
        return words.find("clock." + startsAt).orElse(Page.code(startsAt));
    }

    /** A provision's id as a link to its place in a document. */
    String link(String document, String provision) {
        return "[%s](%s#%s)".formatted(provision, file(document), provision.toLowerCase(Locale.ROOT));
    }

    /** The length of a provision with a link to all that stands of it. */
    Optional<String> limit(String provision) {
        return provisions
                .find(provision)
                .flatMap(found -> Optional.ofNullable(found.limit()))
                .map(limit -> "%s (%s)".formatted(length(limit), link("limits", provision)));
    }
}
