package cymru.diogelu.modelcheck.documentation;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.language.Language;
import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.statute.Provisions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All documents of a set, in both languages. */
public record Documents(Provisions provisions, Agencies agencies) {

    private static final List<Document> ALL = List.of(new StatuteMap(), new WhoDoesWhat(), new EveryLimit());

    /** Each by the name of its file, such as {@code limits.cy.md}. */
    public Map<String, String> write(Models models) {
        Map<String, String> written = new TreeMap<>();
        for (Language language : Language.values()) {
            Speech speech = new Speech(models, provisions, agencies, new Words(language));
            ALL.forEach(document -> written.put(speech.file(document.name()), write(document, speech)));
        }
        return written;
    }

    private static String write(Document document, Speech speech) {
        Page page = new Page().heading(1, speech.say("title." + document.name()));
        page.paragraph("[%s](%s)".formatted(speech.say("other"), otherFile(document, speech.language())));
        document.write(speech, page);
        return page.toString();
    }

    private static String otherFile(Document document, Language language) {
        return document.name() + (language == Language.CY ? ".md" : ".cy.md");
    }
}
