package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.language.Bilingual;
import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.Severity;
import cymru.diogelu.modelcheck.reading.XmlElement;

/** How a rule words its findings: one sentence with the same gaps in both languages. */
record Told(String rule, Severity severity, String en, String cy) {

    static Told error(String rule, String en, String cy) {
        return new Told(rule, Severity.ERROR, en, cy);
    }

    static Told warning(String rule, String en, String cy) {
        return new Told(rule, Severity.WARNING, en, cy);
    }

    Finding at(String file, XmlElement element, Object... gaps) {
        return at(file, element.nearestId(), element.line(), gaps);
    }

    Finding at(String file, String element, int line, Object... gaps) {
        return new Finding(rule, severity, file, element, line, new Bilingual(en.formatted(gaps), cy.formatted(gaps)));
    }
}
